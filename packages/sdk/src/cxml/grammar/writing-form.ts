import type { State } from '../dtd/automaton.js'
import type { Particle } from '../dtd/content-model.js'
import { childNames } from '../dtd/find-declaration.js'
import type { AttributeRule, Dtd, ElementRule } from '../dtd/grammar.js'
import type { Slot } from './slot.js'

/** What a writer does for each property of an element. */
export interface WritingForm {
  /** `<ItemOut`. */
  readonly open: string
  /** `</ItemOut>`. */
  readonly close: string
  readonly attributes: readonly AttributeForm[]
  /** Children and text, in the order of the table. */
  readonly content: readonly ContentForm[]
  /** The beginning of the content model, where the forms of its children do not say all of it. */
  readonly start: State | undefined
}

export interface AttributeForm {
  readonly slot: Slot
  readonly property: string
  /** `undefined`: this version does not have it. */
  readonly rule: AttributeRule | undefined
  /** Whether any text will do. */
  readonly isFree: boolean
  readonly isRequired: boolean
  /** ` quantity="`. */
  readonly head: string
}

export interface ContentForm {
  readonly slot: Slot
  readonly property: string
  /** Whether this version has it here. */
  readonly isDeclared: boolean
  readonly isRequired: boolean
  /** More than one may stand here. */
  readonly isRepeatable: boolean
  /** `<UnitOfMeasure>`, and empty for the element's own text. */
  readonly open: string
  readonly close: string
}

export function makeWritingForm(name: string, slots: readonly Slot[], dtd: Dtd): WritingForm {
  const rule = dtd.element(name)
  const inside = slots.filter(slot => slot.field !== 'attribute')
  const sequence = plainSequence(rule, inside)
  const names = new Set(childNames(rule))
  return {
    open: `<${name}`,
    close: `</${name}>`,
    attributes: slots.filter(slot => slot.field === 'attribute').map(slot => attributeForm(slot, rule)),
    content: inside.map(slot =>
      contentForm(
        slot,
        sequence?.get(slot.wireName),
        isText(slot) ? holdsText(rule) : names.has(slot.wireName),
      ),
    ),
    start: sequence === undefined ? rule?.start : undefined,
  }
}

function attributeForm(slot: Slot, element: ElementRule | undefined): AttributeForm {
  const name = slot.wireName.slice(1)
  const rule = element?.attributes.get(name)
  const isAnyText = rule?.type === 'CDATA' && rule.values === undefined && rule.fixed === undefined
  return {
    slot,
    property: slot.property,
    rule,
    isFree: isAnyText && !slot.decimal,
    isRequired: slot.need === 'needed' || (element?.requiredAttributes.includes(name) ?? false),
    head: ` ${name}="`,
  }
}

function isText(slot: Slot): boolean {
  return slot.wireName === 'text()'
}

/** Some elements have text only since a later version (`Route`). */
function holdsText(rule: ElementRule | undefined): boolean {
  return rule?.content.kind !== 'elements' && rule?.content.kind !== 'empty'
}

function contentForm(slot: Slot, particle: Particle | undefined, isDeclared: boolean): ContentForm {
  const isOwn = isText(slot)
  const occurrence = particle?.occurrence
  return {
    slot,
    property: slot.property,
    isDeclared,
    isRequired: slot.need === 'needed' || occurrence === '' || occurrence === '+',
    // Where there is no plain sequence, the content model is asked.
    isRepeatable: particle === undefined || occurrence === '*' || occurrence === '+',
    open: isOwn ? '' : `<${slot.wireName}>`,
    close: isOwn ? '' : `</${slot.wireName}>`,
  }
}

/**
 * The children by name, where the content model is one name after the other and the table has them in that order: then
 * each child's occurrence says all there is to hold it to. Nearly all models are such.
 */
function plainSequence(
  rule: ElementRule | undefined,
  slots: readonly Slot[],
): ReadonlyMap<string, Particle> | undefined {
  if (rule?.content.kind !== 'elements') return rule === undefined ? undefined : new Map()
  const { particle } = rule.content
  const items = particle.kind === 'sequence' && particle.occurrence === '' ? particle.items : []
  const byName = new Map(items.flatMap(item => (item.kind === 'element' ? [[item.name, item]] : [])))
  const order = [...byName.keys()]
  const written = slots.map(({ wireName }) => wireName).filter(name => byName.has(name))
  const isInOrder = written.every(
    (name, index) => index === 0 || order.indexOf(written[index - 1] ?? '') < order.indexOf(name),
  )
  const isRequiredThere = items.every(
    item =>
      item.occurrence === '?' ||
      item.occurrence === '*' ||
      (item.kind === 'element' && written.includes(item.name)),
  )
  return items.length > 0 && byName.size === items.length && isInOrder && isRequiredThere ? byName : undefined
}

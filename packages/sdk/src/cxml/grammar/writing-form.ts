import type { State } from '../dtd/automaton.js'
import type { Particle } from '../dtd/content-model.js'
import { childNames } from '../dtd/find-declaration.js'
import type { Dtd, ElementRule } from '../dtd/grammar.js'
import { FieldFinder } from './field-finder.js'
import type { AttributeForm, ContentForm, FieldForm } from './field-form.js'
import type { Slot } from './slot.js'

/** What a writer does for each property of an element. */
export interface WritingForm {
  /** `</ItemOut>`. */
  readonly close: string
  /** `<ItemOut>`. */
  readonly open: string
  /** `<ItemOut/>`. */
  readonly empty: string
  readonly fields: FieldFinder
  /** The beginning of the content model, where the forms of its children do not say all of it. */
  readonly start: State | undefined
}

export function makeWritingForm(name: string, slots: readonly Slot[], dtd: Dtd): WritingForm {
  const rule = dtd.element(name)
  const outside = slots.filter(slot => slot.field === 'attribute')
  const inside = slots.filter(slot => slot.field !== 'attribute')
  const sequence = plainSequence(rule, inside)
  const names = new Set(childNames(rule))
  const fields = [...outside, ...inside].map((slot, position): FieldForm => {
    if (slot.field === 'attribute') return attributeForm(slot, position, { element: name, rule })
    const isDeclared = isText(slot) ? holdsText(rule) : names.has(slot.wireName)
    return contentForm(slot, position, { particle: sequence?.get(slot.wireName), isDeclared })
  })
  return {
    close: `</${name}>`,
    open: `<${name}>`,
    empty: `<${name}/>`,
    fields: new FieldFinder(fields),
    start: sequence === undefined ? rule?.start : undefined,
  }
}

function attributeForm(
  slot: Slot,
  position: number,
  { element, rule: elementRule }: { readonly element: string; readonly rule: ElementRule | undefined },
): AttributeForm {
  const name = slot.wireName.slice(1)
  const rule = elementRule?.attributes.get(name)
  const isAnyText = rule?.type === 'CDATA' && rule.values === undefined && rule.fixed === undefined
  return {
    isAttribute: true,
    slot,
    property: slot.property,
    position,
    rule,
    isFree: isAnyText && !slot.decimal,
    isRequired: slot.need === 'needed' || (elementRule?.requiredAttributes.includes(name) ?? false),
    afterName: `<${element} ${name}="`,
    afterValue: `" ${name}="`,
  }
}

function isText(slot: Slot): boolean {
  return slot.wireName === 'text()'
}

/** Some elements have text only since a later version (`Route`). */
function holdsText(rule: ElementRule | undefined): boolean {
  return rule?.content.kind !== 'elements' && rule?.content.kind !== 'empty'
}

function contentForm(
  slot: Slot,
  position: number,
  { particle, isDeclared }: { readonly particle: Particle | undefined; readonly isDeclared: boolean },
): ContentForm {
  const isOwn = isText(slot)
  const occurrence = particle?.occurrence
  return {
    isAttribute: false,
    slot,
    property: slot.property,
    position,
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

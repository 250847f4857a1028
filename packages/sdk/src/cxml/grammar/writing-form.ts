import type { State } from '../dtd/automaton.js'
import { childNames } from '../dtd/find-declaration.js'
import type { AttributeRule, Dtd } from '../dtd/grammar.js'
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
  /** The beginning of the content model, where it is elements. */
  readonly start: State | undefined
}

export interface AttributeForm {
  readonly slot: Slot
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
  /** Whether this version has it here. */
  readonly isDeclared: boolean
}

export function makeWritingForm(name: string, slots: readonly Slot[], dtd: Dtd): WritingForm {
  const rule = dtd.element(name)
  const names = new Set(childNames(rule))
  const attributes = slots
    .filter(slot => slot.field === 'attribute')
    .map(slot => attributeForm(slot, rule?.attributes, rule?.requiredAttributes))
  const content = slots
    .filter(slot => slot.field !== 'attribute')
    .map(slot => ({ slot, isDeclared: slot.wireName === 'text()' || names.has(slot.wireName) }))
  return { open: `<${name}`, close: `</${name}>`, attributes, content, start: rule?.start }
}

function attributeForm(
  slot: Slot,
  attributes: ReadonlyMap<string, AttributeRule> | undefined,
  required: readonly string[] = [],
): AttributeForm {
  const name = slot.wireName.slice(1)
  const rule = attributes?.get(name)
  const isFree =
    rule?.type === 'CDATA' && rule.values === undefined && rule.fixed === undefined && !slot.decimal
  return { slot, rule, isFree, isRequired: required.includes(name), head: ` ${name}="` }
}

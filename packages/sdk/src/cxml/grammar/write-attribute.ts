import { escapeAttribute } from '../../xml/escape.js'
import { lexical } from '../dtd/attribute-type.js'
import type { AttributeRule } from '../dtd/grammar.js'
import { assertPlainDecimal } from './assert-plain-decimal.js'
import type { Writing } from './writing.js'
import type { AttributeForm } from './writing-form.js'

/** ` quantity="1.5"`. */
export function writeAttribute(form: AttributeForm, value: unknown, writing: Writing): string {
  const { slot, rule, isFree, head } = form
  if (typeof value !== 'string') return writing.refuseType(slot.wireName, value)
  if (rule === undefined) {
    // What is absent means the default: an old version loses nothing.
    return value === slot.default ? '' : writing.refuseUnknownAttribute(slot.wireName)
  }
  if (!isFree) assertValue(form, rule, value, writing)
  return `${head}${escapeAttribute(value) ?? writing.refuseCharacter(slot.wireName, value)}"`
}

function assertValue({ slot }: AttributeForm, rule: AttributeRule, value: string, writing: Writing): void {
  const refuse = (problem: string) => writing.refuse(slot.wireName, problem)
  if (slot.decimal) assertPlainDecimal(value, refuse)
  if (rule.values !== undefined && !rule.values.includes(value)) {
    writing.refuseValue(slot.wireName, value, rule.values)
  }
  if (rule.fixed !== undefined && value !== rule.fixed) refuse(`is not ${rule.fixed}`)
  const { pattern, what } = lexical[rule.type]
  if (!pattern.test(value)) refuse(`${JSON.stringify(value.slice(0, 40))} is not ${what}`)
  if (rule.type === 'ID') writing.takeId(slot.wireName, value)
}

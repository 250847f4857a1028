import { escapeAttribute } from '../../xml/escape.js'
import { lexical } from '../dtd/attribute-type.js'
import type { AttributeRule } from '../dtd/grammar.js'
import { assertPlainDecimal } from './assert-plain-decimal.js'
import type { AttributeForm } from './field-form.js'
import type { Writing } from './writing.js'

/** The value, with all that stands between it and what was written before; nothing where there is none. */
export function writeAttribute(
  form: AttributeForm,
  value: unknown,
  isFirst: boolean,
  writing: Writing,
): boolean {
  const { slot, rule } = form
  if (value === undefined) {
    if (form.isRequired) writing.refuseMissing(slot.wireName)
    return false
  }
  if (typeof value !== 'string') return writing.refuseType(slot.wireName, value)
  if (rule === undefined) {
    // What is absent means the default: an old version loses nothing.
    if (value !== slot.default) writing.refuseUnknownAttribute(slot.wireName)
    return false
  }
  writing.put(isFirst ? form.afterName : form.afterValue)
  writing.put(escapedValue(form, rule, value, writing))
  return true
}

function escapedValue(form: AttributeForm, rule: AttributeRule, value: string, writing: Writing): string {
  const { slot, isFree } = form
  if (isFree) return escapeAttribute(value) ?? writing.refuseCharacter(slot.wireName, value)
  assertValue(form, rule, value, writing)
  // Neither a number nor a token nor what the DTD enumerates has a character to escape.
  return value
}

function assertValue({ slot }: AttributeForm, rule: AttributeRule, value: string, writing: Writing): void {
  const refuse = (problem: string) => writing.refuse(slot.wireName, problem)
  if (slot.decimal) assertPlainDecimal(value, refuse)
  if (rule.values !== undefined && !rule.values.includes(value)) {
    writing.refuseValue(slot.wireName, value, rule.values)
  }
  if (rule.fixed !== undefined && value !== rule.fixed) refuse(`is not ${rule.fixed}`)
  if (rule.type === 'CDATA') return
  const { pattern, what } = lexical[rule.type]
  if (!pattern.test(value)) refuse(`${JSON.stringify(value.slice(0, 40))} is not ${what}`)
  if (rule.type === 'ID') writing.takeId(slot.wireName, value)
}

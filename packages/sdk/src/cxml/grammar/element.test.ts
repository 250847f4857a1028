import { describe, expect, it } from 'vitest'
import { cxml } from '../body.js'
import { element } from './element.js'
import { many, neededAttribute, optionalAttribute, ownText } from './fields.js'
import type { ElementPlan } from './plan.js'
import { textElement } from './text.js'

interface Sample {
  readonly id: string
  readonly note?: string
  readonly tags: readonly string[]
}

const tag = textElement('Tag')

describe('a table', () => {
  it('is held to its interface by the compiler', () => {
    element<Sample>('Sample', { id: neededAttribute(), note: optionalAttribute(), tags: many(tag) })
    // @ts-expect-error a property has no field
    element<Sample>('Sample', { id: neededAttribute(), tags: many(tag) })
    // @ts-expect-error a property that is always there has a field that may be absent
    element<Sample>('Sample', { id: optionalAttribute(), note: optionalAttribute(), tags: many(tag) })
    // @ts-expect-error an array has a field of one
    element<Sample>('Sample', { id: neededAttribute(), note: optionalAttribute(), tags: ownText() })
    // @ts-expect-error a field has no property
    element<Sample>('Sample', { id: ownText(), note: optionalAttribute(), tags: many(tag), x: ownText() })
  })

  it('names its properties as the standard names its elements and attributes', () => {
    const strange = [...plansFrom(cxml.plan)].flatMap(plan =>
      plan.slots
        .filter(slot => !expectedNames(slot.wireName, slot.many).includes(slot.property))
        .map(slot => `${plan.name}/${slot.wireName} is ${slot.property}`),
    )
    // `value` is taken by the text.
    expect([...new Set(strange)].sort()).toEqual([
      'ShippingPaymentMethod/@value is code',
      'TermsOfDeliveryCode/@value is code',
      'TransportTerms/@value is code',
    ])
  })
})

function plansFrom(plan: ElementPlan, seen = new Set<ElementPlan>()): Set<ElementPlan> {
  if (seen.has(plan)) return seen
  seen.add(plan)
  for (const { codec } of plan.slots) {
    const inner = (codec as { readonly plan?: ElementPlan } | undefined)?.plan
    if (inner !== undefined) plansFrom(inner, seen)
  }
  return seen
}

function expectedNames(wireName: string, isMany: boolean): readonly string[] {
  if (wireName === 'text()') return ['value', 'amount']
  if (/^[A-Z]+ID$/.test(wireName)) return [`${wireName.slice(0, -2).toLowerCase()}ID`]
  if (wireName.startsWith('@')) return [wireName.slice(1).replace('xml:lang', 'xmlLang')]
  const capitals = /^[A-Z]+(?![a-z])/.exec(wireName)?.[0] ?? ''
  const property =
    capitals.length > 1
      ? [
          capitals.toLowerCase() + wireName.slice(capitals.length),
          capitals.slice(0, -1).toLowerCase() + wireName.slice(capitals.length - 1),
        ]
      : [wireName.charAt(0).toLowerCase() + wireName.slice(1)]
  return isMany
    ? property.flatMap(name => (name.endsWith('s') ? [name, `${name}es`] : [`${name}s`, `${name}es`]))
    : property
}

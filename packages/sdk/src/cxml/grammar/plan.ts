import type { Codec } from './codec.js'
import { companion, type FieldPlan, type Need, unmodelled } from './fields.js'

/** An element's table, prepared: what to do with each name that occurs. */
export interface ElementPlan {
  readonly name: string
  /** Properties in the order of the table. */
  readonly properties: readonly string[]
  readonly slots: readonly Slot[]
  readonly attributes: ReadonlyMap<string, Slot>
  /** Attributes that are read silently and not kept on the value. */
  readonly knownAttributes: ReadonlySet<string>
  /** Children by name. */
  readonly particles: ReadonlyMap<string, Particle>
  /** Slots that warn or fail when nothing was found, or have a default. */
  readonly required: readonly Slot[]
  /** Indexes of the properties that are arrays. */
  readonly lists: readonly number[]
  readonly text: Slot | undefined
  /** Text may stand between the children. */
  readonly mixed: boolean
  /** Any element may stand inside. */
  readonly any: boolean
}

/** Where a property's value comes from. Every slot has every property: readers meet thousands of them a document. */
export interface Slot {
  readonly index: number
  readonly property: string
  /** As a path shows it: `Money`, `@currency`. */
  readonly wireName: string
  readonly field: FieldPlan['field']
  readonly need: Need
  readonly many: boolean
  readonly manySince: string | undefined
  readonly since: string | undefined
  readonly default: string | undefined
  readonly decimal: boolean
  readonly values: readonly string[] | undefined
  readonly expectedValues: readonly string[] | undefined
  readonly valuesSince: Readonly<Record<string, string>> | undefined
  readonly codec: Codec<unknown> | undefined
  /** Where inner XML goes. */
  readonly contentIndex: number | undefined
  /** Where a decimal's original text goes. */
  readonly originalIndex: number | undefined
}

export interface Particle {
  /** Its place in the DTD's order. */
  readonly order: number
  /** `undefined`: unmodelled. */
  readonly slot: Slot | undefined
}

type Table = Readonly<Record<string, FieldPlan | typeof companion | typeof unmodelled | undefined>>

export function planElement(name: string, table: Table, knownAttributes: readonly string[]): ElementPlan {
  const properties = Object.keys(table).filter(key => table[key] !== unmodelled)
  const slots: Slot[] = []
  const attributes = new Map<string, Slot>()
  const particles = new Map<string, Particle>()
  let order = 0
  for (const [property, plan] of Object.entries(table)) {
    if (plan === companion || plan === undefined) continue
    if (plan === unmodelled) {
      particles.set(property, { order: order++, slot: undefined })
      continue
    }
    const slot = slotOf(plan, property, properties)
    slots.push(slot)
    if (plan.field === 'attribute') attributes.set(slot.wireName.slice(1), slot)
    else if (plan.field === 'child' || plan.field === 'content') {
      particles.set(slot.wireName, { order: order++, slot })
    }
  }
  const text = slots.find(slot => slot.field === 'text' || slot.field === 'ownContent')
  return {
    name,
    properties,
    slots,
    attributes,
    knownAttributes: new Set(knownAttributes),
    particles,
    required: slots.filter(slot => slot.need !== 'optional' || slot.default !== undefined),
    lists: slots.filter(slot => slot.many).map(slot => slot.index),
    text,
    mixed: text !== undefined,
    any: text?.field === 'ownContent',
  }
}

function slotOf(plan: FieldPlan, property: string, properties: readonly string[]): Slot {
  const attribute = plan.field === 'attribute' ? plan : undefined
  const child = plan.field === 'child' ? plan : undefined
  const content = plan.field === 'content' || plan.field === 'ownContent' ? plan.contentProperty : undefined
  const original = plan.field === 'text' ? plan.original : undefined
  return {
    index: properties.indexOf(property),
    property,
    wireName: wireName(plan, property),
    field: plan.field,
    need: 'need' in plan ? plan.need : 'optional',
    many: child?.many ?? false,
    manySince: child?.manySince,
    since: attribute?.since ?? child?.since,
    default: attribute?.default,
    decimal: attribute?.decimal ?? original !== undefined,
    values: attribute?.values,
    expectedValues: attribute?.expectedValues,
    valuesSince: attribute?.valuesSince,
    codec: child?.codec,
    contentIndex: content === undefined ? undefined : properties.indexOf(content),
    originalIndex: original === undefined ? undefined : properties.indexOf(original),
  }
}

function wireName(plan: FieldPlan, property: string): string {
  switch (plan.field) {
    case 'attribute':
      return `@${plan.name ?? (property === 'xmlLang' ? 'xml:lang' : property)}`
    case 'child':
      return plan.codec.name
    case 'content':
      return plan.element
    case 'text':
    case 'ownContent':
      return 'text()'
  }
}

import type { Codec } from './codec.js'
import { type AttributePlan, companion, type FieldPlan, type Need, unmodelled } from './fields.js'

/** An element's table, prepared: what to do with each name that occurs. */
export interface ElementPlan {
  readonly name: string
  /** Properties in the order of the table. */
  readonly properties: readonly string[]
  readonly slots: readonly Slot[]
  readonly attributes: ReadonlyMap<string, Slot & { readonly plan: AttributePlan }>
  /** Attributes that are read silently and not kept on the value. */
  readonly knownAttributes: ReadonlySet<string>
  /** Children by name. */
  readonly particles: ReadonlyMap<string, Particle>
  /** Slots that warn or fail when nothing was found, or have a default. */
  readonly required: readonly Slot[]
  /** Indexes of the properties that are arrays. */
  readonly lists: readonly number[]
  readonly text?: Slot
  /** Text may stand between the children. */
  readonly mixed: boolean
  /** Any element may stand inside. */
  readonly any: boolean
}

/** Where a property's value comes from. */
export interface Slot {
  readonly index: number
  readonly property: string
  /** As a path shows it: `Money`, `@currency`. */
  readonly wireName: string
  readonly field: FieldPlan['field']
  readonly need: Need
  readonly many: boolean
  readonly manySince?: string
  readonly since?: string
  readonly default?: string
  readonly plan?: FieldPlan
  readonly codec?: Codec<unknown>
  /** Where inner XML goes. */
  readonly contentIndex?: number
  /** Where a decimal's original text goes. */
  readonly originalIndex?: number
}

export interface Particle {
  /** Its place in the DTD's order. */
  readonly order: number
  /** Absent: unmodelled. */
  readonly slot?: Slot
}

type Table = Readonly<Record<string, FieldPlan | typeof companion | typeof unmodelled | undefined>>

export function planElement(name: string, table: Table, knownAttributes: readonly string[]): ElementPlan {
  const properties = Object.keys(table).filter(key => table[key] !== unmodelled)
  const slots: Slot[] = []
  const attributes = new Map<string, Slot & { readonly plan: AttributePlan }>()
  const particles = new Map<string, Particle>()
  let order = 0
  for (const [property, plan] of Object.entries(table)) {
    if (plan === companion || plan === undefined) continue
    if (plan === unmodelled) {
      particles.set(property, { order: order++ })
      continue
    }
    const slot = slotOf(plan, property, properties)
    slots.push(slot)
    if (plan.field === 'attribute') attributes.set(slot.wireName.slice(1), { ...slot, plan })
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
    ...(text === undefined ? {} : { text }),
    mixed: text !== undefined,
    any: text?.field === 'ownContent',
  }
}

function slotOf(plan: FieldPlan, property: string, properties: readonly string[]): Slot {
  const base = { index: properties.indexOf(property), property, field: plan.field, plan }
  switch (plan.field) {
    case 'attribute': {
      const { need, since, default: fallback } = plan
      const wireName = `@${plan.name ?? (property === 'xmlLang' ? 'xml:lang' : property)}`
      return {
        ...base,
        wireName,
        need,
        many: false,
        ...(since === undefined ? {} : { since }),
        ...(fallback === undefined ? {} : { default: fallback }),
      }
    }
    case 'child': {
      const { need, many, codec, since, manySince } = plan
      return {
        ...base,
        wireName: codec.name,
        need,
        many,
        codec,
        ...(since === undefined ? {} : { since }),
        ...(manySince === undefined ? {} : { manySince }),
      }
    }
    case 'content': {
      const contentIndex = properties.indexOf(plan.contentProperty)
      return { ...base, wireName: plan.element, need: plan.need, many: false, contentIndex }
    }
    case 'ownContent': {
      const contentIndex = properties.indexOf(plan.contentProperty)
      return { ...base, wireName: 'text()', need: 'optional', many: false, contentIndex }
    }
    case 'text': {
      const originalIndex = plan.original === undefined ? undefined : properties.indexOf(plan.original)
      return {
        ...base,
        wireName: 'text()',
        need: 'optional',
        many: false,
        ...(originalIndex === undefined ? {} : { originalIndex }),
      }
    }
  }
}

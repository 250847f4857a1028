import type { State } from '../dtd/automaton.js'
import type { Particle } from '../dtd/content-model.js'
import { childNames, findDeclaring } from '../dtd/find-declaration.js'
import type { Dtd, ElementRule } from '../dtd/grammar.js'
import type { Slot } from './slot.js'

/** What a reader does with each name that can occur in an element. */
export interface ReadingForm {
  /** `undefined`: the standard has the attribute, our types have not. */
  readonly attributes: ReadonlyMap<string, Slot | undefined>
  readonly children: ReadonlyMap<string, ChildPlace>
  /** Slots that fail when nothing was found, or have a default. */
  readonly needed: readonly Slot[]
  /** What the DTD requires and we can do without: its absence is worth a warning. */
  readonly expected: readonly Slot[]
  /** The beginning of the content model, where it is elements. */
  readonly start: State | undefined
  /** Text may stand between the children. */
  readonly mixed: boolean
  /** Any element may stand inside. */
  readonly any: boolean
}

export interface ChildPlace {
  /** `undefined`: the standard has the element, our types have not. It stays in the tree. */
  readonly slot: Slot | undefined
  /** Its first place in the content model. */
  readonly order: number
}

export function makeReadingForm(name: string, slots: readonly Slot[], dtd: Dtd): ReadingForm {
  // Some senders put an element under the wrong DTD file; what it means is the same in all.
  const rule = dtd.element(name) ?? findDeclaring(name)?.element(name)
  const children = childrenOf(rule, slots)
  const attributes = new Map<string, Slot | undefined>(
    [...(rule?.attributes.keys() ?? [])].map(attribute => [attribute, undefined]),
  )
  for (const slot of slots) if (slot.field === 'attribute') attributes.set(slot.wireName.slice(1), slot)
  const required = new Set(requiredNames(rule))
  const text = slots.find(slot => slot.field === 'text' || slot.field === 'ownContent')
  return {
    attributes,
    children,
    needed: slots.filter(slot => slot.need === 'needed' || slot.default !== undefined),
    expected: slots.filter(slot => slot.need !== 'needed' && required.has(slot.wireName)),
    start: rule?.start,
    mixed: text !== undefined,
    any: text?.field === 'ownContent' || rule?.content.kind === 'any',
  }
}

function childrenOf(rule: ElementRule | undefined, slots: readonly Slot[]): ReadonlyMap<string, ChildPlace> {
  const bySlot = new Map(
    slots.flatMap(slot =>
      slot.field === 'child' || slot.field === 'content' ? [[slot.wireName, slot]] : [],
    ),
  )
  const names = new Set([...childNames(rule), ...bySlot.keys()])
  return new Map([...names].map((name, order) => [name, { slot: bySlot.get(name), order }]))
}

/** `@quantity`, `UnitOfMeasure`: what every valid element of this name has. */
function requiredNames(rule: ElementRule | undefined): readonly string[] {
  if (rule === undefined) return []
  const attributes = rule.requiredAttributes.map(attribute => `@${attribute}`)
  const children = rule.content.kind === 'elements' ? requiredIn(rule.content.particle) : []
  return [...attributes, ...children]
}

/** Of a choice nothing: which one is meant depends on the others. */
function requiredIn(particle: Particle): readonly string[] {
  if (particle.occurrence === '?' || particle.occurrence === '*') return []
  if (particle.kind === 'element') return [particle.name]
  return particle.kind === 'sequence' || particle.items.length === 1 ? particle.items.flatMap(requiredIn) : []
}

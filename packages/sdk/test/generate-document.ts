import { cxml } from '../src/cxml/body.js'
import type { CxmlDraft } from '../src/cxml/document.js'
import { type State, shortestWay } from '../src/cxml/dtd/automaton.js'
import { childNames } from '../src/cxml/dtd/find-declaration.js'
import { type AttributeRule, type Dtd, dtdForWriting } from '../src/cxml/dtd/grammar.js'
import type { ElementPlan } from '../src/cxml/grammar/plan.js'
import type { Slot } from '../src/cxml/grammar/slot.js'
import { type KindName, kinds, payloadProperty } from '../src/cxml/kinds.js'
import { XmlElement } from '../src/xml/element.js'

/** Where what is in a document comes from. */
export interface Source {
  /** 0 to `below` - 1. */
  pick(below: number): number
  /** Text of an element: without outer white space, which is not read. */
  text(): string
  attribute(): string
  decimal(): string
}

/** A document of a kind with what its tables and a version of the standard allow, chosen by a source. */
export function generateDocument(kind: KindName, version: string, source: Source): CxmlDraft {
  const generator = new Generator(dtdForWriting(kinds[kind].file, version), source)
  const { body } = kinds[kind]
  const bodyPlan = planOf(cxml.plan, body)
  const property = payloadProperty(kind)
  const payload = kind === 'Response' ? {} : { [property]: generator.value(planOf(bodyPlan, property), 0) }
  const others = bodyPlan.slots.filter(slot => slot.field !== 'child' || slot.property === 'status')
  const document = {
    kind,
    payloadID: source.attribute(),
    timestamp: '2026-01-15T10:00:00+00:00',
    xmlLang: source.attribute(),
    ...(body === 'response' ? {} : { header: generator.value(planOf(cxml.plan, 'header'), 0) }),
    [body]: { ...generator.value({ ...bodyPlan, slots: others }, 0, false), ...payload },
  }
  // The tables have what the types of drafts have.
  return document as unknown as CxmlDraft
}

/** Deeper than this, and after this many elements, only what must be there: so documents end. */
const deep = 7
const manyElements = 250

class Generator {
  readonly #dtd: Dtd
  readonly #source: Source
  #elements = 0

  constructor(dtd: Dtd, source: Source) {
    this.#dtd = dtd
    this.#source = source
  }

  /** `isWhole`: the children that must be there are added. */
  value(plan: ElementPlan, depth: number, isWhole = true): object {
    this.#elements++
    const rule = this.#dtd.element(plan.name)
    const holdsText = rule?.content.kind !== 'elements' && rule?.content.kind !== 'empty'
    const declared = new Set([...(holdsText ? ['text()'] : []), ...childNames(rule)])
    const wanted = new Map<Slot, number>()
    const fields = new Map<string, unknown>()
    for (const slot of plan.slots) {
      const attribute = rule?.attributes.get(slot.wireName.slice(1))
      const isHere = slot.field === 'attribute' ? attribute !== undefined : declared.has(slot.wireName)
      if (slot.field === 'attribute') {
        const isRequired = rule?.requiredAttributes.includes(slot.wireName.slice(1)) ?? false
        if (!isHere && slot.default !== undefined) fields.set(slot.property, slot.default)
        else if (isHere && (isRequired || this.#isThere(slot, depth))) {
          fields.set(slot.property, this.#attribute(slot, attribute))
        }
      } else if (isHere) wanted.set(slot, this.#count(slot, depth))
      else if (slot.field === 'text') fields.set(slot.property, '')
    }
    const counts = isWhole && rule?.start !== undefined ? fit(plan, wanted, rule.start) : wanted
    for (const slot of plan.slots) {
      if (slot.field === 'attribute') continue
      const items = Array.from({ length: counts.get(slot) ?? 0 }, () => this.#content(slot, depth + 1))
      if (slot.many) fields.set(slot.property, items)
      else if (items.length > 0) fields.set(slot.property, items[0])
    }
    const ordered = plan.properties.filter(property => fields.has(property))
    return Object.fromEntries(ordered.map(property => [property, fields.get(property)]))
  }

  #isThere(slot: Slot, depth: number): boolean {
    if (slot.need === 'needed' || slot.default !== undefined) return true
    return depth < deep && this.#elements < manyElements && this.#source.pick(3) === 0
  }

  #count(slot: Slot, depth: number): number {
    if (slot.field === 'text' || slot.field === 'ownContent') return 1
    if (!this.#isThere(slot, depth)) return 0
    return slot.many ? 1 + this.#source.pick(2) : 1
  }

  #attribute(slot: Slot, rule: AttributeRule | undefined): string {
    if (slot.decimal) return this.#source.decimal()
    if (rule?.fixed !== undefined) return rule.fixed
    const values = rule?.values?.filter(value => slot.values?.includes(value) ?? true) ?? slot.values
    if (values !== undefined) return values[this.#source.pick(values.length)] ?? ''
    // A name token.
    return rule === undefined || rule.type === 'CDATA' ? this.#source.attribute() : 'endUser'
  }

  #content(slot: Slot, depth: number): unknown {
    if (slot.decimal) return this.#source.decimal()
    if (slot.field === 'content') return ` ${this.#source.text()}\n`
    if (slot.field !== 'child') return this.#source.text()
    const nested = slot.codec as { readonly plan?: ElementPlan; readonly isText: boolean }
    if (nested.plan !== undefined) return this.value(nested.plan, depth)
    return nested.isText ? this.#source.text() : this.#enclosedDocument()
  }

  /** The only element without a table that tables name: a whole document, here a small one. */
  #enclosedDocument(): XmlElement {
    const document = new XmlElement('cXML')
    document.attributes.push('payloadID', this.#source.attribute(), 'timestamp', '2026-01-15T10:00:00+00:00')
    const response = new XmlElement('Response', document)
    const status = new XmlElement('Status', response)
    status.attributes.push('code', '200', 'text', this.#source.attribute())
    response.children.push(status)
    document.children.push(response)
    return document
  }
}

/** How many of each child, with what the content model lacks added and what it has no room for taken away. */
function fit(plan: ElementPlan, wanted: ReadonlyMap<Slot, number>, start: State): Map<Slot, number> {
  const counts = new Map<Slot, number>()
  const bySlot = new Map(plan.slots.map(slot => [slot.wireName, slot]))
  let state = start
  const go = (names: readonly string[]): void => {
    for (const name of names) {
      const slot = bySlot.get(name)
      if (slot === undefined) throw new Error(`${plan.name} must have ${name}, which has no property`)
      counts.set(slot, (counts.get(slot) ?? 0) + 1)
      state = state.next.get(name) ?? state
    }
  }
  for (const [slot, count] of wanted) {
    for (let index = 0; index < count; index++) {
      const way = shortestWay(state, ({ next }) => next.has(slot.wireName))
      if (way !== undefined && (counts.get(slot) ?? 0) < count) go([...way, slot.wireName])
    }
  }
  go(shortestWay(state, ({ isFinal }) => isFinal) ?? [])
  return counts
}

function planOf(plan: ElementPlan, property: string): ElementPlan {
  const codec = plan.slots.find(slot => slot.property === property)?.codec as
    | { readonly plan?: ElementPlan }
    | undefined
  if (codec?.plan === undefined) throw new Error(`no table for ${property}`)
  return codec.plan
}

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm'
import { afterAll, describe, expect, it } from 'vitest'
import { cxml } from './body.js'
import type { CxmlDraft } from './document.js'
import { type State, shortestWay } from './dtd/automaton.js'
import { childNames } from './dtd/find-declaration.js'
import { type AttributeRule, type Dtd, dtdForWriting } from './dtd/grammar.js'
import type { ElementPlan } from './grammar/plan.js'
import type { Slot } from './grammar/slot.js'
import { type KindName, kinds, payloadProperty } from './kinds.js'
import { parseCxml } from './parse-cxml.js'
import { serializeCxml } from './serialize-cxml.js'

/*
 * Documents are generated from the same tables that read and write them: every property that a version of the standard
 * has, with awkward text in it. They must come back equal, and be valid by the DTD of that version, which holds the
 * tables' order, needs and versions to the standard.
 */

const material =
  process.env.CXML_MATERIAL ?? fileURLToPath(new URL('../../../../../shared/cxml', import.meta.url))
const hasMaterial = existsSync(material)
if (!hasMaterial)
  console.warn('SKIPPED: no cXML material beside the clone, so nothing is held against its DTDs')

const awkward = [
  '&',
  '<',
  '>',
  '"',
  "'",
  ']]>',
  '&amp;',
  '\t',
  '\n',
  '\r',
  '\u00a0',
  '\u0085',
  'é',
  '漢',
  '😀',
  '-->',
  '__proto__',
]

const text = fc
  .array(fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom(...awkward)), { minLength: 1, maxLength: 4 })
  .map(parts => parts.join(''))
  // Outer white space is not read, except where an element is declared ANY.
  .map(value => value.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, ''))

const decimal = fc.constantFrom(
  '0',
  '1',
  '1.5',
  '19.99',
  '0.0125',
  '-3',
  '100.00',
  '123456789012345678901234567890.05',
)

/** Of a choice whose members are all modelled, the first that is there stays; where nothing is, one is made. */
function draftOf(plan: ElementPlan, dtd: Dtd, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  const rule = dtd.element(plan.name)
  const names = new Set(childNames(rule))
  const model: Record<string, fc.Arbitrary<unknown>> = {}
  for (const slot of plan.slots) {
    const attribute = slot.field === 'attribute' ? rule?.attributes.get(slot.wireName.slice(1)) : undefined
    const isHere =
      slot.field === 'attribute'
        ? attribute !== undefined
        : slot.wireName === 'text()' || names.has(slot.wireName)
    if (!isHere) {
      if (slot.many) model[slot.property] = fc.constant([])
      else if (slot.default !== undefined) model[slot.property] = fc.constant(slot.default)
      continue
    }
    const value = fieldValue(slot, attribute, dtd, depth + 1)
    const isText = slot.field === 'text' || slot.field === 'ownContent'
    const isThere =
      isText ||
      slot.need === 'needed' ||
      slot.default !== undefined ||
      (slot.field === 'attribute' && rule?.requiredAttributes.includes(slot.wireName.slice(1)))
    // Deep down only what must be there, so that documents end.
    const rare = depth > 6 ? 50 : 3
    model[slot.property] = slot.many
      ? fc.oneof(
          { weight: rare, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(value, { minLength: 1, maxLength: 2 }) },
        )
      : isThere
        ? value
        : fc.option(value, { nil: undefined, freq: rare })
  }
  return fc
    .record({ record: fc.record(model), all: fc.constant(model) })
    .chain(({ record }) => fitted(plan, record, dtd, depth))
}

/** The record with what the content model lacks added, and what it has no room for taken away. */
function fitted(
  plan: ElementPlan,
  record: Record<string, unknown>,
  dtd: Dtd,
  depth: number,
): fc.Arbitrary<Record<string, unknown>> {
  let state = dtd.element(plan.name)?.start
  const slots = plan.slots.filter(slot => slot.field === 'child' || slot.field === 'content')
  const added: Record<string, fc.Arbitrary<unknown>> = {}
  if (state !== undefined) {
    for (const slot of slots) {
      const value = record[slot.property]
      const items = Array.isArray(value) ? value : value === undefined ? [] : [value]
      let taken = 0
      for (const _ of items) {
        const way: readonly string[] | undefined =
          state && shortestWay(state, ({ next }) => next.has(slot.wireName))
        if (state === undefined || way === undefined) break
        for (const name of way) add(name)
        state = [...way, slot.wireName].reduce(
          (reached: State, name) => reached.next.get(name) ?? reached,
          state,
        )
        taken++
      }
      if (taken < items.length) {
        if (taken === 0) record[slot.property] = slot.many ? [] : undefined
        else record[slot.property] = items.slice(0, taken)
      }
    }
    for (const name of (state && shortestWay(state, ({ isFinal }) => isFinal)) ?? []) add(name)
  }
  function add(name: string): void {
    const slot = slots.find(each => each.wireName === name)
    if (slot === undefined) throw new Error(`${plan.name} must have ${name}, which has no property`)
    const value = fieldValue(slot, undefined, dtd, depth + 1)
    added[slot.property] = slot.many ? fc.array(value, { minLength: 1, maxLength: 1 }) : value
  }
  return fc.record(added).map(more => {
    const all: Record<string, unknown> = { ...record, ...more }
    const ordered = plan.properties.map(property => [property, all[property]] as const)
    return Object.fromEntries(ordered.filter(([, value]) => value !== undefined))
  })
}

function fieldValue(
  slot: Slot,
  attribute: AttributeRule | undefined,
  dtd: Dtd,
  depth: number,
): fc.Arbitrary<unknown> {
  if (slot.field === 'child') {
    const nested = slot.codec as { readonly plan?: ElementPlan }
    return nested.plan === undefined ? text : draftOf(nested.plan, dtd, depth)
  }
  if (slot.decimal) return decimal
  if (attribute?.values !== undefined) {
    return fc.constantFrom(...attribute.values.filter(value => slot.values?.includes(value) ?? true))
  }
  if (attribute?.fixed !== undefined) return fc.constant(attribute.fixed)
  if (attribute !== undefined && attribute.type !== 'CDATA') return fc.constantFrom('endUser', 'shipTo')
  return slot.field === 'content' ? text.map(value => ` ${value}\n`) : text
}

function documentOf(kind: KindName, version: string): fc.Arbitrary<CxmlDraft> {
  const { body, file } = kinds[kind]
  const dtd = dtdForWriting(file, version)
  const bodyPlan = planOf(cxml.plan, body)
  const property = payloadProperty(kind)
  const hasPayload = kind !== 'Response'
  const payload = hasPayload ? draftOf(planOf(bodyPlan, property), dtd) : fc.constant(undefined)
  const others = bodyPlan.slots.filter(slot => !(slot.field === 'child' && slot.property !== 'status'))
  const fields = Object.fromEntries(
    others.map(slot => {
      const attribute = dtd.element(bodyPlan.name)?.attributes.get(slot.wireName.slice(1))
      const value = fieldValue(slot, attribute, dtd, 0)
      return [
        slot.property,
        slot.need === 'needed' || slot.default !== undefined ? value : fc.option(value, { nil: undefined }),
      ]
    }),
  )
  return fc
    .record({
      header: draftOf(planOf(cxml.plan, 'header'), dtd),
      payloadID: text,
      xmlLang: text,
      body: fc.record(fields),
      payload,
    })
    .map(({ header, payloadID, xmlLang, body: values, payload: content }) => {
      const present = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
      const document = {
        kind,
        payloadID,
        timestamp: '2026-01-15T10:00:00+00:00',
        xmlLang,
        ...(body === 'response' ? {} : { header }),
        [body]: hasPayload ? { ...present, [property]: content } : present,
      }
      return document as unknown as CxmlDraft
    })
}

function planOf(plan: ElementPlan, property: string): ElementPlan {
  const codec = plan.slots.find(slot => slot.property === property)?.codec as
    | { readonly plan?: ElementPlan }
    | undefined
  if (codec?.plan === undefined) throw new Error(`no table for ${property}`)
  return codec.plan
}

const kindNames = Object.keys(kinds) as KindName[]

describe.each(kindNames)('a generated %s', kind => {
  it.each(['1.2.014', '1.2.036', '1.2.071'])('comes back equal, under cXML %s', version => {
    fc.assert(
      fc.property(documentOf(kind, version), draft => {
        const { doctype, warnings, ...read } = parseCxml(serializeCxml(draft, { dtdVersion: version }))
        expect(warnings).toEqual([])
        expect(doctype?.dtdVersion).toBe(version)
        expect(read).toEqual(draft)
      }),
      { numRuns: 40 },
    )
  })
})

describe.skipIf(!hasMaterial)('generated documents of each kind', () => {
  const validators = new Map<string, DtdValidator>()
  afterAll(() => {
    for (const validator of validators.values()) validator.dispose()
  })

  // 1.2.024 is left out: the published files declare Accounting/@nameRHT10 and the like as required, a slip of their editor.
  const versions = [
    '1.1.010',
    '1.2.014',
    '1.2.020',
    '1.2.028',
    '1.2.036',
    '1.2.048',
    '1.2.050',
    '1.2.053',
    '1.2.063',
    '1.2.069',
    '1.2.071',
  ]
  const cases = kindNames.flatMap(kind =>
    versions
      .map(version => ({ kind, version, file: `${material}/dtd/${version}/${kinds[kind].file}.dtd` }))
      .filter(({ file }) => existsSync(file))
      // DocumentReference was required there; nobody sends it under so old a version.
      .filter(({ kind, version }) => kind !== 'StatusUpdateRequest' || version !== '1.1.010'),
  )

  it.each(cases)('are valid by the DTD: $kind, $version', ({ kind, version, file }) => {
    const validator = validators.get(file) ?? new DtdValidator(XmlDtd.fromBuffer(readFileSync(file)))
    validators.set(file, validator)
    fc.assert(
      fc.property(documentOf(kind, version), draft => {
        const document = XmlDocument.fromString(serializeCxml(draft, { dtdVersion: version }))
        try {
          validator.validate(document)
        } finally {
          document.dispose()
        }
      }),
      { numRuns: 25 },
    )
  })
})

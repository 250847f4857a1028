import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type State, shortestWay } from '../../packages/sdk/src/cxml/dtd/automaton.js'
import { systemIdOf } from '../../packages/sdk/src/cxml/dtd/find-declaration.js'
import {
  type Dtd,
  dtdFiles,
  dtdOf,
  type ElementRule,
  versionsOf,
} from '../../packages/sdk/src/cxml/dtd/grammar.js'
import grammar from '../../packages/sdk/src/cxml/dtd/grammar.json' with { type: 'json' }
import { validateCxml } from '../../packages/sdk/src/cxml/validation/validate-cxml.js'
import { material, skipped } from './material.js'
import { Oracle } from './oracle.js'

/** One definition of an element, in one of the DTDs that have it. */
interface Definition {
  readonly dtd: Dtd
  readonly name: string
}

/**
 * Every distinct definition once. Names with a prefix only where the prefix is declared: a namespace declaration is an
 * attribute, and few elements have that.
 */
const definitions: readonly Definition[] = Object.entries(grammar.elements)
  .filter(([name]) => !name.includes(':') || name === 'ds:Signature')
  .flatMap(([name, places]) => {
    const dtds = dtdFiles.flatMap(file => versionsOf(file).map(version => dtdOf(file, version)))
    const byRule = Map.groupBy(
      dtds.filter(dtd => dtd.element(name) !== undefined),
      dtd => {
        const { content, attributes, requiredAttributes } = dtd.element(name) ?? {}
        return JSON.stringify([content, [...(attributes ?? [])], requiredAttributes, [...namesIn(content)]])
      },
    )
    expect(byRule.size).toBeLessThanOrEqual(Object.keys(places).length)
    return [...byRule.values()].flatMap(dtds => dtds.slice(-1).map(dtd => ({ dtd, name })))
  })

function namesIn(content: ElementRule['content'] | undefined): Iterable<string> {
  return content?.kind === 'elements' || content?.kind === 'mixed' ? content.names : []
}

describe.skipIf(material === '')(`each definition of each element, by libxml2${skipped}`, () => {
  const oracle = new Oracle(material)
  afterAll(() => oracle.dispose())

  const compare = (definition: Definition, xml: string): void => {
    const complaints = oracle.complaints(xml, definition.dtd)
    const { problems } = validateCxml(xml)
    const errors = problems.filter(({ severity }) => severity === 'error')
    const context = `${xml}\nlibxml2: ${complaints.join('\n')}\nours: ${errors.map(({ message }) => message).join('\n')}`
    expect(errors.length === 0, context).toBe(complaints.length === 0)
  }

  it(`its smallest document is valid (${definitions.length} definitions)`, () => {
    for (const definition of definitions) {
      const xml = documentOf(definition, smallestWay(definition) ?? [])
      expect(oracle.complaints(xml, definition.dtd), xml).toEqual([])
      compare(definition, xml)
    }
  })

  it('random content is valid for both or for neither', () => {
    fc.assert(
      fc.property(fc.constantFrom(...definitions), wayAndChange, (definition, { steps, changes }) => {
        const way = change(randomWay(definition, steps), definition, changes)
        compare(definition, documentOf(definition, way))
      }),
      { numRuns: 6_000, seed: 1 },
    )
  })

  it('random attributes are valid for both or for neither', () => {
    fc.assert(
      fc.property(fc.constantFrom(...definitions), attributeChanges, (definition, changes) => {
        const rule = ruleOf(definition)
        const attributes = new Map(requiredAttributes(rule))
        for (const { pick, value, remove } of changes) {
          const names = [...rule.attributes.keys(), 'xmlns', 'nonsense', 'Id']
          const name = names[pick % names.length] ?? ''
          const values = rule.attributes.get(name)?.values ?? []
          // libxml2 does not get as far as validating where a prefix is not declared, or to something that is no URI.
          if (name.startsWith('xmlns:')) continue
          if (name === 'xmlns') attributes.set(name, 'x')
          else if (remove) attributes.delete(name)
          else attributes.set(name, value ?? values[pick % values.length] ?? 'x')
        }
        compare(definition, documentOf(definition, smallestWay(definition) ?? [], attributes))
      }),
      { numRuns: 4_000, seed: 2 },
    )
  })
})

const attributeChanges = fc.array(
  fc.record({
    pick: fc.nat(60),
    // No other letters than ASCII's: this libxml2, unlike xmllint and the standard, takes no word with an é for a name.
    value: fc.constantFrom(undefined, undefined, '', 'yes', ' yes', 'a b', '1a', 'a:b', '-x', 'new'),
    remove: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
)

const wayAndChange = fc.record({
  steps: fc.array(fc.nat(1000), { maxLength: 25 }),
  changes: fc.array(
    fc.record({ at: fc.nat(30), pick: fc.nat(1000), kind: fc.constantFrom('add', 'drop', 'double', 'swap') }),
    { maxLength: 2 },
  ),
})

function ruleOf({ dtd, name }: Definition): ElementRule {
  const rule = dtd.element(name)
  if (rule === undefined) throw new Error(`${dtd.file} ${dtd.version} has no ${name}`)
  return rule
}

/** The fewest children with which an element is complete. */
function smallestWay(definition: Definition): readonly string[] | undefined {
  const { start } = ruleOf(definition)
  return start === undefined ? [] : shortestWay(start, state => state.isFinal)
}

function randomWay(definition: Definition, steps: readonly number[]): string[] {
  const { start, content } = ruleOf(definition)
  const names = [...namesIn(content)]
  if (start === undefined)
    return names.length === 0 ? [] : steps.map(step => names[step % names.length] ?? '')
  const way: string[] = []
  let state: State = start
  for (const step of steps) {
    const next = [...state.next][step % Math.max(state.next.size, 1)]
    if (next === undefined) break
    way.push(next[0])
    state = next[1]
  }
  return [...way, ...(shortestWay(state, ({ isFinal }) => isFinal) ?? [])]
}

function change(
  way: string[],
  definition: Definition,
  changes: readonly { readonly at: number; readonly pick: number; readonly kind: string }[],
): string[] {
  const names = [...namesIn(ruleOf(definition).content), 'Money', 'Nonsense']
  for (const { at, pick, kind } of changes) {
    const index = at % Math.max(way.length, 1)
    const own = way[index] ?? ''
    if (kind === 'add') way.splice(index, 0, names[pick % names.length] ?? '')
    else if (kind === 'drop') way.splice(index, 1)
    else if (kind === 'double' && own !== '') way.splice(index, 0, own)
    else if (index > 0) way.splice(index - 1, 2, own, way[index - 1] ?? '')
  }
  return way
}

function documentOf(
  { dtd, name }: Definition,
  way: readonly string[],
  attributes: ReadonlyMap<string, string> = new Map(requiredAttributes(ruleOf({ dtd, name }))),
): string {
  const children = way.map(child => writeSmallest(dtd, child, 0)).join('')
  return `<!DOCTYPE ${name} SYSTEM "${systemIdOf(dtd)}">${writeElement(name, attributes, children)}`
}

/** Deep enough for every element of cXML; what contains itself ends here. */
const deepest = 12

function writeSmallest(dtd: Dtd, name: string, depth: number): string {
  const rule = dtd.element(name)
  if (rule === undefined || depth > deepest) return `<${name}/>`
  const way = rule.start === undefined ? [] : (shortestWay(rule.start, ({ isFinal }) => isFinal) ?? [])
  const children = way.map(child => writeSmallest(dtd, child, depth + 1)).join('')
  return writeElement(name, new Map(requiredAttributes(rule)), children)
}

let identifiers = 0

function requiredAttributes({ name, attributes, requiredAttributes }: ElementRule): [string, string][] {
  const names = [...requiredAttributes, ...(name === 'ds:Signature' ? ['xmlns:ds'] : [])]
  return names.map(name => {
    const { type, values, fixed } = attributes.get(name) ?? {}
    return [name, fixed ?? values?.[0] ?? (type === 'ID' ? `id${++identifiers}` : 'x')]
  })
}

function writeElement(name: string, attributes: ReadonlyMap<string, string>, children: string): string {
  const list = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('')
  return children === '' ? `<${name}${list}/>` : `<${name}${list}>${children}</${name}>`
}

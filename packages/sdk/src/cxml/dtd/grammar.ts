import { type AttributeType, tokenizedTypes } from './attribute-type.js'
import { buildAutomaton, type State } from './automaton.js'
import { type ContentModel, readContentModel } from './content-model.js'
import grammar from './grammar.json' with { type: 'json' }

/** What a DTD says about one element. */
export interface ElementRule {
  readonly name: string
  readonly content: ContentModel
  /** Before the first child; only where the content is elements. */
  readonly start: State | undefined
  readonly attributes: ReadonlyMap<string, AttributeRule>
  readonly requiredAttributes: readonly string[]
}

export interface AttributeRule {
  readonly type: AttributeType
  /** The only values that are allowed. */
  readonly values?: readonly string[]
  /** The only value, where the attribute is `#FIXED`. */
  readonly fixed?: string
}

/** One of cXML's DTD files in one version. */
export interface Dtd {
  /** `Fulfill` for `Fulfill.dtd`. */
  readonly file: string
  /** `1.2.024`. */
  readonly version: string
  element(name: string): ElementRule | undefined
}

const files = new Map(Object.entries(grammar.files).map(([file, versions]) => [file, versions.split(' ')]))
// The inferred type has every element of cXML as a property.
const elements: Readonly<Record<string, Readonly<Record<string, string>>>> = grammar.elements

/** `cXML` first, then the others by name: where an element is looked for when no DTD is declared. */
export const dtdFiles: readonly string[] = [...files.keys()].sort(
  (a, b) => Number(b === 'cXML') - Number(a === 'cXML') || Number(a === 'Private') - Number(b === 'Private'),
)

/** The versions of a file that we know, oldest first. */
export function versionsOf(file: string): readonly string[] {
  return files.get(file) ?? []
}

/** The newest version of the standard that we know. */
export const newestVersion: string = [...files.values()].flat().sort(compareVersions).at(-1) ?? ''

/** By numbers: `1.2.9` before `1.2.014`. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const dtds = new Map<string, Dtd>()

/** A DTD that we know, by a file of {@link dtdFiles} and a version of {@link versionsOf}. */
export function dtdOf(file: string, version: string): Dtd {
  const key = `${file} ${version}`
  let dtd = dtds.get(key)
  if (dtd === undefined) {
    dtd = new KnownDtd(file, version)
    dtds.set(key, dtd)
  }
  return dtd
}

/** A file in its newest version. */
export function newestDtdOf(file: string): Dtd {
  return dtdOf(file, versionsOf(file).at(-1) ?? newestVersion)
}

/** A file in a version, else in the next newer one that we know, else in the newest. */
export function nearestDtdOf(file: string, version: string): Dtd {
  const next = versionsOf(file).find(held => compareVersions(held, version) >= 0)
  return next === undefined ? newestDtdOf(file) : dtdOf(file, next)
}

const dtdsForWriting = new Map<string, Dtd>()

/**
 * What to write by for a partner who speaks a version: the file in that version, else in the one before it that we know.
 *
 * The published files of 1.2.024 call some attributes `nameRHT4`, `valueRHT2` and the like, a slip of their editor. Nobody
 * means that: here they are `name`, `value` and so on.
 */
export function dtdForWriting(file: string, version: string): Dtd {
  const key = `${file} ${version}`
  const made = dtdsForWriting.get(key)
  if (made !== undefined) return made
  const versions = versionsOf(file)
  const known = versions.findLast(held => compareVersions(held, version) <= 0) ?? versions[0] ?? newestVersion
  const same = dtdsForWriting.get(`${file} ${known}`)
  const dtd = same ?? new KnownDtd(file, known, text => text.replace(/([a-z])RHT\d+/g, '$1'))
  dtdsForWriting.set(`${file} ${known}`, dtd)
  dtdsForWriting.set(key, dtd)
  return dtd
}

/** Rules are made when a document first needs them: a document has about fifty kinds of element of 742. */
class KnownDtd implements Dtd {
  readonly file: string
  readonly version: string
  readonly #rules = new Map<string, ElementRule | undefined>()
  readonly #correct: (definition: string) => string

  constructor(file: string, version: string, correct = (definition: string) => definition) {
    this.file = file
    this.version = version
    this.#correct = correct
  }

  element(name: string): ElementRule | undefined {
    const known = this.#rules.get(name)
    if (known !== undefined) return known
    // Names that cXML does not know come from the document: they are not remembered.
    const definition = Object.hasOwn(elements, name) ? this.#definition(elements[name] ?? {}) : undefined
    if (definition === undefined) return undefined
    const rule = readRule(name, this.#correct(definition))
    this.#rules.set(name, rule)
    return rule
  }

  #definition(definitions: Readonly<Record<string, string>>): string | undefined {
    return Object.entries(definitions).find(([places]) =>
      places.split('; ').some(place => this.#isIn(place)),
    )?.[1]
  }

  /** `Fulfill,cXML 1.2.028-1.2.053`, `* 1.2.014`, `* 1.2.071-`. */
  #isIn(place: string): boolean {
    const [names = '', range = ''] = place.split(' ')
    if (names !== '*' && !names.split(',').includes(this.file)) return false
    const [first = '', last = first] = range.split('-')
    return (
      compareVersions(this.version, first) >= 0 && (last === '' || compareVersions(this.version, last) <= 0)
    )
  }
}

function readRule(name: string, definition: string): ElementRule {
  const [notation = '', list = ''] = definition.split(' @ ')
  const content = readContentModel(notation)
  const attributes = new Map<string, AttributeRule>()
  const requiredAttributes: string[] = []
  const attribute = /([^ (!=']+?)(?::(ID|IDREF|NMTOKENS?))?(?:\(([^)]*)\))?(!)?(?:='([^']*)')?(?: |$)/g
  for (const [, key = '', type, values, required, fixed] of list.matchAll(attribute)) {
    attributes.set(key, {
      type: tokenizedTypes.find(known => known === type) ?? 'CDATA',
      ...(values === undefined ? {} : { values: values.split('|') }),
      ...(fixed === undefined ? {} : { fixed }),
    })
    if (required !== undefined) requiredAttributes.push(key)
  }
  return {
    name,
    content,
    start: content.kind === 'elements' ? buildAutomaton(content.particle) : undefined,
    attributes,
    requiredAttributes,
  }
}

/**
 * Writes `src/cxml/dtd/grammar.json` from the published DTDs, which are not part of the project: they lie beside
 * the clone, or where `CXML_MATERIAL` says. To be run when a newer cXML version has been put there:
 *
 *   node packages/sdk/scripts/generate-grammar.ts
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Elements of one DTD: name → content and attributes, in the notation that `grammar.ts` explains. */
export type DtdElements = ReadonlyMap<string, string>

/** What `grammar.json` holds. */
export interface GrammarData {
  /** `cXML` → `1.1.010 1.2.014 …`, oldest first. */
  readonly files: Readonly<Record<string, string>>
  /** Name → where it is so (`* 1.2.014-1.2.020`) → content and attributes. */
  readonly elements: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The elements that a DTD declares, its parameter entities expanded, comments and default values left out. */
export function readDtd(text: string): DtdElements {
  const entities = new Map<string, string>()
  const contents = new Map<string, string>()
  const attributes = new Map<string, string[]>()
  // One declaration, comment, section or reference after another (XML 1.0 §2.8, extSubsetDecl). No DTD of cXML has a
  // conditional section that is included, or a reference between declarations.
  const declarations =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[[\s\S]*?\]\]>|<!(ENTITY|ELEMENT|ATTLIST)\s((?:"[^"]*"|'[^']*'|[^>"'])*)>|(\S)/g
  for (const [, keyword, rest = '', stray] of text.matchAll(declarations)) {
    if (stray !== undefined) throw new Error(`The DTD has ${JSON.stringify(stray)} between declarations`)
    if (keyword === 'ENTITY') {
      const [, name, double, single] = /^\s*%\s+(\S+)\s+(?:"([^"]*)"|'([^']*)')\s*$/.exec(rest) ?? []
      // Of two declarations the first binds (XML 1.0 §4.2).
      if (name !== undefined && !entities.has(name)) {
        entities.set(name, expand(double ?? single ?? '', entities))
      }
    } else if (keyword !== undefined) {
      const [, name = '', body = ''] = /^\s*(\S+)\s+([\s\S]*)$/.exec(expand(rest, entities)) ?? []
      if (keyword === 'ELEMENT') contents.set(name, writeContent(body))
      else attributes.set(name, [...(attributes.get(name) ?? []), ...writeAttributes(body)])
    }
  }
  return new Map(
    [...contents].map(([name, content]) => {
      // Of two declarations of an attribute the first binds (XML 1.0 §3.3).
      const own = new Map((attributes.get(name) ?? []).reverse().map(text => [nameOf(text), text]))
      const list = [...own.keys()].sort().map(key => own.get(key))
      return [name, [content, ...(list.length === 0 ? [] : ['@', ...list])].join(' ')]
    }),
  )
}

function expand(text: string, entities: ReadonlyMap<string, string>): string {
  return text.replace(/%([\w.-]+);/g, (_, name: string) => {
    const value = entities.get(name)
    if (value === undefined) throw new Error(`The DTD uses %${name}; without declaring it`)
    return ` ${value} `
  })
}

function nameOf(attribute: string): string {
  return attribute.replace(/[!(=].*$/s, '').replace(/:(?:ID|IDREF|IDREFS|NMTOKEN|NMTOKENS)$/, '')
}

/** `(A, (B | C)?)` → `A (B|C)?`. */
function writeContent(model: string): string {
  const tight = model.replace(/\s+/g, '')
  if (tight === 'EMPTY' || tight === 'ANY') return `#${tight}`
  if (tight.startsWith('(#PCDATA')) return tight.replace(/[()*]/g, '').replace('#PCDATA', '#TEXT')
  const tokens = tight.match(/[(),|]|[?*+]|[^(),|?*+]+/g) ?? []
  const group = readGroup(tokens, { at: 0 })
  return group.separator === '|' && group.occurrence === '' && group.items.length > 1
    ? `(${writeItems(group)})`
    : writeParticle(group, true)
}

interface Group {
  readonly items: (Group | string)[]
  separator: string
  occurrence: string
}

function readGroup(tokens: readonly string[], cursor: { at: number }): Group {
  const group: Group = { items: [], separator: ',', occurrence: '' }
  cursor.at++
  for (; tokens[cursor.at] !== ')'; ) {
    const token = tokens[cursor.at]
    if (token === undefined) throw new Error('A content model does not end')
    if (token === '(') group.items.push(readGroup(tokens, cursor))
    else {
      cursor.at++
      if (token === ',' || token === '|') group.separator = token
      else group.items.push(token + readOccurrence(tokens, cursor))
    }
  }
  cursor.at++
  group.occurrence = readOccurrence(tokens, cursor)
  return group
}

function readOccurrence(tokens: readonly string[], cursor: { at: number }): string {
  const token = tokens[cursor.at] ?? ''
  if (!['?', '*', '+'].includes(token)) return ''
  cursor.at++
  return token
}

/** `loose`: what stands around it is a sequence, so a sequence needs no brackets. */
function writeParticle(particle: Group | string, loose: boolean): string {
  if (typeof particle === 'string') return particle
  const [only] = particle.items
  if (particle.items.length === 1 && only !== undefined) {
    if (particle.occurrence === '') return writeParticle(only, loose)
    if (typeof only === 'string' && !/[?*+]$/.test(only)) return only + particle.occurrence
  }
  if (loose && particle.separator === ',' && particle.occurrence === '') return writeItems(particle)
  return `(${writeItems(particle)})${particle.occurrence}`
}

function writeItems({ items, separator }: Group): string {
  return items.map(item => writeParticle(item, separator === ',')).join(separator === ',' ? ' ' : '|')
}

/** `quantity CDATA #REQUIRED` → `quantity!`; `isAdHoc (yes) #IMPLIED` → `isAdHoc(yes)`. */
function writeAttributes(list: string): string[] {
  const attribute = /(\S+)\s+(\([^)]*\)|\w+)\s+(?:#REQUIRED|#IMPLIED|(?:#FIXED\s+)?(?:"[^"]*"|'[^']*'))/g
  const rest = list.replace(attribute, '').trim()
  if (rest !== '') throw new Error(`An attribute list has ${JSON.stringify(rest)} left over`)
  return [...list.matchAll(attribute)].map(([all, name = '', type = '']) => {
    const kind = type.startsWith('(') ? type.replace(/\s+/g, '') : type === 'CDATA' ? '' : `:${type}`
    const fixed = /#FIXED\s+["'](.*)["']$/s.exec(all)?.[1]?.replace(/\s+/g, ' ')
    return name + kind + (all.endsWith('#REQUIRED') ? '!' : '') + (fixed === undefined ? '' : `='${fixed}'`)
  })
}

/** All DTDs of a folder `VERSION/FILE.dtd`: `cXML 1.2.014` → its elements. */
export function readDtds(folder: string): Map<string, DtdElements> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map(file => ({ version: name, file })))
    .filter(({ file }) => file.endsWith('.dtd'))
  return new Map(
    names
      .map(({ version, file }): [string, DtdElements] => [
        `${file.slice(0, -'.dtd'.length)} ${version}`,
        readDtd(readFileSync(join(folder, version, file), 'utf8')),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** Each distinct definition of an element once, with the files and versions that have it. */
export function buildGrammar(dtds: ReadonlyMap<string, DtdElements>): GrammarData {
  const held = new Map<string, string[]>()
  const places = new Map<string, Map<string, string[]>>()
  for (const [dtd, elements] of dtds) {
    const [file = '', version = ''] = dtd.split(' ')
    held.set(file, [...(held.get(file) ?? []), version])
    for (const [name, definition] of elements) {
      const definitions = places.get(name) ?? new Map<string, string[]>()
      places.set(name, definitions)
      definitions.set(definition, [...(definitions.get(definition) ?? []), dtd])
    }
  }
  const elements = [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, definitions]) => [name, Object.fromEntries(orderByVersion(definitions, held))])
  const files = [...held].map(([file, versions]) => [file, versions.join(' ')])
  return { files: Object.fromEntries(files), elements: Object.fromEntries(elements) }
}

function orderByVersion(
  definitions: ReadonlyMap<string, readonly string[]>,
  held: ReadonlyMap<string, readonly string[]>,
): [string, string][] {
  return [...definitions]
    .sort(([, a], [, b]) => (oldest(a) < oldest(b) ? -1 : 1))
    .map(([text, where]) => [writePlaces(where, held), text])
}

function oldest(dtds: readonly string[]): string {
  return dtds.map(dtd => dtd.split(' ')[1] ?? '').sort()[0] ?? ''
}

/** `* 1.2.014-1.2.020`, `Fulfill,cXML 1.2.028-`: files with the same range together, `*` for all that have the version. */
function writePlaces(dtds: readonly string[], held: ReadonlyMap<string, readonly string[]>): string {
  const rest = new Set(dtds)
  const ranges: string[] = []
  while (rest.size > 0) {
    const first = oldest([...rest])
    // The longest range in which some file has it throughout, then every file of which that is true.
    const { last, files } = [...held.values()]
      .flat()
      .sort()
      .filter(version => version >= first)
      .map(last => ({ last, files: filesThroughout(rest, held, first, last) }))
      .filter(({ files }) => files.length > 0)
      .reduce((best, next) => (next.files.length >= best.files.length ? next : best))
    const all = [...held].filter(([, versions]) =>
      versions.some(version => version >= first && version <= last),
    )
    const newest = [...held.values()].flat().every(version => version <= last)
    const until = newest ? '-' : last === first ? '' : `-${last}`
    ranges.push(`${files.length === all.length ? '*' : files.join(',')} ${first}${until}`)
    for (const file of files) {
      for (const version of held.get(file) ?? []) {
        if (version >= first && version <= last) rest.delete(`${file} ${version}`)
      }
    }
  }
  return ranges.join('; ')
}

function filesThroughout(
  rest: ReadonlySet<string>,
  held: ReadonlyMap<string, readonly string[]>,
  first: string,
  last: string,
): string[] {
  return [...held]
    .filter(([file, versions]) => {
      const within = versions.filter(version => version >= first && version <= last)
      return within.length > 0 && within.every(version => rest.has(`${file} ${version}`))
    })
    .map(([file]) => file)
}

/** As the formatter has it. */
export function writeGrammar(grammar: GrammarData): string {
  return `${JSON.stringify(grammar, null, 2)}\n`
}

const script = fileURLToPath(import.meta.url)
if (process.argv[1] !== undefined && resolve(process.argv[1]) === script) {
  const root = resolve(script, '../../../..')
  const material = process.env.CXML_MATERIAL ?? resolve(root, '../shared/cxml')
  const target = join(root, 'packages/sdk/src/cxml/dtd/grammar.json')
  writeFileSync(target, writeGrammar(buildGrammar(readDtds(join(material, 'dtd')))))
}

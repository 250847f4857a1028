import { CatalogError } from './catalog-error.js'
import type { CatalogProblem, CifHeader } from './cif-file.js'
import { defaultColumns } from './columns.js'
import { CsvReader } from './csv.js'
import { mostColumns } from './limits.js'

export interface Head {
  readonly header: CifHeader
  /** Line of each key. */
  readonly places: ReadonlyMap<string, number>
  /** Where the first row begins. */
  readonly data: { readonly at: number; readonly line: number }
  readonly problems: readonly CatalogProblem[]
}

/** More lines before DATA are none of a header. */
const mostLines = 1000

/** Reads everything before the first row. Throws `ERR_CATALOG_NOT_CIF` where there is no DATA. */
export function readHead(text: string): Head {
  const lines: { readonly text: string; readonly line: number }[] = []
  const ends = /\r\n?|\n|$/g
  let at = 0
  for (let line = 1; line <= mostLines && at < text.length; line += 1) {
    ends.lastIndex = at
    const end = ends.exec(text)
    const from = at
    const to = end?.index ?? text.length
    at = to + (end?.[0].length ?? 0)
    const found = unwrapped(text.slice(from, to))
    if (/^DATA$/i.test(found)) return read(lines, { at, line: line + 1 })
    if (found !== '') lines.push({ text: found, line })
    if (end === null || end[0] === '') break
  }
  throw new CatalogError(
    'ERR_CATALOG_NOT_CIF',
    `The file has no line DATA among its first ${mostLines}: behind it the rows begin.`,
    { line: 1, column: 1 },
  )
}

/** A spreadsheet puts quotation marks around a line with commas in it, and commas behind every line. */
function unwrapped(line: string): string {
  const plain = line.trim().replace(/[,\s]+$/, '')
  const quoted = /^"((?:[^"]|"")*)"$/.exec(plain)
  return quoted === null ? plain : (quoted[1] ?? '').replaceAll('""', '"').trim()
}

function read(lines: readonly { readonly text: string; readonly line: number }[], data: Head['data']): Head {
  const [first, ...keyed] = lines
  const version = first?.text ?? ''
  const values = new Map<string, string>()
  const places = new Map<string, number>()
  const problems: CatalogProblem[] = []
  const warn = (line: number, message: string) =>
    problems.push({ severity: 'warning', code: 'WARN_CATALOG_HEADER', line, column: 1, message })
  if (version !== 'CIF_I_V3.0') warn(1, `The version is ${show(version)}; read as CIF_I_V3.0.`)
  for (const { text, line } of keyed) {
    const found = /^([A-Za-z_]+)(?:[\s:,]+|$)(.*)$/s.exec(text)
    const key = found?.[1]?.toUpperCase()
    if (key === undefined) {
      warn(line, `${show(text)} is no key of a header; expected one such as CURRENCY: USD.`)
      continue
    }
    if (values.has(key)) warn(line, `${key} stands in the header twice; the later one holds.`)
    values.set(key, (found?.[2] ?? '').trim())
    places.set(key, line)
  }
  return { header: headerOf(version, values, { places, problems }), places, data, problems }
}

const known = new Set([
  'CHARSET',
  'LOADMODE',
  'CODEFORMAT',
  'CURRENCY',
  'SUPPLIERID_DOMAIN',
  'ITEMCOUNT',
  'TIMESTAMP',
  'UNUOM',
  'COMMENTS',
  'FIELDNAMES',
])

function headerOf(
  version: string,
  values: ReadonlyMap<string, string>,
  told: { readonly places: ReadonlyMap<string, number>; readonly problems: CatalogProblem[] },
): CifHeader {
  const optional = <Name extends string>(name: Name, key: string) => {
    const value = values.get(key)
    return value === undefined || value === '' ? {} : ({ [name]: value } as { readonly [N in Name]?: string })
  }
  const complain = (key: string, message: string) =>
    told.problems.push({
      severity: 'error',
      code: 'ERR_CATALOG_HEADER',
      line: told.places.get(key) ?? 1,
      column: 1,
      message,
    })
  const itemCount = values.get('ITEMCOUNT')
  const count = /^\d{1,9}$/.test(itemCount ?? '') ? { itemCount: Number(itemCount) } : {}
  const unUOM = values.get('UNUOM')
  return {
    version,
    ...optional('charset', 'CHARSET'),
    loadMode: loadModeOf(values.get('LOADMODE'), complain),
    ...optional('codeFormat', 'CODEFORMAT'),
    ...optional('currency', 'CURRENCY'),
    ...optional('supplierIDDomain', 'SUPPLIERID_DOMAIN'),
    ...count,
    ...optional('timestamp', 'TIMESTAMP'),
    ...(unUOM === undefined ? {} : { unUOM: /^(?:t|true|y|yes|1)$/i.test(unUOM) }),
    ...optional('comments', 'COMMENTS'),
    fieldNames: fieldNamesOf(values.get('FIELDNAMES'), complain),
    others: Object.fromEntries([...values].filter(([key]) => !known.has(key))),
  }
}

function loadModeOf(value: string | undefined, complain: (key: string, message: string) => void) {
  if (value !== undefined && /^i/i.test(value)) return 'incremental'
  if (value === undefined || !/^f/i.test(value)) {
    // A file that does not say whether it replaces everything must not.
    const found = value === undefined ? 'missing' : show(value)
    complain('LOADMODE', `LOADMODE is ${found}; expected F (full) or I (incremental).`)
  }
  return 'full'
}

function fieldNamesOf(
  value: string | undefined,
  complain: (key: string, message: string) => void,
): readonly string[] {
  const names = new CsvReader(value ?? '', { at: 0, line: 1 }).next()?.cells.map(({ text }) => text) ?? []
  while (names.at(-1) === '') names.pop()
  if (names.length === 0) return defaultColumns.map(({ name }) => name)
  if (names.length > mostColumns) {
    complain('FIELDNAMES', `FIELDNAMES names ${names.length} columns; at most ${mostColumns} are read.`)
  }
  return names.slice(0, mostColumns).map((name, index) => (name === '' ? `Column ${index + 1}` : name))
}

function show(text: string): string {
  return JSON.stringify(text.slice(0, 60))
}

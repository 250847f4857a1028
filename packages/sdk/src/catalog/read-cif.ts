import { catalogKey } from './catalog.js'
import { CatalogError, shownValue } from './catalog-error.js'
import { type CatalogProblem, type CifFile, type CifItem, mostProblems } from './cif-file.js'
import { columnNamed } from './columns.js'
import { CsvReader, type CsvRow } from './csv.js'
import { decodeCif } from './decode-cif.js'
import { type CatalogLimits, catalogLimits } from './limits.js'
import { type Head, readHead } from './read-head.js'
import { readItem } from './read-item.js'

/**
 * Reads a CIF file as they are in the wild: keys with a colon, a space, a tab or a comma behind them, UTF-8 and Latin-1, a
 * byte order mark, rows from a spreadsheet, no FIELDNAMES. Nothing is lost: rows with errors are among the items, unknown
 * columns under `others`, and what is wrong is said with line and column under `problems`.
 *
 * Throws `ERR_CATALOG_NOT_CIF` where the file is something else, `ERR_CATALOG_LIMIT` where it is too large.
 */
export function readCif(bytes: Uint8Array, limits: Partial<CatalogLimits> = {}): CifFile {
  const { bytes: mostBytes, items: mostItems } = { ...catalogLimits, ...limits }
  if (bytes.length > mostBytes) throw tooLarge(`${bytes.length} bytes`, `${mostBytes} are allowed`)
  const { text, problems: encoding } = decodeCif(bytes)
  const head = readHead(text)
  const reader = new CsvReader(text, head.data)
  const found = new Findings([...encoding, ...head.problems])
  const items: CifItem[] = []
  const isEnded = readRows({ reader, head, found, items, mostItems })
  if (!isEnded) {
    found.add({
      severity: 'error',
      code: 'ERR_CATALOG_TRUNCATED',
      line: text.split(/\r\n?|\n/).length,
      column: 1,
      message: 'The file ends without a line ENDOFDATA: a part of it may be missing. Send the whole file.',
    })
  }
  countItems(head, items, found)
  findDoubled(items, found)
  return { header: head.header, items, problems: found.all }
}

/** Problems in their order; those beyond the most are counted by the last. */
class Findings {
  readonly all: CatalogProblem[]

  constructor(first: readonly CatalogProblem[]) {
    this.all = [...first]
  }

  add(problem: CatalogProblem): void {
    if (this.all.length < mostProblems) this.all.push(problem)
  }
}

/** Returns whether the file says where its data ends. */
function readRows(reading: {
  readonly reader: CsvReader
  readonly head: Head
  readonly found: Findings
  readonly items: CifItem[]
  readonly mostItems: number
}): boolean {
  const { reader, head, found, items, mostItems } = reading
  const columns = head.header.fieldNames.map(name => ({ name, known: columnNamed(name) }))
  for (;;) {
    if (/^"?ENDOFDATA"?[\s,]*$/i.test(reader.peekLine().slice(0, 1000))) {
      const end = reader.next()
      if (/[^\s,\p{Cc}]/u.test(reader.rest())) found.add(surplusText((end?.line ?? 0) + 1))
      return true
    }
    const row = reader.next()
    if (row === undefined) return false
    if (isBlank(row)) continue
    if (items.length === mostItems) throw tooLarge(`more than ${mostItems} rows`, 'split it')
    const { item, problems } = readItem(row, columns, head.header.currency)
    for (const problem of problems) found.add({ ...problem, item: items.length })
    items.push(item)
  }
}

function isBlank({ cells, unclosed }: CsvRow): boolean {
  return unclosed === undefined && cells.every(({ text }) => text === '')
}

function surplusText(line: number): CatalogProblem {
  return {
    severity: 'warning',
    code: 'WARN_CATALOG_SURPLUS',
    line,
    column: 1,
    message: 'Something stands behind ENDOFDATA; it is not read.',
  }
}

function countItems({ header, places }: Head, items: readonly CifItem[], found: Findings): void {
  const { itemCount } = header
  if (itemCount === undefined || itemCount === items.length) return
  found.add({
    severity: 'warning',
    code: 'WARN_CATALOG_ITEMCOUNT',
    line: places.get('ITEMCOUNT') ?? 1,
    column: 1,
    message: `ITEMCOUNT is ${itemCount}, and the file has ${items.length} rows. Write the number of rows, or leave it out.`,
  })
}

function findDoubled(items: readonly CifItem[], found: Findings): void {
  const lines = new Map<string, number>()
  for (const [index, item] of items.entries()) {
    const key = catalogKey(item)
    const earlier = lines.get(key)
    if (earlier !== undefined) {
      found.add({
        severity: 'warning',
        code: 'WARN_CATALOG_DOUBLED',
        line: item.line,
        column: 1,
        message: `${shownValue(item.supplierPartID)} stands in line ${earlier} too; this row holds. Tell variants apart by the Supplier Part Auxiliary ID.`,
        item: index,
      })
    }
    lines.set(key, item.line)
  }
}

function tooLarge(found: string, expected: string): CatalogError {
  return new CatalogError('ERR_CATALOG_LIMIT', `The file has ${found}; ${expected}`)
}

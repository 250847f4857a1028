import { isDecimal } from '../cxml/values/decimal.js'
import { type CatalogItem, type PunchoutLevel, punchoutLevels } from './catalog.js'
import { shownValue } from './catalog-error.js'
import { itemProblem } from './check-item.js'
import type { CatalogProblem, CatalogProblemCode, CifItem } from './cif-file.js'
import type { Column } from './columns.js'
import type { Cell, CsvRow } from './csv.js'
import { longestValue } from './limits.js'

interface FileColumn {
  /** As the file writes it. */
  readonly name: string
  readonly known: Column | undefined
}

type Draft = { -readonly [Key in keyof CatalogItem]: CatalogItem[Key] }

/** One row → an item, and what is wrong with it. An empty value is an absent one. */
export function readItem(
  row: CsvRow,
  columns: readonly FileColumn[],
  currency: string | undefined,
): { readonly item: CifItem; readonly problems: readonly CatalogProblem[] } {
  const problems: CatalogProblem[] = []
  const complain = (code: CatalogProblemCode, { line, column }: Omit<Cell, 'text'>, message: string) =>
    problems.push({ severity: 'error', code, line, column, message })
  const draft: Draft = { supplierPartID: '' }
  const others: Record<string, string> = {}
  const cells = withoutSurplus(row.cells, columns.length)
  for (const [index, cell] of cells.entries()) {
    if (cell.text === '') continue
    const { name, known } = columns[index] ?? { name: `Column ${index + 1}`, known: undefined }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u0008\u000e-\u001f]/.test(cell.text) || cell.text.length > longestValue) {
      complain(
        'ERR_CATALOG_CHARACTER',
        cell,
        `${name} is ${shownValue(cell.text)}, with a control character or too long.`,
      )
    }
    const rest =
      known === undefined || (draft[known.field] ?? '') !== '' ? cell.text : take(draft, known, cell.text)
    if (rest === undefined) continue
    if (known !== undefined && draft[known.field] === undefined) {
      complain('ERR_CATALOG_ITEM', cell, `${name} is ${shownValue(rest)}; ${expectations[known.kind]}.`)
    }
    others[othersName(others, name)] = rest
  }
  if (row.unclosed !== undefined) {
    complain(
      'ERR_CATALOG_QUOTE',
      row.unclosed,
      'A quotation mark opens here and none closes it; double those inside a value.',
    )
  } else if (cells.length !== columns.length) {
    const place = cells.at(-1) ?? { line: row.line, column: 1 }
    complain(
      'ERR_CATALOG_ROW',
      place,
      `The row has ${cells.length} values, and the file ${columns.length} columns. Quote values with commas.`,
    )
  }
  const item: CifItem = {
    ...draft,
    ...(Object.keys(others).length === 0 ? {} : { others }),
    line: row.line,
  }
  if (problems.length === 0) {
    const problem = itemProblem(currency === undefined ? item : { currency, ...item })
    const at = columns.findIndex(({ known }) => known?.field === problem?.field)
    const name = columns[at]?.name ?? problem?.field ?? ''
    const place = cells[at] ?? { line: row.line, column: 1 }
    if (problem !== undefined) complain('ERR_CATALOG_ITEM', place, `${name} ${problem.message}.`)
  }
  return { item, problems }
}

/** Spreadsheets put commas behind short rows. */
function withoutSurplus(cells: readonly Cell[], columns: number): readonly Cell[] {
  const last = cells.findLastIndex(({ text }) => text !== '')
  return cells.slice(0, Math.max(last + 1, columns))
}

function othersName(others: Readonly<Record<string, string>>, name: string): string {
  let free = name
  for (let number = 2; Object.hasOwn(others, free); number += 1) free = `${name} ${number}`
  return free
}

const expectations: Readonly<Record<Column['kind'], string>> = {
  text: 'expected a text',
  number: 'expected a number such as 1234.50, without currency or separators of thousands',
  date: 'expected a date such as 2026-01-31',
  flag: 'expected TRUE or FALSE',
  level: 'expected store, aisle, shelf or product',
}

/** Puts a value into its field. Returns it where it cannot stand there. */
function take(draft: Draft, column: Column, text: string): string | undefined {
  switch (column.kind) {
    case 'text':
      draft[column.field] = text
      return undefined
    case 'date':
      draft[column.field] = text
      return undefined
    case 'number':
      // What is no number is told by the check of the item, and must not be lost.
      if (!isDecimal(text.trim())) return text
      draft[column.field] = text.trim()
      return undefined
    case 'flag': {
      const flag = flagOf(text)
      if (flag === undefined) return text
      draft[column.field] = flag
      return undefined
    }
    case 'level': {
      const level = levelOf(text)
      if (level === undefined) return text
      draft[column.field] = level
      return undefined
    }
  }
}

function flagOf(text: string): boolean | undefined {
  if (/^\s*(?:t|true|y|yes|1)\s*$/i.test(text)) return true
  return /^\s*(?:f|false|n|no|0)\s*$/i.test(text) ? false : undefined
}

function levelOf(text: string): PunchoutLevel | undefined {
  const word = text.trim().toLowerCase()
  return word === 'item' ? 'product' : punchoutLevels.find(level => level === word)
}

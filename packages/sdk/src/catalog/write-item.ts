import type { CatalogItem } from './catalog.js'
import { CatalogError } from './catalog-error.js'
import { itemProblem } from './check-item.js'
import { type Column, columns } from './columns.js'
import { onOneLine, writeRow } from './csv.js'
import { longestValue } from './limits.js'

/** Of every item that says nothing of its own. */
export interface ItemDefaults {
  readonly supplierID: string
  readonly currency: string
  /** Names of the columns behind ours. */
  readonly otherColumns: readonly string[]
}

/** One line of the file without its end. Throws `ERR_CATALOG_ITEM`; `path` is what the message names. */
export function writeItem(item: CatalogItem, defaults: ItemDefaults, path: string): string {
  const whole = { supplierID: defaults.supplierID, currency: defaults.currency, ...item }
  const problem = itemProblem(whole)
  if (problem !== undefined) throw refused(`${path}.${problem.field}`, problem.message)
  for (const name of Object.keys(item.others ?? {})) {
    if (defaults.otherColumns.includes(name)) continue
    throw refused(
      `${path}.others`,
      `has the column ${JSON.stringify(name)}, which otherColumns does not name`,
    )
  }
  const values = [
    ...columns.map(column => textIn(whole, column)),
    ...defaults.otherColumns.map(name => item.others?.[name] ?? ''),
  ]
  const long = values.findIndex(value => value.length > longestValue)
  if (long !== -1) {
    const name = columns[long]?.name ?? defaults.otherColumns[long - columns.length]
    throw refused(path, `has ${name} of more than ${longestValue} characters; shorten it`)
  }
  return writeRow(values.map(onOneLine))
}

function textIn(item: CatalogItem, column: Column): string {
  const value = item[column.field]
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value
}

function refused(path: string, problem: string): CatalogError {
  return new CatalogError('ERR_CATALOG_ITEM', `${path} ${problem}`, { path })
}

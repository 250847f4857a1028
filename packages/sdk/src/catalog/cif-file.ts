import type { CatalogItem, LoadMode } from './catalog.js'

/** What a file says of itself. Keys that it does not have are absent. */
export interface CifHeader {
  /** `CIF_I_V3.0`. */
  readonly version: string
  readonly charset?: string
  readonly loadMode: LoadMode
  readonly codeFormat?: string
  readonly currency?: string
  readonly supplierIDDomain?: string
  readonly itemCount?: number
  readonly timestamp?: string
  readonly unUOM?: boolean
  readonly comments?: string
  /** As they stand in the file; the 12 default columns where it names none. */
  readonly fieldNames: readonly string[]
  /** Keys that are none of the above. */
  readonly others: Readonly<Record<string, string>>
}

/** Something about the file that a buyer would refuse, or stumble over. */
export interface CatalogProblem {
  /** `error`: the row must not be loaded, or, where it is about no row, the file. */
  readonly severity: 'error' | 'warning'
  readonly code: CatalogProblemCode
  /** 1 is the first. */
  readonly line: number
  readonly column: number
  readonly message: string
  /** Index in `items` of the row in question. */
  readonly item?: number
}

/** What a {@link CatalogProblem} is about. */
export type CatalogProblemCode =
  /** The row misses a value, or has one that cannot be. */
  | 'ERR_CATALOG_ITEM'
  /** More or fewer values than columns. */
  | 'ERR_CATALOG_ROW'
  /** A quotation mark that nothing closes. */
  | 'ERR_CATALOG_QUOTE'
  /** A control character, or bytes that are none in the file's charset. */
  | 'ERR_CATALOG_CHARACTER'
  /** A key that the file needs is missing or cannot be read. */
  | 'ERR_CATALOG_HEADER'
  /** The file ends without ENDOFDATA: a part may be missing. */
  | 'ERR_CATALOG_TRUNCATED'
  | 'WARN_CATALOG_HEADER'
  | 'WARN_CATALOG_CHARSET'
  | 'WARN_CATALOG_ITEMCOUNT'
  /** Two rows are one item; the later one holds. */
  | 'WARN_CATALOG_DOUBLED'
  /** Something stands behind ENDOFDATA. */
  | 'WARN_CATALOG_SURPLUS'

/** A row of a file. */
export interface CifItem extends CatalogItem {
  /** Where it begins; 1 is the first line. */
  readonly line: number
}

/** A CIF file as it was read: every row, and what is wrong with it. */
export interface CifFile {
  readonly header: CifHeader
  /** In their order, those with errors too. */
  readonly items: readonly CifItem[]
  /** At most {@link mostProblems}. */
  readonly problems: readonly CatalogProblem[]
}

/** Nobody reads more. */
export const mostProblems = 1000

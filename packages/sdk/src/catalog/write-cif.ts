import { currencyOf } from '../cxml/values/currency.js'
import type { Catalog, CatalogItem, LoadMode } from './catalog.js'
import { CatalogError } from './catalog-error.js'
import { type CatalogCharset, encodeText } from './charset.js'
import { columnNamed, columns } from './columns.js'
import { onOneLine, writeRow } from './csv.js'
import { type CatalogLimits, catalogLimits, mostColumns } from './limits.js'
import { writeItem } from './write-item.js'

/** How a CIF file is written. */
export interface WriteCifOptions {
  /** Default `full`. */
  readonly loadMode?: LoadMode
  /** Default `UTF-8`. */
  readonly charset?: CatalogCharset
  /** When the catalogue was made; without it the key is left out. */
  readonly timestamp?: Date
  /** What becomes of a character that the charset does not have. Default `refuse`: `ERR_CATALOG_CHARACTER`. */
  readonly unknownCharacters?: 'refuse' | 'replace'
  /** Default {@link catalogLimits}. */
  readonly limits?: Partial<CatalogLimits>
}

/** The same where items come one after another, so that the head is written before they are known. */
export interface StreamCifOptions extends WriteCifOptions {
  /** How many items will come, for ITEMCOUNT; without it the key is left out. */
  readonly itemCount?: number
  /** Columns of `CatalogItem.others`; others are refused. */
  readonly otherColumns?: readonly string[]
}

/** A catalogue whose items come one after another: from a database, from a service. */
export type StreamedCatalog = Omit<Catalog, 'items'> & {
  readonly items: Iterable<CatalogItem> | AsyncIterable<CatalogItem>
}

/**
 * Writes a catalogue as CIF 3.0: the header, the 12 default columns, then those of punchout and the rest that we know, then
 * those of `others`. Values are CSV with doubled quotation marks; control characters and line ends in a value become one
 * space, since readers take the file apart at its line ends. Lines end with CR LF.
 *
 * Throws `ERR_CATALOG_ITEM` for an item that a buyer would refuse, `ERR_CATALOG_CHARACTER`, `ERR_CATALOG_HEADER`, and
 * `ERR_CATALOG_LIMIT` beyond the limits: then {@link writeCifFiles} makes several files.
 */
export function writeCif(catalog: Catalog, options: WriteCifOptions = {}): Uint8Array {
  const { items } = catalog
  const otherColumns = otherColumnsOf(items)
  const writer = new CifWriter(catalog, { ...options, otherColumns, itemCount: items.length })
  return joined([writer.head(), ...items.map(item => writer.row(item)), writer.tail()])
}

/** The same, piece by piece: memory stays small however large the catalogue is. What is thrown comes with the piece. */
export async function* streamCif(
  catalog: StreamedCatalog,
  options: StreamCifOptions = {},
): AsyncGenerator<Uint8Array> {
  const writer = new CifWriter(catalog, options)
  yield writer.head()
  for await (const item of catalog.items) yield writer.row(item)
  yield writer.tail()
}

/**
 * The same as several files, each within the limits: the first as `loadMode` says, those behind it incremental, as a second
 * full load would replace the first. Load them in this order.
 */
export function writeCifFiles(catalog: Catalog, options: WriteCifOptions = {}): Uint8Array[] {
  const limits = { ...catalogLimits, ...options.limits }
  const otherColumns = otherColumnsOf(catalog.items)
  const unlimited = { bytes: Number.POSITIVE_INFINITY, items: Number.POSITIVE_INFINITY }
  const sizing = new CifWriter(catalog, { ...options, otherColumns, limits: unlimited })
  const around = sizing.head().length + sizing.tail().length + 'ITEMCOUNT: 00000000\r\n'.length
  const parts: CatalogItem[][] = [[]]
  let bytes = around
  for (const item of catalog.items) {
    const { length } = sizing.row(item)
    const part = parts.at(-1) ?? []
    if (part.length > 0 && (part.length === limits.items || bytes + length > limits.bytes)) {
      parts.push([item])
      bytes = around + length
    } else {
      part.push(item)
      bytes += length
    }
  }
  return parts.map((items, index) =>
    writeCif({ ...catalog, items }, index === 0 ? options : { ...options, loadMode: 'incremental' }),
  )
}

class CifWriter {
  readonly #catalog: Omit<Catalog, 'items'>
  readonly #options: StreamCifOptions
  readonly #limits: CatalogLimits
  readonly #otherColumns: readonly string[]
  #items = 0
  #bytes = 0

  constructor(catalog: Omit<Catalog, 'items'>, options: StreamCifOptions) {
    this.#catalog = catalog
    this.#options = options
    this.#limits = { ...catalogLimits, ...options.limits }
    this.#otherColumns = options.otherColumns ?? []
    assertHeader(catalog, this.#otherColumns)
  }

  head(): Uint8Array {
    const { supplierIDDomain, currency, codeFormat = 'UNSPSC', unUOM = true, comments } = this.#catalog
    const { loadMode = 'full', charset = 'UTF-8', timestamp, itemCount } = this.#options
    const keys: readonly (readonly [string, string | undefined])[] = [
      ['CHARSET', charset],
      ['LOADMODE', loadMode === 'full' ? 'F' : 'I'],
      ['CODEFORMAT', codeFormat],
      ['CURRENCY', currency],
      ['SUPPLIERID_DOMAIN', supplierIDDomain],
      ['ITEMCOUNT', itemCount === undefined ? undefined : String(itemCount)],
      ['TIMESTAMP', timestamp?.toISOString().replace(/\.\d+Z$/, 'Z')],
      ['UNUOM', unUOM ? 'TRUE' : 'FALSE'],
      ['COMMENTS', comments === undefined ? undefined : onOneLine(comments)],
      ['FIELDNAMES', writeRow([...columns.map(({ name }) => name), ...this.#otherColumns])],
    ]
    const lines = keys.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    return this.#encode(['CIF_I_V3.0', ...lines, 'DATA', ''].join('\r\n'), 'header')
  }

  row(item: CatalogItem): Uint8Array {
    const path = `items[${this.#items}]`
    this.#items += 1
    if (this.#items > this.#limits.items) throw tooLarge(`${this.#limits.items} items`)
    const { loadMode = 'full' } = this.#options
    if (item.delete === true && loadMode === 'full') {
      throw new CatalogError(
        'ERR_CATALOG_ITEM',
        `${path}.delete is set in a full catalogue, which replaces everything; leave the item out, or write an incremental one`,
        { path: `${path}.delete` },
      )
    }
    const { supplierID, currency } = this.#catalog
    const defaults = { supplierID, currency, otherColumns: this.#otherColumns }
    return this.#encode(`${writeItem(item, defaults, path)}\r\n`, path)
  }

  tail(): Uint8Array {
    const { itemCount } = this.#options
    if (itemCount !== undefined && itemCount !== this.#items) {
      throw new CatalogError(
        'ERR_CATALOG_HEADER',
        `itemCount is ${itemCount}, and ${this.#items} items came; ITEMCOUNT has been written already`,
      )
    }
    return this.#encode('ENDOFDATA\r\n', 'ENDOFDATA')
  }

  #encode(text: string, path: string): Uint8Array {
    const { charset = 'UTF-8', unknownCharacters = 'refuse' } = this.#options
    const bytes = encodeText(text, charset, { unknownCharacters, path })
    this.#bytes += bytes.length
    if (this.#bytes > this.#limits.bytes) throw tooLarge(`${this.#limits.bytes} bytes`)
    return bytes
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function otherColumnsOf(items: readonly CatalogItem[]): string[] {
  return [...new Set(items.flatMap(({ others }) => (others === undefined ? [] : Object.keys(others))))]
}

function assertHeader(catalog: Omit<Catalog, 'items'>, otherColumns: readonly string[]): void {
  for (const key of ['supplierID', 'supplierIDDomain', 'codeFormat'] as const) {
    const value = catalog[key]
    if (value !== undefined && (value.trim() === '' || /\p{Cc}/u.test(value))) {
      throw badHeader(key, `is ${JSON.stringify(value)}; expected a name on one line`)
    }
  }
  if (currencyOf(catalog.currency) === undefined) {
    throw badHeader(
      'currency',
      `is ${JSON.stringify(catalog.currency)}; expected a code of ISO 4217, such as USD`,
    )
  }
  const taken = otherColumns.find(
    name => name.trim() !== name || name === '' || /\p{Cc}/u.test(name) || columnNamed(name) !== undefined,
  )
  if (taken !== undefined) {
    throw badHeader(
      'others',
      `has the column ${JSON.stringify(taken)}, which has a field of its own or is no name`,
    )
  }
  if (otherColumns.length + columns.length > mostColumns) throw tooLarge(`${mostColumns} columns`)
}

function badHeader(path: string, problem: string): CatalogError {
  return new CatalogError('ERR_CATALOG_HEADER', `${path} ${problem}`, { path })
}

function tooLarge(limit: string): CatalogError {
  return new CatalogError(
    'ERR_CATALOG_LIMIT',
    `The catalogue has more than ${limit}; write several files with writeCifFiles`,
  )
}

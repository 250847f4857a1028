import { CatalogError, type CifFile, readCif } from '@punchloop/sdk/catalog'
import type { Work } from '../control/work.js'
import type { IndexLoad, LoadedVia } from './index-catalog.js'
import { insertLoad, keepCatalog, keepItem, removeItem, removeItems } from './index-records.js'

/** A file for the catalogue of this name, which is made where it is not known yet. */
export interface CatalogToLoad {
  readonly supplier: number
  readonly name: string
  readonly via: LoadedVia
  readonly by: string
  readonly bytes: Uint8Array
}

/**
 * A full file replaces the catalogue's items, an incremental one changes, adds and deletes. Rows with errors are left out; a
 * file that is wrong as a whole (cut off, no CIF) changes nothing. What became of it is kept in any case.
 */
export function loadCatalog(work: Work, { bytes, ...load }: CatalogToLoad): IndexLoad {
  const read = tryToRead(bytes)
  if ('message' in read) {
    const { message } = read
    return insertLoad(work, {
      ...load,
      status: 'refused',
      rowCount: 0,
      loadedCount: 0,
      problems: [],
      message,
    })
  }
  const { header, items, problems } = read
  const { loadMode } = header
  const about = { ...load, loadMode, rowCount: items.length, problems }
  const whole = problems.find(({ severity, item }) => severity === 'error' && item === undefined)
  if (whole !== undefined) {
    const message = `Line ${whole.line}: ${whole.message}`
    return insertLoad(work, { ...about, status: 'refused', loadedCount: 0, message })
  }
  const faulty = new Set(problems.flatMap(({ severity, item }) => (severity === 'error' ? [item] : [])))
  const catalog = keepCatalog(work, load.supplier, load.name)
  if (loadMode === 'full') removeItems(work, catalog)
  for (const [index, { line, ...item }] of items.entries()) {
    if (faulty.has(index)) continue
    const { currency } = header
    if (item.delete === true) removeItem(work, catalog, item)
    else keepItem(work, catalog, { ...(currency === undefined ? {} : { currency }), ...item })
  }
  const loadedCount = items.length - faulty.size
  return insertLoad(work, { ...about, status: faulty.size === 0 ? 'loaded' : 'partly', loadedCount })
}

function tryToRead(bytes: Uint8Array): CifFile | { readonly message: string } {
  try {
    return readCif(bytes)
  } catch (error) {
    if (error instanceof CatalogError) return { message: error.message }
    throw error
  }
}

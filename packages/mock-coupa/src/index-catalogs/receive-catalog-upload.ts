import { CatalogError, readCatalogUpload } from '@punchloop/sdk/catalog'
import type { AttachedFile, RequestDocument } from '@punchloop/sdk/cxml'
import type { Supplier } from '../company/supplier.js'
import type { Work } from '../control/work.js'
import { findCatalog } from './index-records.js'
import { loadCatalog } from './load-catalog.js'

/** Longer names are none. */
const longestName = 200

/**
 * A supplier's CatalogUploadRequest with its MIME files → the `Status` to answer with. `new` must not be known yet, `update`
 * must be (cXML.dtd). 201 where rows were left out.
 *
 * Unverified: the codes of the refusals, and that the file is checked while the sender waits.
 */
export function receiveCatalogUpload(
  work: Work,
  supplier: Supplier,
  delivered: {
    readonly document: RequestDocument<'CatalogUploadRequest'>
    readonly files: readonly AttachedFile[]
  },
): { readonly code: string; readonly text: string } {
  const { document, files } = delivered
  const { operation, catalogName } = document.request.catalogUploadRequest
  const name = catalogName?.value.trim().slice(0, longestName) ?? ''
  if (name === '')
    return { code: '406', text: 'CatalogName is empty; every catalogue of a supplier has its own' }
  const isKnown = findCatalog(work.db, supplier.id, name) !== undefined
  if (operation === 'new' && isKnown) {
    return { code: '409', text: `There is a catalogue "${name}" already; send an update` }
  }
  if (operation !== 'new' && !isKnown) {
    return { code: '412', text: `There is no catalogue "${name}" to update; send it as new` }
  }
  try {
    const { file } = readCatalogUpload(document, files)
    const about = { supplier: supplier.id, name, via: 'cxml', by: supplier.name } as const
    const { status, message, rowCount, loadedCount, problems } = loadCatalog(work, {
      ...about,
      bytes: file.bytes,
    })
    if (status === 'refused') return { code: '406', text: message ?? 'The catalogue cannot be read' }
    const [first] = problems
    return status === 'loaded'
      ? { code: '200', text: `${loadedCount} rows loaded` }
      : {
          code: '201',
          text: `${loadedCount} of ${rowCount} rows loaded; line ${first?.line}: ${first?.message}`,
        }
  } catch (error) {
    if (error instanceof CatalogError) return { code: '406', text: error.message }
    throw error
  }
}

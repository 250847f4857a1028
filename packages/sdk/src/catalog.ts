export { applyCatalog, diffCatalogs } from './catalog/apply-catalog.js'
export {
  type Catalog,
  type CatalogItem,
  catalogKey,
  type LoadMode,
  type PunchoutLevel,
  punchoutLevels,
} from './catalog/catalog.js'
export { CatalogError, type CatalogErrorCode } from './catalog/catalog-error.js'
export type { CatalogCharset } from './catalog/charset.js'
export {
  type CatalogProblem,
  type CatalogProblemCode,
  type CifFile,
  type CifHeader,
  type CifItem,
  mostProblems,
} from './catalog/cif-file.js'
export { type CatalogLimits, catalogLimits } from './catalog/limits.js'
export { type ReceivedCatalog, readCatalogUpload } from './catalog/read-catalog-upload.js'
export { readCif } from './catalog/read-cif.js'
export {
  type CatalogUpload,
  type CatalogUploadAnswer,
  readCatalogUploadAnswer,
  writeCatalogUpload,
} from './catalog/write-catalog-upload.js'
export {
  type StreamCifOptions,
  type StreamedCatalog,
  streamCif,
  type WriteCifOptions,
  writeCif,
  writeCifFiles,
} from './catalog/write-cif.js'

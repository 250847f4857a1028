import type { IndexCatalog, IndexLoad } from './index-catalogs/index-catalog.js'

/** What administrators do with suppliers' index catalogues. Searches look through them for everybody. */
export interface IndexCatalogs {
  indexCatalogs(login: string): readonly IndexCatalog[]
  /** Of all catalogues, the latest first. */
  indexLoads(login: string): readonly IndexLoad[]
  indexLoad(login: string, id: number): IndexLoad
  /** A CIF file for the supplier's catalogue of this name. One that is refused is an answer too: its `status` says so. */
  loadIndexCatalog(
    login: string,
    file: { readonly supplier: number; readonly name: string; readonly bytes: Uint8Array },
  ): IndexLoad
  removeIndexCatalog(login: string, id: number): void
}

import type { Company } from '../company/company.js'
import { commodityOf, findSupplier } from '../company/find.js'
import { CoupaError } from '../errors.js'
import type { IndexItem } from '../index-catalogs/index-catalog.js'
import { findItem, findItems } from '../index-catalogs/index-records.js'
import type { Database } from '../store/database.js'
import type { IndexResult } from './search-results.js'
import type { SelectedItem } from './shopping-trip.js'

/** More hits than anybody leafs through. */
const mostHits = 200

/** Rows of suppliers' catalogues in which every word occurs. A supplier without an active site cannot be shopped at. */
export function indexResults(
  { db, company }: { readonly db: Database; readonly company: Readonly<Company> },
  text: string,
): IndexResult[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return findItems(db, words, mostHits).flatMap(item => {
    const site = siteOf(company, item.supplier)
    if (site === undefined) return []
    const { id, supplier, supplierPartID, supplierPartAuxiliaryID, shortName, description = '' } = item
    const commodity = site.commodity ?? (item.spscCode && commodityOf(company, item.spscCode))
    const result: IndexResult = {
      source: 'index',
      indexItem: id,
      site: { id: site.id, name: site.name },
      supplier,
      supplierName: findSupplier(company, supplier).name,
      supplierPartID,
      ...(supplierPartAuxiliaryID === undefined ? {} : { supplierPartAuxiliaryID }),
      name: shortName ?? description,
      description,
      level: item.punchoutLevel ?? 'product',
      ...(item.unitPrice === undefined ? {} : { unitPrice: item.unitPrice }),
      currency: item.currency ?? company.currency,
      ...(item.unitOfMeasure === undefined ? {} : { uom: item.unitOfMeasure }),
      ...(item.manufacturerName === undefined ? {} : { manufacturerName: item.manufacturerName }),
      ...(item.image === undefined ? {} : { imageUrl: item.image }),
      ...(commodity === undefined ? {} : { commodity }),
    }
    return [result]
  })
}

/** What a PunchOutSetupRequest says of chosen rows. `ERR_COUPA_NOT_FOUND` where one is gone, or of another supplier. */
export function selectedItems(
  { db, company }: { readonly db: Database; readonly company: Readonly<Company> },
  chosen: { readonly site: number; readonly items: readonly number[] },
): SelectedItem[] {
  return chosen.items.map(id => {
    const item: IndexItem | undefined = findItem(db, id)
    if (item === undefined || siteOf(company, item.supplier)?.id !== chosen.site) {
      throw new CoupaError(
        'ERR_COUPA_NOT_FOUND',
        'What you chose is not in the catalogue any more. Search again.',
      )
    }
    const { supplierPartID, supplierPartAuxiliaryID } = item
    return { supplierPartID, ...(supplierPartAuxiliaryID === undefined ? {} : { supplierPartAuxiliaryID }) }
  })
}

function siteOf({ punchoutSites }: Readonly<Company>, supplier: number) {
  return punchoutSites.find(site => site.active && site.supplier === supplier)
}

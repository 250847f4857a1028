import type { RequestedLine } from '@punchloop/sdk'
import type { Catalog } from '../catalog/catalog.js'
import { createOffer, OfferError } from '../catalog/offer.js'
import { readChoice } from './cart-line.js'

/** Undefined while the catalogue still says what was offered; else what has changed. */
export function checkOffer(catalog: Catalog, line: RequestedLine): string | undefined {
  const product = catalog.part(line.supplierPartID)
  if (product === undefined) return `${line.supplierPartID} is not sold any more.`
  try {
    const today = createOffer(product, readChoice(line)).line.unitPrice
    if (today === line.unitPrice) return undefined
    return `${product.name} costs ${today} today, ${line.unitPrice} was offered.`
  } catch (error) {
    if (error instanceof OfferError) return error.message
    throw error
  }
}

import type { PunchoutSession } from '@punchloop/sdk'
import type { Catalog } from '../catalog/catalog.js'

export interface OpenShopContext {
  readonly catalog: Catalog
}

/**
 * Where a fresh session begins: at the product that was chosen in the buyer's own search, or is being changed or looked
 * at; else at the catalogue.
 */
export function openShop(context: OpenShopContext, session: PunchoutSession): string {
  const wanted = session.selectedItem ?? session.heldLines[0]
  if (wanted === undefined) return '/'
  const product = context.catalog.part(wanted.supplierPartID)
  if (product !== undefined) return `/products/${product.id}`
  return `/?${new URLSearchParams({ missing: wanted.supplierPartID })}`
}

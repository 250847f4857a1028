import type { PunchoutSession } from '@punchloop/sdk'
import type { Catalog } from '../catalog/catalog.js'

export interface OpenShopContext {
  readonly catalog: Catalog
}

/**
 * Where a fresh session begins: at what the buyer holds already, where that is changed, looked at or quoted; at the product
 * that was chosen in the buyer's own search; else at the catalogue.
 */
export function openShop(context: OpenShopContext, session: PunchoutSession): string {
  if (session.operation !== 'create') return '/trip'
  const wanted = session.selectedItem
  if (wanted === undefined || wanted.supplierPartID === '') return '/'
  const product = context.catalog.part(wanted.supplierPartID)
  if (product !== undefined) return `/products/${product.id}`
  return `/?${new URLSearchParams({ missing: wanted.supplierPartID })}`
}

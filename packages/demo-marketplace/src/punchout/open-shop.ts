import type { PunchoutSession } from '@punchloop/sdk'
import type { Catalog } from '../catalog/catalog.js'
import { places } from '../catalog/places.js'

export interface OpenShopContext {
  readonly catalog: Catalog
}

/**
 * Where a fresh session begins: at what the buyer holds already, where that is changed, looked at or quoted; at the product
 * or part of the shop that was chosen in the buyer's own search, or at the list of those that were; else at the catalogue.
 */
export function openShop(context: OpenShopContext, session: PunchoutSession): string {
  if (session.operation !== 'create') return '/trip'
  const { selectedItem, selectedItems = selectedItem === undefined ? [] : [selectedItem] } = session
  const [wanted, ...others] = selectedItems.filter(({ supplierPartID }) => supplierPartID !== '')
  if (wanted === undefined) return '/'
  if (others.length > 0) return pathToSeveral([wanted, ...others])
  const place = places(context.catalog.search({})).find(
    ({ partNumber }) => partNumber === wanted.supplierPartID,
  )
  if (place !== undefined) return place.path
  const product = context.catalog.part(wanted.supplierPartID)
  if (product === undefined) return `/?${new URLSearchParams({ missing: wanted.supplierPartID })}`
  const plan = product.plans.find(({ id }) => id === wanted.supplierPartAuxiliaryID)
  return `/products/${product.id}${plan === undefined ? '' : `?${new URLSearchParams({ plan: plan.id })}`}`
}

/** More do not go into a URL. */
const mostShown = 40

function pathToSeveral(wanted: readonly { readonly supplierPartID: string }[]): string {
  const parts = [...new Set(wanted.map(({ supplierPartID }) => supplierPartID))].slice(0, mostShown)
  return `/?${new URLSearchParams(parts.map((part): [string, string] => ['part', part]))}`
}

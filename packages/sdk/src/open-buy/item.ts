import { readDecimal } from '../cxml/values/decimal.js'
import type { OpenBuyItem } from './catalog.js'

/**
 * One item as Open Buy's JSON.
 *
 * Unverified: only `source_part_num` is in the public documentation of Open Buy. The other names are the ones under
 * which Coupa's API keeps an alternative of a requisition line, in snake case.
 */
export interface OpenBuyResult {
  readonly source_part_num: string
  readonly name: string
  readonly description: string
  /** Exact decimal, as a string. */
  readonly unit_price: string
  readonly currency: string
  readonly uom: string
  readonly unspsc_code: string
  readonly manufacturer_name?: string
  readonly manufacturer_part_number?: string
  readonly image_url?: string
  /** What `detail` and `checkout` find the item by. */
  readonly realtime_item_key: string
  /** The item must be configured on the marketplace. */
  readonly has_more_options: boolean
}

export function writeItem(item: OpenBuyItem): OpenBuyResult {
  return {
    source_part_num: item.supplierPartID,
    name: item.name,
    description: item.description,
    unit_price: readDecimal(item.unitPrice),
    currency: item.currency,
    uom: item.unitOfMeasure,
    unspsc_code: item.unspsc,
    ...(item.manufacturerName === undefined ? {} : { manufacturer_name: item.manufacturerName }),
    ...(item.manufacturerPartID === undefined ? {} : { manufacturer_part_number: item.manufacturerPartID }),
    ...(item.imageUrl === undefined ? {} : { image_url: item.imageUrl }),
    realtime_item_key: item.supplierPartID,
    has_more_options: item.needsConfiguration ?? false,
  }
}

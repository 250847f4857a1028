import { compareDecimals, formatDecimal, readDecimal } from '@punchloop/sdk/cxml'
import type { Json } from './call-open-buy.js'

/** An item as a supplier's service describes it. Prices are exact decimal strings. */
export interface OpenBuyItem {
  readonly sourcePartNum: string
  readonly name: string
  readonly description: string
  readonly unitPrice: string
  readonly currency: string
  readonly uom: string
  readonly unspscCode?: string
  readonly manufacturerName?: string
  readonly manufacturerPartNumber?: string
  /** Only `https:` and `http:` URLs come through. */
  readonly imageUrl?: string
  readonly realtimeItemKey?: string
  /** The supplier's reference of what it offers: goes out with the order as `SupplierPartAuxiliaryID`. */
  readonly suppAuxPartNum?: string
  /** Must be configured at the supplier. */
  readonly hasMoreOptions: boolean
  /** Is bought at the supplier's shop and in no other way. */
  readonly isChosenAtSupplier?: boolean
}

/**
 * One without part number, name or price cannot be shown or chosen; a description names an item, too. Numbers come as
 * they were written. Field names beyond the first: unverified.
 */
export function readOpenBuyItem(row: Json): OpenBuyItem | undefined {
  const sourcePartNum = textIn(row, 'source_part_num')
  const name = textIn(row, 'name') ?? textIn(row, 'description') ?? textIn(row, 'summary')
  const unitPrice = priceIn(row)
  if (sourcePartNum === undefined || name === undefined || unitPrice === undefined) return undefined
  return {
    sourcePartNum,
    name,
    description: textIn(row, 'description') ?? '',
    unitPrice,
    currency: textIn(row, 'currency') ?? '',
    uom: textIn(row, 'uom') ?? '',
    hasMoreOptions: row.has_more_options === true,
    ...optional('unspscCode', textIn(row, 'unspsc_code')),
    ...optional('manufacturerName', textIn(row, 'manufacturer_name')),
    ...optional('manufacturerPartNumber', textIn(row, 'manufacturer_part_number')),
    ...optional('imageUrl', webUrl(textIn(row, 'image_url'))),
    ...optional('realtimeItemKey', textIn(row, 'realtime_item_key')),
    ...optional('suppAuxPartNum', textIn(row, 'supplier_aux_part_num') ?? textIn(row, 'supp_aux_part_num')),
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  const present: { [P in K]?: string } = {}
  if (value !== undefined) present[key] = value
  return present
}

function textIn(row: Json, key: string): string | undefined {
  const value = row[key]
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, 4000) : undefined
}

/** Exact. What is no number, or below zero, is no price. */
function priceIn(row: Json): string | undefined {
  const text = textIn(row, 'unit_price')
  if (text === undefined) return undefined
  try {
    const price = formatDecimal(readDecimal(text), 2)
    return compareDecimals(price, '0') < 0 ? undefined : price
  } catch {
    // Not a number: the row is left out, as one without a price.
    return undefined
  }
}

function webUrl(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}

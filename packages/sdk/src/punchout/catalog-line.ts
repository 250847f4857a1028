import type { OpenBuyItem } from '../open-buy/catalog.js'
import type { CartLine } from './cart.js'

/** An item of the catalogue as the line of a cart, at what the catalogue says now. */
export function catalogLine(item: OpenBuyItem, quantity: string): CartLine {
  return {
    supplierPartID: item.supplierPartID,
    description: item.description || item.name,
    shortName: item.name,
    quantity,
    unitPrice: item.unitPrice,
    unitOfMeasure: item.unitOfMeasure,
    unspsc: item.unspsc,
    ...(item.manufacturerPartID === undefined ? {} : { manufacturerPartID: item.manufacturerPartID }),
    ...(item.manufacturerName === undefined ? {} : { manufacturerName: item.manufacturerName }),
  }
}

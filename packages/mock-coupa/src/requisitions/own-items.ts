import { multiplyDecimals } from '@punchloop/sdk/cxml'
import { activeItems, commodityOfItem, findSupplier } from '../company/find.js'
import { findPerson } from '../company/people.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { readQuantity } from './read-quantity.js'
import { appendLines } from './requisition-lines.js'
import { createCart, findCart } from './requisition-records.js'

/** Puts one of the company's own items into the cart, opening one where there is none. Returns its number. */
export function addItem(
  work: Work,
  login: string,
  line: { readonly itemId: number; readonly quantity: string },
): number {
  const item = activeItems(work.company).find(candidate => candidate.id === line.itemId)
  if (item === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no item ${line.itemId}`)
  const quantity = readQuantity(line.quantity)
  const supplier = findSupplier(work.company, item.supplier)
  const cart = findCart(work.db, login) ?? createCart(work, findPerson(work.company, login))
  const commodity = commodityOfItem(work.company, item)
  appendLines(work, cart.number, [
    {
      lineType: 'RequisitionQuantityLine',
      sourceType: 'Catalog',
      item: item.id,
      description: item.name,
      descriptionLang: 'en',
      sourcePartNum: item.partNumber,
      quantity,
      unitPrice: item.unitPrice,
      currency: work.company.currency,
      total: multiplyDecimals(quantity, item.unitPrice),
      uom: item.uom,
      unspscCode: item.unspsc,
      ...(commodity === undefined ? {} : { commodity }),
      ...(item.manufacturerName === undefined ? {} : { manufacturerName: item.manufacturerName }),
      ...(item.manufacturerPartNumber === undefined
        ? {}
        : { manufacturerPartNumber: item.manufacturerPartNumber }),
      supplier: { id: supplier.id, name: supplier.name },
    },
  ])
  return cart.number
}

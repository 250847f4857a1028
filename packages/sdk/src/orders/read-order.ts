import type { RequestDocument } from '../cxml/document.js'
import type { ItemDetail } from '../cxml/elements/item.js'
import type { ItemOut } from '../cxml/elements/item-out.js'
import type { Money } from '../cxml/elements/money.js'
import { compareDecimals, divideDecimals, multiplyDecimals } from '../cxml/values/decimal.js'
import { CxmlError } from '../errors.js'
import type { OrderLine } from './order.js'
import { type Quote, readQuotes } from './quotes.js'

/** What an `OrderRequest` orders, checked by itself: every number makes sense, nothing is there twice. */
export interface OrderContent {
  readonly orderID: string
  readonly type: 'new' | 'update' | 'delete'
  /** `orderVersion` as a number; undefined where the buyer does not count (Coupa). */
  readonly version?: number
  readonly orderDate: string
  readonly currency: string
  readonly total: string
  /** Of the header; `"0"` where there is none. */
  readonly tax: string
  readonly shipping: string
  readonly lines: readonly OrderLine[]
  /** By line number: the quotes that lines name. */
  readonly quotes: ReadonlyMap<number, Quote>
  readonly email?: string
}

const place = '/cXML/Request/OrderRequest'
const currencies = new Set(Intl.supportedValuesOf('currency'))

export function readOrder(document: RequestDocument<'OrderRequest'>): OrderContent {
  const { request } = document
  const { orderRequestHeader: header, itemOuts } = request.orderRequest
  const version = readVersion(header.orderVersion)
  const { money } = header.total
  assertCurrency(money, `${place}/OrderRequestHeader/Total/Money`)
  const lines = itemOuts.map((item, index) => readLine(item, index, money.currency))
  assertNumberedOnce(lines)
  const email =
    header.contacts.find(({ role }) => role === 'endUser')?.emails[0]?.value ??
    header.shipTo?.address?.email?.value
  return {
    orderID: header.orderID,
    type: header.type,
    ...(version === undefined ? {} : { version }),
    orderDate: header.orderDate ?? '',
    currency: money.currency.toUpperCase(),
    total: money.amount,
    tax: header.tax?.money?.amount ?? '0',
    shipping: header.shipping?.money?.amount ?? '0',
    lines,
    quotes: readQuotes(document, lines),
    ...(email === undefined ? {} : { email }),
  }
}

function readVersion(orderVersion: string | undefined): number | undefined {
  if (orderVersion === undefined) return undefined
  if (!/^[0-9]{1,9}$/.test(orderVersion)) {
    throw invalid('@orderVersion', `"${orderVersion}" is not a whole number`, 'OrderRequestHeader/')
  }
  return Number(orderVersion)
}

function readLine(item: ItemOut, index: number, currency: string): OrderLine {
  const { itemID, itemDetail, quantity } = item
  const where = `ItemOut[${index + 1}]/`
  const lineNumber = item.lineNumber ?? String(index + 1)
  if (!/^[0-9]{1,9}$/.test(lineNumber))
    throw invalid('@lineNumber', `"${lineNumber}" is not a whole number`, where)
  if (compareDecimals(quantity, '0') <= 0) throw invalid('@quantity', `${quantity} is not above zero`, where)
  if (itemDetail === undefined) {
    throw new CxmlError(
      'ERR_CXML_UNSUPPORTED',
      `${where}ItemDetail is missing: blanket orders are not taken`,
      {
        path: `${place}/${where}ItemDetail`,
      },
    )
  }
  const { money } = itemDetail.unitPrice
  const path = `${where}ItemDetail/UnitPrice/Money`
  assertCurrency(money, `${place}/${path}`)
  if (money.currency.toUpperCase() !== currency.toUpperCase()) {
    throw invalid('@currency', `${money.currency} is not the currency of the Total (${currency})`, `${path}/`)
  }
  if (compareDecimals(money.amount, '0') < 0) throw invalid('', `${money.amount} is negative`, path)
  const auxiliary = itemID.supplierPartAuxiliaryID
  return {
    lineNumber: Number(lineNumber),
    supplierPartID: itemID.supplierPartID,
    ...(auxiliary === undefined ? {} : { supplierPartAuxiliaryID: auxiliary }),
    description: itemDetail.descriptions[0]?.value ?? '',
    quantity,
    unitPrice: pricePerUnit(itemDetail, `${where}ItemDetail/PriceBasisQuantity/`),
    unitOfMeasure: itemDetail.unitOfMeasure ?? '',
  }
}

/** So many digits are more than any price has. */
const mostPlaces = 12

/** A price may be that of a hundred, or of kilograms where tons are ordered: here it is that of one unit of the order. */
function pricePerUnit({ unitPrice, priceBasisQuantity: basis }: ItemDetail, where: string): string {
  const { amount } = unitPrice.money
  if (basis === undefined) return amount
  for (const attribute of ['quantity', 'conversionFactor'] as const) {
    if (compareDecimals(basis[attribute], '0') > 0) continue
    throw invalid(`@${attribute}`, `${basis[attribute]} is not above zero`, where)
  }
  return divideDecimals(multiplyDecimals(amount, basis.conversionFactor), basis.quantity, mostPlaces)
}

function assertCurrency({ currency }: Money, path: string): void {
  if (currencies.has(currency.toUpperCase())) return
  throw new CxmlError('ERR_CXML_FIELD_INVALID', `Money/@currency "${currency}" is not an ISO 4217 code`, {
    path,
  })
}

function assertNumberedOnce(lines: readonly OrderLine[]): void {
  const seen = new Set<number>()
  for (const { lineNumber } of lines) {
    if (seen.has(lineNumber)) {
      throw invalid('@lineNumber', `${lineNumber} is there twice; lines must be told apart`, 'ItemOut/')
    }
    seen.add(lineNumber)
  }
}

function invalid(field: string, problem: string, where: string): CxmlError {
  return new CxmlError('ERR_CXML_FIELD_INVALID', `${where}${field}: ${problem}`, {
    path: `${place}/${where}${field}`,
  })
}

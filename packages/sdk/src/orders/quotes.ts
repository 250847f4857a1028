import type { RequestDocument } from '../cxml/document.js'
import type { Extrinsic, IdReference } from '../cxml/elements/text.js'
import type { PurchaseRequest, RequestedLine } from '../requests/purchase-request.js'
import type { StoreReader } from '../store/store.js'
import type { OrderLine } from './order.js'

/** What a cart was returned under by OCI (`EXT_QUOTE_ID`: the id of the request; `EXT_QUOTE_ITEM`: the number of its line). */
export interface Quote {
  readonly id: string
  readonly lineNumber?: number
}

/**
 * The quotes that the lines of an order name, by line number. cXML has no place for them, so what writes the order decides: an
 * `Extrinsic` or an `IdReference` of the name, at the line or, for all lines, at the header. Unverified: which of SAP's
 * interfaces writes which.
 */
export function readQuotes(
  { request }: RequestDocument<'OrderRequest'>,
  lines: readonly OrderLine[],
): ReadonlyMap<number, Quote> {
  const { orderRequestHeader: header, itemOuts } = request.orderRequest
  const ofOrder = namedIn(header.extrinsics, header.idReferences)
  return new Map(
    lines.flatMap(({ lineNumber }, index): [number, Quote][] => {
      const { itemID, itemDetail } = itemOuts[index] ?? {}
      const ofLine = namedIn(itemDetail?.extrinsics ?? [], itemID?.idReferences ?? [])
      const id = ofLine('quoteid') ?? ofOrder('quoteid')
      const item = ofLine('quoteitem')
      if (id === undefined) return []
      return [[lineNumber, { id, ...(item !== undefined && isNumber(item) ? { lineNumber: +item } : {}) }]]
    }),
  )
}

/** `EXT_QUOTE_ID`, `ExtQuoteID`, `quoteID`: all the same name. */
function namedIn(extrinsics: readonly Extrinsic[], references: readonly IdReference[]) {
  const all = [
    ...extrinsics,
    ...references.map(({ domain = '', identifier = '' }) => ({ name: domain, value: identifier })),
  ]
  const nameOf = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/^ext/, '')
  return (wanted: string): string | undefined =>
    all.find(({ name, value }) => nameOf(name) === wanted && value.trim() !== '')?.value.trim()
}

/** With the zeros that SAP puts before the number of an item. */
function isNumber(item: string): boolean {
  return /^[0-9]{1,9}$/.test(item)
}

/** The request that a quote is, where it is this buyer's. */
export async function findQuoted(
  tx: StoreReader,
  buyerId: string,
  { id }: Quote,
): Promise<PurchaseRequest | undefined> {
  const request = await tx.request(id)
  return request?.buyerId === buyerId ? request : undefined
}

/** The line of the quote: by its number, else by its part, where there is only one of that. */
export function quotedLine(
  { supplierPartID }: OrderLine,
  { lines }: PurchaseRequest,
  { lineNumber }: Quote,
): RequestedLine | undefined {
  const [requested, ...others] = lines.filter(each =>
    lineNumber === undefined ? each.supplierPartID === supplierPartID : each.lineNumber === lineNumber,
  )
  return others.length === 0 ? requested : undefined
}

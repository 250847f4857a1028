import type { Buyer } from '../buyers/buyer.js'
import type { OciAccess } from '../oci/oci-access.js'
import type { OciCall, OciWish } from '../oci/oci-call.js'
import { OciError } from '../oci/oci-error.js'
import { type ItemWriting, type OfferedLine, writeItems } from '../oci/write-items.js'
import type { OpenBuyCatalog } from '../open-buy/catalog.js'
import { createRequest } from '../requests/create-request.js'
import { tidyReference } from '../requests/reference.js'
import type { StoreReader } from '../store/store.js'
import { assertCart } from './assert-cart.js'
import type { Cart, CartLine } from './cart.js'
import { CartError } from './cart-error.js'
import { catalogLine } from './catalog-line.js'
import { fitCart, rulesFor } from './fit-cart.js'
import { ociResultsPage, ociReturnPage, offeredLines, offerWritingOf, writingOf } from './return-by-oci.js'
import type { ReturnContext } from './return-cart.js'
import { ociSession } from './start-oci-session.js'
import type { StartContext } from './start-session.js'

export interface OciCatalogContext extends ReturnContext, StartContext {
  /** Absent where the marketplace has no catalogue that can be asked. */
  readonly catalog: OpenBuyCatalog | undefined
}

interface Asked {
  readonly buyer: Buyer
  readonly access: OciAccess
  readonly call: OciCall
}

/** So many results fit into a form that a buyer's system reads at once. */
const mostResults = 50

/**
 * `PRODUCTID` is what stood in EXT_PRODUCT_ID, so it may be the reference of a line that went back; otherwise it is the
 * part number.
 */
export async function productOf(
  tx: StoreReader,
  buyerId: string,
  productID: string,
): Promise<{ readonly supplierPartID: string }> {
  const returned = await returnedAs(tx, buyerId, productID)
  return { supplierPartID: returned?.line.supplierPartID ?? productID }
}

/** The line that went back under a reference, and in which currency; undefined where `PRODUCTID` is a part number. */
async function returnedAs(
  tx: StoreReader,
  buyerId: string,
  productID: string,
): Promise<{ readonly line: CartLine; readonly currency: string } | undefined> {
  const reference = tidyReference(productID)
  if (!/^[0-9a-f]{32}$/.test(reference)) return undefined
  const [request] = await tx.requestsByReference({ buyerId, reference })
  const found = request?.lines.find(({ supplierPartAuxiliaryID }) => supplierPartAuxiliaryID === reference)
  if (request === undefined || found === undefined) return undefined
  const { supplierPartAuxiliaryID: _reference, lineNumber: _number, orderID: _order, ...line } = found
  return { line, currency: request.currency }
}

/**
 * `FUNCTION=VALIDATE`: the product as it is offered now. It is offered as a returned cart is: kept, with a reference that an
 * order is compared with. What was configured in the shop is offered as it was then: the catalogue knows the product as it
 * comes, and another plan at another price would take the line's place. What would have to be configured first is refused.
 */
export async function validateProduct(
  context: OciCatalogContext,
  asked: Asked,
  wish: Extract<OciWish, { readonly function: 'VALIDATE' }>,
): Promise<Response> {
  const { buyer } = asked
  const returned = await context.store.read(tx => returnedAs(tx, buyer.id, wish.productID))
  const supplierPartID = returned?.line.supplierPartID ?? wish.productID
  const item = await catalogOf(context).item({ buyerId: buyer.id, supplierPartID })
  if (item === undefined) {
    throw new OciError('ERR_OCI_PRODUCT_UNKNOWN', 'names no product of this catalogue', 'PRODUCTID')
  }
  const offered =
    item.needsConfiguration === true
      ? returned
      : { line: catalogLine(item, wish.quantity), currency: item.currency }
  if (offered === undefined) {
    throw new OciError(
      'ERR_OCI_PRODUCT_UNKNOWN',
      'names a product that is configured in the shop',
      'PRODUCTID',
    )
  }
  const cart: Cart = {
    currency: offered.currency,
    lines: [{ ...offered.line, quantity: wish.quantity }],
  }
  const now = context.clock()
  assertCart(cart, now)
  return context.store.transaction(
    async tx => {
      const { oci, ...begun } = ociSession(context, asked)
      const session = { ...begun, oci, status: 'returned' } as const
      await tx.insertSession(session)
      const { requestLifetime: lifetime, randomBytes } = context
      const request = await createRequest(tx, {
        session,
        cart: fitCart(cart, rulesFor(buyer, session)),
        now,
        lifetime,
        randomBytes,
        referenceKeys: [],
      })
      return ociReturnPage(
        context,
        session,
        writeItems(offeredLines(request), offerWritingOf(asked.access, oci)),
      )
    },
    { buyerId: buyer.id },
  )
}

/**
 * `FUNCTION=BACKGROUND_SEARCH`: the buyer's system reads the form itself. What it finds is not offered yet; EXT_PRODUCT_ID
 * is the part number, for DETAIL or VALIDATE. What is configured in the shop is found as it comes: DETAIL opens the shop at it,
 * and VALIDATE refuses it until then.
 */
export async function searchInBackground(
  context: OciCatalogContext,
  asked: Asked,
  wish: Extract<OciWish, { readonly function: 'BACKGROUND_SEARCH' }>,
): Promise<Response> {
  const { id: buyerId } = asked.buyer
  const { items } = await catalogOf(context).search({
    buyerId,
    text: wish.searchString,
    page: 1,
    pageSize: mostResults,
  })
  const session = ociSession(context, asked)
  const writing = writingOf(asked.access, session.oci)
  const offered = items
    .map(item => ({ ...catalogLine(item, '1'), currency: item.currency, productID: item.supplierPartID }))
    .filter(line => isWritable(line, writing))
  return ociResultsPage(session, writeItems(offered.slice(0, mostResults), writing))
}

/** What the buyer's fields cannot hold is found by shopping only. */
function isWritable(line: OfferedLine, writing: ItemWriting): boolean {
  try {
    writeItems([line], writing)
    return true
  } catch (error) {
    if (error instanceof CartError) return false
    throw error
  }
}

function catalogOf({ catalog }: OciCatalogContext): OpenBuyCatalog {
  if (catalog !== undefined) return catalog
  throw new OciError(
    'ERR_OCI_NO_CATALOG',
    'This shop answers no questions about its products: shop in it instead',
  )
}

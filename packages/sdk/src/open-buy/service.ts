import type { Buyer } from '../buyers/buyer.js'
import { assertToken, issueToken, type TokenContext } from './authentication.js'
import type { OpenBuyCatalog, OpenBuyItem } from './catalog.js'
import { type OpenBuyResult, writeItem } from './item.js'
import { type OfferContext, offerItem } from './offer-item.js'
import { OpenBuyError } from './open-buy-error.js'
import { optionalText, type Parameters, pageParameter, textParameter } from './parameters.js'

/** Items a page. Unverified: the caller cannot ask for another size, and no size is documented. */
const pageSize = 20

export const openBuyOperations = ['authentication', 'search', 'detail', 'checkout'] as const
export type OpenBuyOperation = (typeof openBuyOperations)[number]

export interface OpenBuyCall {
  readonly operation: OpenBuyOperation
  /** The `Authorization` header. */
  readonly authorization: string | null
  readonly parameters: Parameters
}

/** Answers one call of Coupa's Open Buy with the JSON value to send, or throws an {@link OpenBuyError}. */
export type OpenBuyService = (call: OpenBuyCall) => Promise<object>

interface Asked {
  readonly catalog: OpenBuyCatalog
  readonly buyer: Buyer
  /** Whom the token was asked for. */
  readonly email: string
  readonly parameters: Parameters
}

/**
 * The JSON service that Coupa calls while somebody types into its search box (Open Buy API reference):
 * `authentication` gives the token that `search`, `detail` and `checkout` need.
 */
export function createOpenBuyService(
  context: TokenContext & OfferContext & { readonly catalog: OpenBuyCatalog },
): OpenBuyService {
  return async ({ operation, authorization, parameters }) => {
    if (operation === 'authentication') return issueToken(context, parameters)
    const asked = {
      ...(await assertToken(context, authorization)),
      catalog: context.catalog,
      parameters,
    }
    if (operation === 'search') return search(asked)
    return operation === 'detail' ? detail(asked) : checkOut(context, asked)
  }
}

async function search({ catalog, buyer, parameters }: Asked): Promise<{
  readonly count: number
  readonly total_count: number
  readonly results: readonly OpenBuyResult[]
}> {
  const text = textParameter(parameters, 'query')
  const page = pageParameter(parameters, 'page_number')
  const found = await catalog.search({ buyerId: buyer.id, text, page, pageSize })
  const results = found.items.map(writeItem)
  return { count: results.length, total_count: found.totalCount, results }
}

type FoundItem = OpenBuyResult & { readonly quantity?: string }

/** Nothing is offered yet: the price is the catalogue's now. */
async function detail(asked: Asked): Promise<FoundItem> {
  const quantity = quantityOf(asked.parameters)
  return { ...writeItem(await itemOf(asked)), ...(quantity === undefined ? {} : { quantity }) }
}

/**
 * What goes into the buyer's cart is offered as a returned cart is: kept, with a reference that its order is compared by. What
 * must be configured first is answered as `detail` does, and offered by the shop.
 *
 * Unverified: that a buyer takes the reference from here, and its name: Coupa's API calls it `supp-aux-part-num` on the line.
 */
async function checkOut(
  context: OfferContext,
  asked: Asked,
): Promise<FoundItem & { readonly supplier_aux_part_num?: string }> {
  const item = await itemOf(asked)
  if (item.needsConfiguration === true) return detail(asked)
  const line = await offerItem(context, {
    buyer: asked.buyer,
    email: optionalText(asked.parameters, 'email') ?? asked.email,
    item,
    quantity: quantityOf(asked.parameters) ?? '1',
  })
  return {
    ...writeItem(item),
    uom: line.unitOfMeasure,
    quantity: line.quantity,
    supplier_aux_part_num: line.supplierPartAuxiliaryID,
  }
}

/** Unverified: the parameters, which are not public. An item is found by its key or by its part number. */
async function itemOf({ catalog, buyer, parameters }: Asked): Promise<OpenBuyItem> {
  const key = optionalText(parameters, 'realtime_item_key') ?? optionalText(parameters, 'source_part_num')
  if (key === undefined) {
    throw new OpenBuyError('invalid_parameters', '"realtime_item_key" or "source_part_num" is required')
  }
  const item = await catalog.item({ buyerId: buyer.id, supplierPartID: key })
  if (item === undefined) throw new OpenBuyError('item_not_found', 'There is no item with this key')
  return item
}

/** Exact decimal text; JSON numbers are taken where they are whole, since those are exact. */
function quantityOf(parameters: Parameters): string | undefined {
  const value = parameters.get('quantity')
  if (value === undefined || value === null) return undefined
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string' || !/^\d{1,15}(?:\.\d{1,9})?$/.test(text) || /^[0.]+$/.test(text)) {
    throw new OpenBuyError('invalid_parameters', '"quantity" must be a decimal number greater than 0')
  }
  return text
}

import type { Cart, CartLine, PunchoutSession, RestoredLine } from '@punchloop/sdk'
import type { Catalog } from '../catalog/catalog.js'
import { createOffer, type Offer, OfferError } from '../catalog/offer.js'
import { currency } from '../catalog/product.js'
import { createCartLine, readChoice } from './cart-line.js'

/** A line that is on the shopper's requisition already. */
export interface HeldLine {
  /** What the buyer knows it by, beside the part number. */
  readonly reference: string
  readonly description: string
  /** As it would be sold today. Absent: it is not sold any more, or not so. */
  readonly offer?: Offer
  /** As it was returned. Absent: nobody here knows it. */
  readonly line?: CartLine
}

interface Needed {
  readonly catalog: Catalog
  readonly origin: string
  readonly supplier: { restoreCart(session: PunchoutSession): Promise<RestoredLine[]> }
}

/** The cart that the buyer holds, rebuilt from its references. Empty for a trip that opened nothing again. */
export async function heldLines(
  { catalog, supplier }: Needed,
  session: PunchoutSession,
): Promise<HeldLine[]> {
  const restored = await supplier.restoreCart(session)
  return restored.map(({ held, line }) => {
    const offer = offerOf(catalog, held.supplierPartID, line)
    return {
      reference: line?.supplierPartAuxiliaryID ?? '',
      description: offer?.description ?? line?.description ?? held.supplierPartID,
      ...(offer === undefined ? {} : { offer }),
      ...(line === undefined ? {} : { line }),
    }
  })
}

function offerOf(catalog: Catalog, part: string, line: CartLine | undefined): Offer | undefined {
  const product = catalog.part(part)
  if (product === undefined || line === undefined) return undefined
  try {
    return createOffer(product, readChoice(line))
  } catch (error) {
    if (error instanceof OfferError) return undefined
    throw error
  }
}

/**
 * What goes back to the buyer: what it holds and what was chosen, which takes the place of the first line of the same
 * product. Every line keeps its reference, so that none is there twice. What is sold no more goes back as it was.
 */
export function cartOf(held: readonly HeldLine[], chosen: Offer | undefined, origin: string): Cart {
  const changed = chosen && held.find(({ offer }) => offer?.product === chosen.product)
  const kept = held.flatMap(each => {
    const offer = each === changed ? chosen : each.offer
    const line = offer === undefined ? each.line : createCartLine(offer, origin)
    return line === undefined ? [] : [{ ...line, supplierPartAuxiliaryID: each.reference }]
  })
  const added = chosen === undefined || changed !== undefined ? [] : [createCartLine(chosen, origin)]
  return { currency, lines: [...kept, ...added] }
}

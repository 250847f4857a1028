import type { CartLine } from '@punchloop/sdk'
import type { Offer } from '../catalog/offer.js'

/** An offer as a line of the cart that goes to the buyer. */
export function createCartLine(offer: Offer, origin: string): CartLine {
  const { product, plan, line, quantity } = offer
  return {
    supplierPartID: product.partNumber,
    description: offer.description,
    shortName: product.name,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    unitOfMeasure: line.unitOfMeasure,
    unspsc: line.unspsc,
    manufacturerName: product.vendor,
    manufacturerPartID: product.partNumber,
    url: `${origin}/products/${product.id}`,
    extrinsics: [
      // Says whether the line is amount based (Service) or quantity based (Material); see `catalog/offer.ts`.
      { name: 'LineType', value: line.lineType },
      { name: 'Plan', value: plan.id },
      { name: 'PlanQuantity', value: quantity },
    ],
  }
}

/** What {@link createCartLine} wrote, from the requested line that an order line came from. */
export function readChoice(line: CartLine | undefined): {
  readonly plan?: string
  readonly quantity?: string
} {
  const extrinsic = (name: string) => line?.extrinsics?.find(candidate => candidate.name === name)?.value
  const plan = extrinsic('Plan')
  const quantity = extrinsic('PlanQuantity')
  return { ...(plan === undefined ? {} : { plan }), ...(quantity === undefined ? {} : { quantity }) }
}

import {
  amountText,
  divideExactly,
  isLess,
  isWhole,
  multiply,
  quantityForPeople,
  readQuantity,
} from './decimal.js'
import type { Plan, Product } from './product.js'

/** A plan with a quantity. */
export interface Offer {
  readonly product: Product
  readonly plan: Plan
  readonly quantity: string
  readonly line: OfferLine
  /** Everything that it comes to over the whole term. */
  readonly total: string
  /** `Ledgerly Team: 10 seats, 12 months (Yearly, paid up front)` */
  readonly description: string
}

/**
 * How an offer is written as one line of a cart. Buyers' systems know two sorts of lines: amount based ones (Service: one
 * piece for the whole amount, one invoice) and quantity based ones (Material: several charges, several invoices).
 * Marketplaces tell them apart so: one single charge that is no usage, or none at all, is a Service.
 */
export interface OfferLine {
  readonly lineType: 'Service' | 'Material'
  readonly quantity: string
  readonly unitPrice: string
  readonly unitOfMeasure: 'EA' | 'MON'
  /** UNSPSC: 81162000 cloud-based software as a service, 43232701 server software. */
  readonly unspsc: '81162000' | '43232701'
}

/** A quantity that cannot be bought; the message says what can. */
export class OfferError extends Error {
  override readonly name = 'OfferError'
  readonly code = 'ERR_OFFER'
}

/** Nothing chosen: the first plan and its usual quantity. */
export function createOffer(
  product: Product,
  choice: { readonly plan?: string; readonly quantity?: string } = {},
): Offer {
  const plan = product.plans.find(({ id }) => id === (choice.plan ?? product.plans[0].id))
  if (plan === undefined) throw new OfferError(`${product.name} has no plan "${choice.plan}".`)
  const quantity = assertQuantity(plan, choice.quantity)
  const line = writeLine(plan, quantity)
  return {
    product,
    plan,
    quantity,
    line,
    total: amountText(multiply(line.quantity, line.unitPrice)),
    description: describe(product, plan, quantity),
  }
}

function assertQuantity(plan: Plan, typed: string | undefined): string {
  const { min, max, usual } = plan.quantity
  if (typed === undefined || min === max) return usual
  const quantity = readQuantity(typed)
  const expected = `a number from ${quantityForPeople(min)} to ${quantityForPeople(max)}`
  if (quantity === undefined)
    throw new OfferError(`“${shorten(typed)}” is no quantity: please enter ${expected}.`)
  if (isLess(quantity, min) || isLess(max, quantity)) {
    throw new OfferError(
      `${quantityForPeople(quantity)} ${plan.unit.many} cannot be bought here: please enter ${expected}.`,
    )
  }
  if (plan.charge === 'budget' ? !isWhole(multiply(quantity, '100')) : !isWhole(quantity)) {
    throw new OfferError(
      `${quantity} ${plan.unit.many} cannot be bought: please enter ${plan.charge === 'budget' ? 'whole cents' : 'a whole number'}.`,
    )
  }
  return quantity
}

/** A budget is written in cents, so that an invoice of any amount can be posted against the line. */
const cent = '0.01'

function writeLine(plan: Plan, quantity: string): OfferLine {
  const service = { lineType: 'Service', unitOfMeasure: 'EA', unspsc: '81162000' } as const
  const material = { lineType: 'Material', unitOfMeasure: 'EA', unspsc: '43232701' } as const
  const eachCharge = amountText(multiply(quantity, plan.unitPrice))
  switch (plan.charge) {
    case 'free':
      return { ...service, quantity: '1', unitPrice: '0.00' }
    case 'once':
      return { ...service, quantity: '1', unitPrice: eachCharge }
    case 'instalments':
      return {
        ...material,
        quantity: String(plan.charges?.count ?? 1),
        unitPrice: eachCharge,
        unitOfMeasure: plan.charges?.interval === 'month' ? 'MON' : 'EA',
      }
    case 'usage':
      return { ...material, quantity, unitPrice: amountText(plan.unitPrice) }
    case 'budget':
      return { ...material, quantity: divideExactly(quantity, cent), unitPrice: cent }
  }
}

function describe(product: Product, plan: Plan, quantity: string): string {
  const units = plan.charge === 'budget' ? `budget of ${amountText(quantity)}` : unitsText(plan, quantity)
  return `${product.name}: ${units}, ${plan.term} (${plan.name})`
}

function unitsText(plan: Plan, quantity: string): string {
  return `${quantityForPeople(quantity)} ${quantity === '1' ? plan.unit.one : plan.unit.many}`
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text
}

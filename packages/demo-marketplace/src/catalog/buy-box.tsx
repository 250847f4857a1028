import type { Visitor } from '../accounts/visitor.js'
import { amountForPeople, isZero, quantityForPeople } from './decimal.js'
import type { Offer } from './offer.js'
import { currency, type Plan } from './product.js'

export interface BuyBoxProps {
  readonly visitor: Visitor
  readonly offer: Offer
  /** What was wrong with what the shopper typed. */
  readonly problem?: string
  readonly typedQuantity?: string
  /** One for each form, so that it subscribes once however often it is sent. */
  readonly formKey: string
}

/** Plan, quantity, total, and the one button that matters. */
export function BuyBox({ visitor, offer, problem, typedQuantity, formKey }: BuyBoxProps) {
  const { product, plan, quantity } = offer
  const { trip } = visitor
  const action = trip ? 'request' : 'subscribe'
  const isLookOnly = trip?.session.operation === 'inspect'
  return (
    <form
      class="buybox panel"
      method="post"
      action={`/products/${product.id}/${action}`}
      data-product={product.id}
      data-total={`/products/${product.id}/total`}
    >
      <input type="hidden" name="csrf" value={visitor.csrfToken} />
      <input type="hidden" name="key" value={formKey} />
      <fieldset>
        <legend>{product.plans.length > 1 ? 'Choose a plan' : 'Plan'}</legend>
        {product.plans.map(candidate => (
          <PlanChoice plan={candidate} isChosen={candidate === plan} />
        ))}
      </fieldset>
      {product.plans.some(isCounted) && (
        <QuantityField offer={offer} value={typedQuantity ?? quantity} isWrong={problem !== undefined} />
      )}
      <p class="error" role="alert" id="problem" data-field="problem">
        {problem}
      </p>
      <p class="total-row">
        <span data-field="term">{termText(offer)}</span>
        <output data-field="total">{totalText(offer)}</output>
      </p>
      {trip && <LinePreview offer={offer} buyer={trip.buyerName} />}
      {isLookOnly ? (
        <p class="small-print">Your procurement system opened this page to look at it only.</p>
      ) : (
        <button type="submit" class="button primary wide">
          {trip ? 'Request approval' : 'Subscribe'}
        </button>
      )}
      <p class="small-print">{smallPrint(visitor.account !== undefined, trip?.buyerName)}</p>
    </form>
  )
}

function PlanChoice({ plan, isChosen }: { readonly plan: Plan; readonly isChosen: boolean }) {
  return (
    <label class="plan">
      <input type="radio" name="plan" value={plan.id} checked={isChosen} />
      <span>
        <strong>{plan.name}</strong>
        {isZero(plan.unitPrice) || plan.charge === 'budget'
          ? plan.per
          : `${currency} ${amountForPeople(plan.unitPrice)} ${plan.per}`}
      </span>
    </label>
  )
}

function QuantityField({
  offer,
  value,
  isWrong,
}: {
  readonly offer: Offer
  readonly value: string
  readonly isWrong: boolean
}) {
  const { plan, product } = offer
  const { unit, quantity, charge } = plan
  const label = charge === 'budget' ? `Budget in ${currency}` : capital(unit.many)
  return (
    <div class="quantity-row">
      <label class="field">
        {label}
        <input
          type="text"
          name="quantity"
          value={value}
          inputmode="decimal"
          autocomplete="off"
          required
          maxlength={20}
          aria-invalid={isWrong ? 'true' : undefined}
          aria-describedby="quantity-range problem"
        />
        <span class="small-print" id="quantity-range">
          {quantityForPeople(quantity.min)} to {quantityForPeople(quantity.max)}
        </span>
      </label>
      <button
        type="submit"
        class="button update-total"
        formaction={`/products/${product.id}/configure`}
        formnovalidate
      >
        Update total
      </button>
    </div>
  )
}

/** What the approvers will see. */
function LinePreview({ offer, buyer }: { readonly offer: Offer; readonly buyer: string }) {
  return (
    <div class="line-preview">
      <span>On your requisition at {buyer}:</span>
      <b data-field="description">{offer.description}</b>
      <span data-field="line">{lineText(offer)}</span>
    </div>
  )
}

/** `Service line: 1 EA × USD 1,990.00, UNSPSC 81162000` */
export function lineText({ line }: Offer): string {
  const { lineType, quantity, unitOfMeasure, unitPrice, unspsc } = line
  return `${lineType} line: ${quantityForPeople(quantity)} ${unitOfMeasure} × ${currency} ${amountForPeople(unitPrice)}, UNSPSC ${unspsc}`
}

export function termText({ plan }: Offer): string {
  return plan.charge === 'budget' ? 'Budget' : `Total, ${plan.term}`
}

export function totalText({ total }: Offer): string {
  return isZero(total) ? 'Free' : `${currency} ${amountForPeople(total)}`
}

function smallPrint(isSignedIn: boolean, buyer: string | undefined): string {
  if (buyer !== undefined) return `Nothing is bought yet: ${buyer} approves and orders first.`
  return isSignedIn
    ? 'Starts at once. This demo takes no card and charges nothing.'
    : 'You will be asked to sign in first.'
}

function isCounted({ quantity }: Plan): boolean {
  return quantity.min !== quantity.max
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

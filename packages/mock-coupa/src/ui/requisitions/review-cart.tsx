import { fullName } from '../../company/people.js'
import type { FieldProblem } from '../../errors.js'
import type { RequisitionView } from '../../requests.js'
import type { Attempt } from '../approvals/attempt.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { CheckField, SelectField, TextField } from '../elements/field.js'
import { formatMoney } from '../elements/money.js'
import { Notice } from '../elements/notice.js'
import { requisitionPath } from '../paths.js'
import { CartItems } from './cart-items.js'
import { RequisitionChain } from './requisition-chain.js'
import { reviewForm } from './review-form.js'
import { SessionsCard } from './sessions-card.js'

interface ReviewCartProps {
  readonly requisition: RequisitionView
  readonly attempt: Attempt | undefined
}

/** Coupa's Review Cart in Coupa's order: header, Cart Items, the chain below, and then the three buttons. */
export function ReviewCart({ requisition, attempt }: ReviewCartProps) {
  return (
    <>
      <Problems attempt={attempt} />
      <GeneralInfo requisition={requisition} attempt={attempt} />
      <CartItems requisition={requisition} attempt={attempt} />
      <SessionsCard requisition={requisition} />
      <RequisitionChain requisition={requisition} attempt={attempt} />
      <Buttons requisition={requisition} />
    </>
  )
}

/** What stands beside no field. */
function Problems({ attempt }: Pick<ReviewCartProps, 'attempt'>) {
  const problems = attempt?.problems.filter(isOfWhole) ?? []
  if (problems.length === 0) return null
  return (
    <Notice tone="bad">
      <strong>The request was not submitted.</strong>
      <ul class="advice">
        {problems.map(({ message }) => (
          <li>{message}</li>
        ))}
      </ul>
    </Notice>
  )
}

const shown = ['onBehalfOf', 'shipTo', 'shipToAttention', 'justification', 'hidePrice']
/** Fields of other forms of the page, which say themselves what is wrong. */
const elsewhere = ['approver', 'place', 'reason', 'comment']

const isOfWhole = ({ field }: FieldProblem) =>
  !shown.includes(field) && !elsewhere.includes(field) && !field.includes('-')

function GeneralInfo({ requisition, attempt }: ReviewCartProps) {
  const { cartChoices, requester } = requisition
  const value = (name: string, now: string | undefined) => attempt?.values[name] ?? now ?? ''
  const problems = attempt?.problems ?? []
  const isPreparer = requisition.preparedBy !== undefined
  return (
    <Card title="General info" id="general">
      <form
        class="form"
        id={reviewForm}
        method="post"
        action={`${requisitionPath(requisition.number)}/save`}
        novalidate
      >
        <Csrf />
        <input type="hidden" name="review" value="on" />
        <div class="form-grid">
          <SelectField
            name="onBehalfOf"
            label="On behalf of"
            required
            value={value('onBehalfOf', requester.login)}
            choices={(cartChoices?.people ?? []).map(one => [one.login, one.fullName] as const)}
            {...(isPreparer
              ? { hint: `Filled by ${requisition.preparedBy?.fullName}. ${fullName(requester)} asks for it.` }
              : {})}
            problems={problems}
          />
          <SelectField
            name="shipTo"
            label="Address"
            required
            value={value('shipTo', requisition.shipTo)}
            choices={[
              ['', `The requester’s own${requester.address === '' ? '' : ` (${requester.address})`}`],
              ...(cartChoices?.addresses ?? []).map(
                ({ code, name }) => [code, name === code ? code : `${name} (${code})`] as const,
              ),
            ]}
            problems={problems}
          />
          <TextField
            name="justification"
            label="Justification"
            lines={3}
            value={value('justification', requisition.justification)}
            hint="Tells the approvers what this is for."
            problems={problems}
          />
          <div class="form">
            <TextField
              name="shipToAttention"
              label="Attention"
              value={value('shipToAttention', requisition.shipToAttention)}
              problems={problems}
            />
            <CheckField
              name="hidePrice"
              label="Hide price from supplier"
              isChecked={value('hidePrice', requisition.hidePrice ? 'on' : '') !== ''}
            />
          </div>
        </div>
      </form>
    </Card>
  )
}

/** In sight wherever one is on the page. Without them all that is typed would be lost. */
function Buttons({ requisition }: Pick<ReviewCartProps, 'requisition'>) {
  const path = requisitionPath(requisition.number)
  return (
    <section class="card cart-actions" aria-label="Submit">
      <p>
        <span class="soft">Total </span>
        <span class="total">{formatMoney(requisition.total, requisition.currency)}</span>
      </p>
      <div class="actions">
        {requisition.status === 'cart' && (
          <button class="button" type="submit" form={reviewForm} formaction={`${path}/save-for-later`}>
            Save for Later
          </button>
        )}
        <button class="button" type="submit" form={reviewForm}>
          Save
        </button>
        {requisition.may.submit && (
          <button class="button button-main" type="submit" form={reviewForm} formaction={`${path}/submit`}>
            Submit for Approval
          </button>
        )}
      </div>
    </section>
  )
}

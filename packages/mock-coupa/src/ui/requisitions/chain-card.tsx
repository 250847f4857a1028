import type { RequisitionView } from '../../coupa.js'
import { ApprovalChain } from '../elements/approval-chain.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { SelectField } from '../elements/field.js'
import { Notice } from '../elements/notice.js'
import { requisitionPath } from '../paths.js'
import type { Attempt } from './action-cards.js'

interface ChainCardProps {
  readonly requisition: RequisitionView
  readonly attempt?: Attempt | undefined
}

/** Who has approved, who is asked now, who will be, who watches; and, for whom it concerns, who else shall. */
export function ChainCard({ requisition, attempt }: ChainCardProps) {
  const { chain, chainProblem } = requisition
  const isPreview = chain.every(approval => approval.id === 0)
  return (
    <Card
      title="Approvals"
      id="approvals"
      aside={
        isPreview && chain.length > 0 ? (
          <span class="soft small">After you submit, these people are asked in this order</span>
        ) : undefined
      }
    >
      {chainProblem !== undefined && <Notice tone="bad">{chainProblem}</Notice>}
      {chain.length > 0 && <ApprovalChain requisition={requisition} />}
      {chain.length === 0 && chainProblem === undefined && (
        <p class="soft">
          {requisition.status === 'pending_buyer_action'
            ? 'Who has to approve this request is found when a buyer has completed it.'
            : 'Nobody has to approve this request.'}
        </p>
      )}
      <AddedByHand requisition={requisition} />
      {requisition.approverChoices.length > 0 && <AddForm requisition={requisition} attempt={attempt} />}
    </Card>
  )
}

/** Watchers, and what somebody added and can take back. */
function AddedByHand({ requisition }: ChainCardProps) {
  const { watchers, plannedApprovers, chain, approverChoices } = requisition
  const isChangeable = approverChoices.length > 0
  const path = requisitionPath(requisition.number)
  const removable = chain.filter(
    ({ type, status }) =>
      isChangeable && type === 'AdHocApproval' && (status === null || status === 'pending_approval'),
  )
  if (watchers.length + plannedApprovers.length + removable.length === 0) return null
  return (
    <ul class="added">
      {removable.map(({ id, approver }) => (
        <li>
          {approver.fullName} was added to the chain
          <RemoveButton action={`${path}/approvers/${id}/remove`} name={approver.fullName} />
        </li>
      ))}
      {plannedApprovers.map(({ id, fullName, place }) => (
        <li>
          {fullName} {place === 'as_watcher' ? 'will watch' : 'was added to the chain'}
          {isChangeable && <RemoveButton action={`${path}/planned-approvers/${id}/remove`} name={fullName} />}
        </li>
      ))}
      {watchers.map(({ id, fullName, rule, addedBy }) => (
        <li data-watcher={String(id)}>
          {fullName} watches <span class="soft small">{rule ?? ''}</span>
          {isChangeable && addedBy !== undefined && (
            <RemoveButton action={`${path}/watchers/${id}/remove`} name={fullName} />
          )}
        </li>
      ))}
    </ul>
  )
}

function RemoveButton({ action, name }: { readonly action: string; readonly name: string }) {
  return (
    <form method="post" action={action}>
      <Csrf />
      <button class="button button-small" type="submit">
        Remove<span class="unseen"> {name}</span>
      </button>
    </form>
  )
}

function isSubmitted({ status }: RequisitionView): boolean {
  return status !== 'cart' && status !== 'draft'
}

function AddForm({ requisition, attempt }: ChainCardProps) {
  return (
    <details
      class="form-section"
      open={attempt?.values.approver !== undefined && attempt.values.approver !== ''}
    >
      <summary>Add</summary>
      <form class="form" method="post" action={`${requisitionPath(requisition.number)}/approvers`}>
        <Csrf />
        <div class="form-grid">
          <SelectField
            name="approver"
            label="Approver"
            required
            value={attempt?.values.approver ?? ''}
            choices={[
              ['', 'Choose a person'],
              ...requisition.approverChoices.map(one => [one.login, one.fullName] as const),
            ]}
            problems={attempt?.problems ?? []}
          />
          <SelectField
            name="place"
            label="Where"
            required
            value={attempt?.values.place ?? 'after_current'}
            choices={[
              [
                'after_current',
                isSubmitted(requisition) ? 'After the current approver' : 'Before all others',
              ],
              ['at_end', 'At the end'],
              ['as_watcher', 'As watcher'],
            ]}
          />
        </div>
        <div class="actions">
          <button class="button" type="submit">
            Add
          </button>
        </div>
      </form>
    </details>
  )
}

import type { ApprovalsView } from '../../approvals.js'
import { ApprovalChain, type ChainEnds } from '../elements/approval-chain.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { SelectField } from '../elements/field.js'
import { Notice } from '../elements/notice.js'
import type { Attempt } from './attempt.js'

interface ChainProps {
  readonly approvals: ApprovalsView
  /** The document's own address, below which its chain is changed. */
  readonly path: string
  readonly attempt?: Attempt | undefined
}

interface ChainCardProps extends ChainProps {
  readonly ends: ChainEnds
  /** Shown where nobody is asked. */
  readonly nobody: string
}

/** Who has approved, who is asked now, who will be, who watches; and, for whom it concerns, who else shall. */
export function ChainCard(props: ChainCardProps) {
  const { chain } = props.approvals
  const isPreview = chain.length > 0 && chain.every(approval => approval.id === 0)
  return (
    <Card
      title="Approvals"
      id="approvals"
      aside={
        isPreview ? (
          <span class="soft small">After it is submitted, these people are asked in this order</span>
        ) : undefined
      }
    >
      <Chain {...props} />
    </Card>
  )
}

/** The same without a card around it. */
export function Chain({ approvals, ends, nobody, ...rest }: ChainCardProps) {
  const { chain, chainProblem, warnings, approverChoices } = approvals
  return (
    <>
      {chainProblem !== undefined && <Notice tone="bad">{chainProblem}</Notice>}
      {warnings.map(warning => (
        <Notice tone="info">{warning}</Notice>
      ))}
      {chain.length > 0 && <ApprovalChain chain={chain} ends={ends} />}
      {chain.length === 0 && chainProblem === undefined && <p class="soft">{nobody}</p>}
      <AddedByHand approvals={approvals} {...rest} />
      {approverChoices.length > 0 && <AddForm approvals={approvals} {...rest} />}
    </>
  )
}

/** Watchers, and what somebody added and can take back. */
function AddedByHand({ approvals, path }: ChainProps) {
  const { watchers, plannedApprovers, chain, approverChoices } = approvals
  const isChangeable = approverChoices.length > 0
  const removable = chain.filter(
    ({ id, type, status }) =>
      isChangeable &&
      id !== 0 &&
      type === 'AdHocApproval' &&
      (status === null || status === 'pending_approval'),
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

function AddForm({ approvals, path, attempt }: ChainProps) {
  const isSubmitted = approvals.chain.some(({ status }) => status !== null)
  return (
    <details
      class="form-section"
      open={attempt?.values.approver !== undefined && attempt.values.approver !== ''}
    >
      <summary>Add</summary>
      <form class="form" method="post" action={`${path}/approvers`}>
        <Csrf />
        <div class="form-grid">
          <SelectField
            name="approver"
            label="Approver"
            required
            value={attempt?.values.approver ?? ''}
            choices={[
              ['', 'Choose a person'],
              ...approvals.approverChoices.map(one => [one.login, one.fullName] as const),
            ]}
            problems={attempt?.problems ?? []}
          />
          <SelectField
            name="place"
            label="Where"
            required
            value={attempt?.values.place ?? 'after_current'}
            choices={[
              ['after_current', isSubmitted ? 'After the current approver' : 'Before all others'],
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

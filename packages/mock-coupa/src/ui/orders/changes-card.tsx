import type { ChangeOrderView } from '../../order-changes.js'
import type { Attempt } from '../approvals/attempt.js'
import { Chain } from '../approvals/chain-card.js'
import { DecisionForm, HoldForm } from '../approvals/decision-cards.js'
import type { ChainEnds } from '../elements/approval-chain.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import { changePath } from '../paths.js'

/** What was refused of the decision on one change. */
export interface ChangeAttempt extends Attempt {
  readonly change: number
}

/** What was asked for, who has to approve it, and what became of it. */
export function ChangesCard(props: {
  readonly changes: readonly ChangeOrderView[]
  readonly attempt?: ChangeAttempt | undefined
}) {
  if (props.changes.length === 0) return null
  return (
    <Card title="Changes" id="changes">
      <ol class="timeline">
        {props.changes.map(change => (
          <li data-change={String(change.id)}>
            <Change
              change={change}
              attempt={props.attempt?.change === change.id ? props.attempt : undefined}
            />
          </li>
        ))}
      </ol>
    </Card>
  )
}

interface ChangeProps {
  readonly change: ChangeOrderView
  readonly attempt?: Attempt | undefined
}

function Change({ change, attempt }: ChangeProps) {
  const path = changePath(change.id)
  return (
    <>
      <p class="what">
        <strong>Change {change.id}</strong> <StatusPill status={change.status} />
      </p>
      <p class="small">
        {change.requestedBy.fullName}
        {change.justification !== undefined && `: ${change.justification}`}
      </p>
      {change.pendingCancel ? (
        <p class="small">Cancels the order.</p>
      ) : (
        <>
          {change.lines.map(line => (
            <p class="small">{describe(line)}</p>
          ))}
          <p class="small">New total: {formatMoney(change.total, change.currency)}</p>
        </>
      )}
      {change.rejectReason !== undefined && <q class="quote">{change.rejectReason}</q>}
      <Chain
        approvals={change}
        path={path}
        ends={chainEnds(change)}
        nobody="Nobody has to approve this change."
        attempt={attempt}
      />
      <p class="soft small">
        <Moment at={change.createdAt} />
      </p>
      {change.may.approve && (
        <DecisionForm path={path} label={`Comment on change ${change.id}`} attempt={attempt} />
      )}
      {change.may.goOn && <HoldForm path={path} />}
      {change.may.submit && <ChangeButton action={`${path}/submit`} label="Submit for Approval" />}
      {change.may.cancel && <ChangeButton action={`${path}/cancel`} label="Withdraw Change" />}
    </>
  )
}

function chainEnds({ requestedBy, status, pendingCancel }: ChangeOrderView): ChainEnds {
  const isReached = status === 'approved'
  return {
    requester: requestedBy.fullName,
    isOpen: status === 'draft',
    outcome: {
      name: 'Purchase order',
      title: pendingCancel ? 'Cancelled by itself' : 'Changed by itself',
      isReached,
      state: isReached ? (pendingCancel ? 'Cancelled' : 'Changed') : 'After the last approval',
    },
  }
}

function ChangeButton({ action, label }: { readonly action: string; readonly label: string }) {
  return (
    <form class="form-section" method="post" action={action}>
      <Csrf />
      <button class="button button-small" type="submit">
        {label}
      </button>
    </form>
  )
}

function describe(line: ChangeOrderView['lines'][number]): string {
  const facts = [
    line.description,
    line.sourcePartNum,
    line.quantity && `quantity ${line.quantity}${line.uom === undefined ? '' : ` ${line.uom}`}`,
    line.unitPrice && `price ${line.unitPrice}`,
    line.needByDate && `needed by ${line.needByDate.toISOString().slice(0, 10)}`,
  ].filter(Boolean)
  const about = line.kind === 'add' ? 'New line' : line.kind === 'delete' ? 'Line deleted' : 'Line changed'
  return facts.length === 0 ? about : `${about}: ${facts.join(', ')}`
}

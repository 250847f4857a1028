import type { ChangeOrderView } from '../../order-changes.js'
import { Card } from '../elements/card.js'
import { Csrf } from '../elements/csrf.js'
import { TextField } from '../elements/field.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { StatusPill } from '../elements/status-pill.js'
import { changePath } from '../paths.js'

/** What was asked for, who has to approve it, and what became of it. */
export function ChangesCard({ changes }: { readonly changes: readonly ChangeOrderView[] }) {
  if (changes.length === 0) return null
  return (
    <Card title="Changes" id="changes">
      <ol class="timeline">
        {changes.map(change => (
          <li data-change={String(change.id)}>
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
              change.lines.map(line => <p class="small">{describe(line)}</p>)
            )}
            {!change.pendingCancel && (
              <p class="small">New total: {formatMoney(change.total, change.currency)}</p>
            )}
            {change.approvals.map(approval => (
              <p class="small">
                {approval.rule}: {approval.approver.fullName}
                {approval.status !== null && ` – ${approval.status.replaceAll('_', ' ')}`}
                {approval.comment !== undefined && `: ${approval.comment}`}
              </p>
            ))}
            <p class="soft small">
              <Moment at={change.createdAt} />
            </p>
            {change.may.decide && <Decision change={change} />}
            {change.may.cancel && (
              <form class="form-section" method="post" action={`${changePath(change.id)}/cancel`}>
                <Csrf />
                <button class="button button-small" type="submit">
                  Withdraw Change
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </Card>
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

function Decision({ change }: { readonly change: ChangeOrderView }) {
  return (
    <form class="form" method="post" action={`${changePath(change.id)}/approve`}>
      <Csrf />
      <TextField
        name="comment"
        label={`Comment on change ${change.id}`}
        lines={2}
        value=""
        hint="To reject, say why: it is shown to who asked."
      />
      <div class="actions decide">
        <button class="button button-main" type="submit">
          Approve
        </button>
        <button class="button button-bad" type="submit" formaction={`${changePath(change.id)}/reject`}>
          Reject
        </button>
      </div>
    </form>
  )
}

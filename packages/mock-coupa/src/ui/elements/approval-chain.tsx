import type { Approval, ApprovalStatus } from '../../approvals/approval.js'
import { Icon } from './icon.js'
import { Moment } from './moment.js'
import { statusWords } from './status-pill.js'

const looks: Record<ApprovalStatus | 'not_asked', string> = {
  approved: 'step step-done',
  pending_approval: 'step step-now',
  rejected: 'step step-refused',
  not_asked: 'step',
}

/** The approvers as steps, from the first to the last. */
export function ApprovalChain({ chain }: { readonly chain: readonly Approval[] }) {
  return (
    <ol class="chain" data-testid="approval-chain">
      {chain.map(approval => (
        <li
          class={looks[approval.status ?? 'not_asked']}
          data-approver={approval.approver.login}
          data-status={approval.status ?? 'not_asked'}
        >
          <span class="step-mark">
            <StepMark approval={approval} />
          </span>
          <span class="step-name">{approval.approver.fullName}</span>
          <span class="soft small">{approval.approver.title}</span>
          <span class="step-state">
            <StepState approval={approval} />
          </span>
          <span class="soft small">{approval.rule}</span>
          {approval.comment !== undefined && <q class="quote">{approval.comment}</q>}
        </li>
      ))}
    </ol>
  )
}

function StepMark({ approval }: { readonly approval: Approval }) {
  if (approval.status === 'approved') return <Icon name="check" />
  if (approval.status === 'rejected') return <Icon name="cross" />
  return <>{approval.position}</>
}

function StepState({ approval }: { readonly approval: Approval }) {
  const since = approval.decidedAt ?? approval.openedAt
  if (approval.status === null) return <>{approval.id === 0 ? 'Will be asked' : 'Not asked yet'}</>
  return (
    <>
      <strong>{statusWords(approval.status)}</strong>
      {since !== undefined && (
        <>
          {' '}
          <Moment at={since} />
        </>
      )}
    </>
  )
}

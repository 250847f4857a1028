import type { Child } from 'hono/jsx'
import type { Approval, ApprovalStatus } from '../../approvals/approval.js'
import type { RequisitionView } from '../../coupa.js'
import { Icon } from './icon.js'
import { Moment } from './moment.js'
import { statusWords } from './status-pill.js'

type Look = 'done' | 'now' | 'refused' | 'next'

const looks: Record<ApprovalStatus, Look> = {
  approved: 'done',
  pending_approval: 'now',
  rejected: 'refused',
  on_hold: 'now',
  escalated: 'done',
  skipped: 'done',
}

/** From the requester over every approver to the order, as steps. */
export function ApprovalChain({ requisition }: { readonly requisition: RequisitionView }) {
  return (
    <ol class="chain" data-testid="approval-chain">
      <RequesterStep requisition={requisition} />
      {requisition.chain.map(approval => (
        <ApproverStep approval={approval} />
      ))}
      <OrderStep requisition={requisition} />
    </ol>
  )
}

function Step(props: {
  readonly look: Look
  readonly mark: Child
  readonly name: string
  readonly title: string
  readonly state: Child
  readonly attributes?: Record<string, string>
  readonly children?: Child
}) {
  return (
    <li class={`step step-${props.look}`} {...props.attributes}>
      <span class="step-mark" aria-hidden="true">
        {props.look === 'done' ? <Icon name="check" /> : props.mark}
      </span>
      <span class="step-name">{props.name}</span>
      <span class="soft small">{props.title}</span>
      <span class="step-state">{props.state}</span>
      {props.children}
    </li>
  )
}

function RequesterStep({ requisition }: { readonly requisition: RequisitionView }) {
  const { submittedAt, requestedBy, status } = requisition
  const isOpen = status === 'cart' || status === 'draft'
  return (
    <Step
      look={isOpen ? 'now' : 'done'}
      mark="•"
      name={requestedBy.fullName}
      title="Requester"
      state={
        isOpen || submittedAt === undefined ? (
          'Not submitted'
        ) : (
          <>
            <strong>Submitted</strong> <Moment at={submittedAt} />
          </>
        )
      }
    />
  )
}

function ApproverStep({ approval }: { readonly approval: Approval }) {
  const { status, approver } = approval
  return (
    <Step
      look={status === null ? 'next' : looks[status]}
      mark={status === 'rejected' ? <Icon name="cross" /> : String(approval.position)}
      name={approver.fullName}
      title={approver.title}
      state={<ApprovalState approval={approval} />}
      attributes={{ 'data-approver': approver.login, 'data-status': status ?? 'not_asked' }}
    >
      <span class="soft small">{approval.rule}</span>
      {approval.comment !== undefined && <q class="quote">{approval.comment}</q>}
    </Step>
  )
}

function ApprovalState({ approval }: { readonly approval: Approval }) {
  if (approval.status === null) return <>{approval.id === 0 ? 'Will be asked' : 'Not asked yet'}</>
  const since = approval.decidedAt ?? approval.openedAt
  return (
    <>
      <strong>{statusWords(approval.status)}</strong>
      {since !== undefined && (
        <>
          {approval.status === 'pending_approval' ? ' since ' : ' '}
          <Moment at={since} />
        </>
      )}
    </>
  )
}

function OrderStep({ requisition }: { readonly requisition: RequisitionView }) {
  const { purchaseOrders, status } = requisition
  const isOrdered = purchaseOrders.length > 0
  return (
    <Step
      look={isOrdered ? 'done' : 'next'}
      mark={<Icon name="document" />}
      name={purchaseOrders.length > 1 ? 'Purchase orders' : 'Purchase order'}
      title={isOrdered ? purchaseOrders.map(order => `PO ${order.number}`).join(', ') : 'Issued by itself'}
      state={
        isOrdered ? (
          <strong>Issued</strong>
        ) : status === 'withdrawn' ? (
          'Will not be issued'
        ) : (
          'After the last approval'
        )
      }
    />
  )
}

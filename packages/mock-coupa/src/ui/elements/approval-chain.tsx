import type { Child } from 'hono/jsx'
import type { ApprovalStatus } from '../../approvals/approval.js'
import { stagesOf } from '../../approvals/stages.js'
import type { ApprovalView } from '../../approvals.js'
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

/** What stands before the first approver and behind the last. */
export interface ChainEnds {
  readonly requester: string
  /** What that one is. Default: the requester. */
  readonly role?: string
  /** Nobody was asked yet. */
  readonly isOpen: boolean
  readonly submittedAt?: Date | undefined
  readonly outcome: {
    readonly name: string
    readonly title: string
    readonly isReached: boolean
    readonly state: string
  }
}

/** From the requester over every approver to what comes of it, as steps. */
export function ApprovalChain(props: { readonly chain: readonly ApprovalView[]; readonly ends: ChainEnds }) {
  return (
    <ol class="chain" data-testid="approval-chain">
      <RequesterStep {...props.ends} />
      {stagesOf(props.chain).map(([first, ...others]) =>
        first === undefined ? null : others.length === 0 ? (
          <ApproverStep approval={first} />
        ) : (
          <ParallelStep approvals={[first, ...others]} name={first.parallelGroup ?? ''} />
        ),
      )}
      <OutcomeStep {...props.ends.outcome} />
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

function RequesterStep({ requester, role = 'Requester', isOpen, submittedAt }: ChainEnds) {
  return (
    <Step
      look={isOpen ? 'now' : 'done'}
      mark="•"
      name={requester}
      title={role}
      state={
        isOpen ? (
          'Not submitted'
        ) : (
          <>
            <strong>Submitted</strong> {submittedAt !== undefined && <Moment at={submittedAt} />}
          </>
        )
      }
    />
  )
}

function ApproverStep({ approval }: { readonly approval: ApprovalView }) {
  const { status, approver } = approval
  return (
    <Step
      look={lookOf(approval)}
      mark={status === 'rejected' ? <Icon name="cross" /> : String(approval.position)}
      name={approver.fullName}
      title={approver.title}
      state={<ApprovalState approval={approval} />}
      attributes={attributesOf(approval)}
    >
      <ApprovalDetails approval={approval} />
    </Step>
  )
}

/** Asked at the same time: one step with all of them. */
function ParallelStep(props: { readonly approvals: readonly ApprovalView[]; readonly name: string }) {
  const { approvals, name } = props
  const looks = approvals.map(lookOf)
  const look = (['refused', 'now', 'next'] as const).find(one => looks.includes(one)) ?? 'done'
  const needed = approvals.some(({ parallelRequired }) => parallelRequired === undefined)
    ? approvals.length
    : Math.max(...approvals.map(({ parallelRequired }) => parallelRequired ?? 0))
  return (
    <Step
      look={look}
      mark={look === 'refused' ? <Icon name="cross" /> : String(approvals[0]?.position ?? '')}
      name={name}
      title={needed < approvals.length ? `At the same time, ${needed} needed` : 'At the same time'}
      state=""
    >
      <ul class="parallel">
        {approvals.map(approval => (
          <li class={`step-${lookOf(approval)}`} {...attributesOf(approval)}>
            <span class="step-name">{approval.approver.fullName}</span>
            <span class="soft small">{approval.approver.title}</span>
            <span class="step-state">
              <ApprovalState approval={approval} />
            </span>
            <ApprovalDetails approval={approval} />
          </li>
        ))}
      </ul>
    </Step>
  )
}

const lookOf = ({ status }: ApprovalView): Look => (status === null ? 'next' : looks[status])

function attributesOf({ approver, group, status }: ApprovalView): Record<string, string> {
  return {
    ...(group === undefined ? { 'data-approver': approver.login } : { 'data-approval-group': String(group) }),
    'data-status': status ?? 'not_asked',
  }
}

/** Why this approver, who has given what, who else may decide, and what was said. */
function ApprovalDetails({ approval }: { readonly approval: ApprovalView }) {
  const { approver, decidedBy, given, delegates } = approval
  return (
    <>
      <span class="soft small">{approval.rule}</span>
      {given.map(({ member, memberName, by, byName }) => (
        <span class="soft small">
          Approved by {by === member ? memberName : `${byName} on behalf of ${memberName}`}
        </span>
      ))}
      {decidedBy !== undefined && given.length === 0 && decidedBy.login !== approver.login && (
        <span class="soft small">By {decidedBy.fullName}</span>
      )}
      {delegates.length > 0 && <span class="soft small">Delegate: {delegates.join(', ')}</span>}
      {approval.comment !== undefined && <q class="quote">{approval.comment}</q>}
    </>
  )
}

function ApprovalState({ approval }: { readonly approval: ApprovalView }) {
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

function OutcomeStep({ name, title, isReached, state }: ChainEnds['outcome']) {
  return (
    <Step
      look={isReached ? 'done' : 'next'}
      mark={<Icon name="document" />}
      name={name}
      title={title}
      state={isReached ? <strong>{state}</strong> : state}
    />
  )
}

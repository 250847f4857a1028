import { createHash } from 'node:crypto'
import { fullName } from '../../company/people.js'
import type { RequisitionView } from '../../requests.js'
import { type Page, page, type Version, type Visit } from '../answer.js'
import type { Attempt } from '../approvals/attempt.js'
import { DecisionCards } from '../approvals/decision-cards.js'
import { AttachmentsCard } from '../comments/attachments-card.js'
import { CommentsCard } from '../comments/comments-card.js'
import { Csrf } from '../elements/csrf.js'
import { Facts } from '../elements/facts.js'
import { Moment } from '../elements/moment.js'
import { Notice } from '../elements/notice.js'
import { PageHead } from '../elements/page-head.js'
import { StatusPill } from '../elements/status-pill.js'
import { HistoryCard } from '../elements/timeline.js'
import { attachmentPath, paths, requisitionPath, tracePath } from '../paths.js'
import { readNumber } from '../read-number.js'
import { WithdrawCard } from './action-cards.js'
import { BuyerCard } from './buyer-card.js'
import { LinesCard } from './lines-card.js'
import { OrdersCard } from './orders-card.js'
import { RequisitionChain } from './requisition-chain.js'
import { ReviewCart } from './review-cart.js'
import { SessionsCard } from './sessions-card.js'

export function showRequisition({ coupa, person, params }: Visit): Page {
  return requisitionPage(coupa.requisition(person.login, requisitionNumber(params)))
}

export const requisitionNumber = (params: Readonly<Record<string, string>>) =>
  readNumber(params.number, 'requisition')

export function requisitionVersion({ coupa, person, params }: Visit): Version {
  return { kind: 'version', version: versionOf(coupa.requisition(person.login, requisitionNumber(params))) }
}

/** Whatever is shown of it. */
function versionOf(requisition: RequisitionView): string {
  return createHash('sha256').update(JSON.stringify(requisition)).digest('base64url').slice(0, 16)
}

/** The cart, the draft and everything later: one page, with what its reader may do now. */
export function requisitionPage(requisition: RequisitionView, attempt?: Attempt): Page {
  const isCart = requisition.status === 'cart'
  const title = isCart ? 'Review Cart' : `Requisition ${requisition.number}`
  return page({
    title,
    section: isCart ? 'cart' : requisition.may.approve || requisition.may.goOn ? 'to-do' : 'requests',
    ...(attempt === undefined ? {} : { status: 422 }),
    live: {
      path: `${requisitionPath(requisition.number)}/version`,
      version: versionOf(requisition),
      isAwaiting: isAwaiting(requisition),
    },
    body: (
      <div data-requisition={String(requisition.number)}>
        <RequisitionHead requisition={requisition} title={title} />
        {requisition.may.edit ? (
          <div class="stack">
            <Reasons requisition={requisition} />
            <ReviewCart requisition={requisition} attempt={attempt} />
            <Conversation requisition={requisition} />
            {requisition.may.withdraw && <WithdrawCard requisition={requisition} attempt={attempt} />}
          </div>
        ) : (
          <Submitted requisition={requisition} attempt={attempt} />
        )}
      </div>
    ),
  })
}

/** What can only be read, and beside it what its reader may do. */
function Submitted(props: { readonly requisition: RequisitionView; readonly attempt: Attempt | undefined }) {
  const { requisition, attempt } = props
  return (
    <div class="columns">
      <div class="stack">
        <Reasons requisition={requisition} />
        <LinesCard requisition={requisition} />
        <SessionsCard requisition={requisition} />
        <RequisitionChain requisition={requisition} attempt={attempt} />
        <OrdersCard orders={requisition.purchaseOrders} />
        <Conversation requisition={requisition} />
      </div>
      <div class="stack aside">
        {requisition.may.complete && <BuyerCard requisition={requisition} attempt={attempt} />}
        <DecisionCards approvals={requisition} path={requisitionPath(requisition.number)} attempt={attempt} />
        <About requisition={requisition} />
        {requisition.may.withdraw && <WithdrawCard requisition={requisition} attempt={attempt} />}
      </div>
    </div>
  )
}

function Conversation({ requisition }: { readonly requisition: RequisitionView }) {
  return (
    <>
      <div class={requisition.may.edit ? 'pair' : 'stack'}>
        <AttachmentsCard
          attachments={requisition.attachments}
          action={`${requisitionPath(requisition.number)}/attachments`}
          fileOf={attachmentPath}
        />
        <CommentsCard
          comments={requisition.comments}
          action={`${requisitionPath(requisition.number)}/comments`}
          withSupplier
        />
      </div>
      <HistoryCard history={requisition.history} />
    </>
  )
}

/** Something is expected to happen without its reader: others approve, the order leaves, the supplier confirms. */
function isAwaiting({ status, may, lines, purchaseOrders }: RequisitionView): boolean {
  if (lines.some(({ realtime }) => realtime?.asyncStatus === 'pending')) return true
  if (may.approve || may.goOn || may.submit) return false
  const isUnconfirmed = purchaseOrders.some(
    order => order.acknowledgedAt === undefined && order.transmissionStatus !== 'sent_manually',
  )
  return status === 'pending_approval' || status === 'approved' || (status === 'ordered' && isUnconfirmed)
}

function RequisitionHead(props: { readonly requisition: RequisitionView; readonly title: string }) {
  const { requisition, title } = props
  const isCart = requisition.status === 'cart'
  return (
    <PageHead title={title} crumbs={isCart ? undefined : <a href={paths.requisitions}>Requests</a>}>
      <StatusPill status={requisition.status} id="requisition-status" />
      <span class="actions">
        {requisition.may.approve && (
          <a class="button button-small button-main narrow-only" href="#decision">
            Decide
          </a>
        )}
        {requisition.may.edit && <DeleteButton number={requisition.number} />}
        {requisition.may.copy && !isCart && <CopyButton number={requisition.number} />}
        <a class="button button-small" href={tracePath(requisition.trace)}>
          Trace
        </a>
      </span>
    </PageHead>
  )
}

function DeleteButton({ number }: { readonly number: number }) {
  return (
    <form method="post" action={`${requisitionPath(number)}/delete`}>
      <Csrf />
      <button class="button button-small" type="submit">
        Delete
      </button>
    </form>
  )
}

function CopyButton({ number }: { readonly number: number }) {
  return (
    <form method="post" action={`${requisitionPath(number)}/copy`}>
      <Csrf />
      <button class="button button-small" type="submit">
        Copy
      </button>
    </form>
  )
}

function Reasons({ requisition }: { readonly requisition: RequisitionView }) {
  return (
    <>
      {requisition.rejectReason !== undefined && requisition.status === 'draft' && (
        <Notice tone="bad">
          <strong>This request was rejected.</strong>
          <span class="keep-lines break" data-testid="reject-reason">
            {requisition.rejectReason}
          </span>
        </Notice>
      )}
      {requisition.status === 'withdrawn' && (
        <Notice tone="info">
          <strong>This request was withdrawn.</strong>
          {requisition.withdrawReason !== undefined && (
            <span class="keep-lines break">{requisition.withdrawReason}</span>
          )}
        </Notice>
      )}
    </>
  )
}

function About({ requisition }: { readonly requisition: RequisitionView }) {
  const { requester, justification, submittedAt } = requisition
  return (
    <section class="card" aria-labelledby="about">
      <div class="card-head">
        <h2 id="about">About this request</h2>
      </div>
      <Facts
        facts={[
          ['Number', String(requisition.number)],
          ['On behalf of', fullName(requester)],
          ['Prepared by', requisition.preparedBy?.fullName],
          ['Department', requisition.department ?? (requester.department || undefined)],
          ['Charged to', requester.account || undefined],
          ['Ship to', requisition.shipTo ?? (requester.address || undefined)],
          ['Attention', requisition.shipToAttention],
          ['Price', requisition.hidePrice ? 'Hidden from the supplier' : undefined],
          ['Tags', requisition.tags.join(', ') || undefined],
          ['Created', <Moment at={requisition.createdAt} />],
          ['Submitted', submittedAt && <Moment at={submittedAt} />],
          [
            'Justification',
            requisition.may.submit || justification === undefined ? undefined : (
              <span class="keep-lines">{justification}</span>
            ),
          ],
        ]}
      />
    </section>
  )
}

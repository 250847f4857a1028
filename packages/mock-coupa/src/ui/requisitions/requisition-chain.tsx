import type { RequisitionView } from '../../requests.js'
import type { Attempt } from '../approvals/attempt.js'
import { ChainCard } from '../approvals/chain-card.js'
import type { ChainEnds } from '../elements/approval-chain.js'
import { requisitionPath } from '../paths.js'

/** The approvals of a request, from its requester to the order. */
export function RequisitionChain(props: {
  readonly requisition: RequisitionView
  readonly attempt?: Attempt | undefined
}) {
  const { requisition, attempt } = props
  return (
    <ChainCard
      approvals={requisition}
      path={requisitionPath(requisition.number)}
      ends={chainEnds(requisition)}
      nobody={
        requisition.status === 'pending_buyer_action'
          ? 'Who has to approve this request is found when a buyer has completed it.'
          : 'Nobody has to approve this request.'
      }
      attempt={attempt}
    />
  )
}

function chainEnds({ requestedBy, status, submittedAt, purchaseOrders }: RequisitionView): ChainEnds {
  const isOrdered = purchaseOrders.length > 0
  return {
    requester: requestedBy.fullName,
    isOpen: status === 'cart' || status === 'draft',
    submittedAt,
    outcome: {
      name: purchaseOrders.length > 1 ? 'Purchase orders' : 'Purchase order',
      title: isOrdered ? purchaseOrders.map(order => `PO ${order.number}`).join(', ') : 'Issued by itself',
      isReached: isOrdered,
      state: isOrdered ? 'Issued' : status === 'withdrawn' ? 'Will not be issued' : 'After the last approval',
    },
  }
}

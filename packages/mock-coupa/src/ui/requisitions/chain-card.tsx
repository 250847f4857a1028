import type { RequisitionView } from '../../coupa.js'
import { ApprovalChain } from '../elements/approval-chain.js'
import { Card } from '../elements/card.js'
import { Notice } from '../elements/notice.js'

/** Who has approved, who is asked now, who will be. */
export function ChainCard({ requisition }: { readonly requisition: RequisitionView }) {
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
        <p class="soft">Nobody has to approve this request.</p>
      )}
    </Card>
  )
}

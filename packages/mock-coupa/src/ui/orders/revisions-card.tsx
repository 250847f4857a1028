import type { PurchaseOrderView } from '../../orders.js'
import { Card } from '../elements/card.js'
import { Moment } from '../elements/moment.js'

/** Versions are what the supplier saw; internal revisions are all changes. */
export function RevisionsCard({ order }: { readonly order: PurchaseOrderView }) {
  return (
    <Card title="Revisions" id="revisions">
      <ol class="timeline">
        {order.revisions.toReversed().map(revision => (
          <li>
            <p class="what">{revision.what}</p>
            <p class="soft small">
              Version {revision.version}, revision {revision.internalRevision} · <Moment at={revision.at} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}

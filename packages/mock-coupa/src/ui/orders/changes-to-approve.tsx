import type { ChangeOrderView } from '../../order-changes.js'
import { Card } from '../elements/card.js'
import { orderPath } from '../paths.js'

/** Changes of orders that wait for this person. */
export function ChangesToApprove({ changes }: { readonly changes: readonly ChangeOrderView[] }) {
  if (changes.length === 0) return null
  return (
    <Card title="Changes that need your approval" id="changes">
      <ul>
        {changes.map(change => (
          <li>
            <a href={orderPath(change.number)}>
              Change {change.id} of PO {change.number}
            </a>{' '}
            by {change.requestedBy.fullName}
          </li>
        ))}
      </ul>
    </Card>
  )
}

import type { ReportedStatus, SentDocument, SentDocumentKind } from '@punchloop/sdk'
import { amountForPeople } from '../catalog/decimal.js'
import { minuteText } from '../ui/dates.js'

/** What was sent to the buyer about an order, and what was said of it since. */
export function SentDocuments({ documents }: { readonly documents: readonly SentDocument[] }) {
  const answered = documents.filter(({ statuses }) => statuses.length > 0)
  if (answered.length === 0) return null
  return (
    <div class="attachments">
      <h4>What the buyer says</h4>
      <ul>
        {answered.flatMap(({ kind, documentID, statuses }) =>
          statuses.map(status => (
            <li data-document={kind}>
              {names[kind]}
              {kind === 'InvoiceDetailRequest' && ` ${documentID}`}: {wordFor(status)}{' '}
              <span>
                {[...wordsOf(status), minuteText(status.receivedAt)].filter(word => word !== '').join(', ')}
              </span>
            </li>
          )),
        )}
      </ul>
    </div>
  )
}

const names: Record<SentDocumentKind, string> = {
  ConfirmationRequest: 'Confirmation',
  ShipNoticeRequest: 'Ship notice',
  InvoiceDetailRequest: 'Invoice',
  StatusUpdateRequest: 'Status update',
}

function wordFor({ code, invoice, payment, document, integration }: ReportedStatus): string {
  if (!code.startsWith('2')) return `refused (${code})`
  if (invoice?.partialAmount !== undefined) {
    const { currency, amount } = invoice.partialAmount
    return `${invoice.type} in part, ${currency} ${amountForPeople(amount)}`
  }
  if (payment !== undefined) return payment.isFailed ? `${payment.type} failed` : payment.type
  return invoice?.type ?? document?.type ?? integration?.documentStatus ?? 'arrived'
}

/** In the buyer's own words, and why. */
function wordsOf({ value, comments, document, integration }: ReportedStatus): readonly string[] {
  const lines = document?.lines.map(({ lineNumber, type, code, comments: why }) =>
    [`line ${lineNumber ?? '?'} ${type}`, code, ...why].filter(word => word !== undefined).join(' '),
  )
  return [value, ...comments, ...(lines ?? []), integration?.message ?? '']
}

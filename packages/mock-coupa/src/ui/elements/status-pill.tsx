import type { ApprovalStatus } from '../../approvals/approval.js'
import type { ChangeOrderStatus } from '../../change-orders/change-order.js'
import type { ContractStatus } from '../../contracts/contract.js'
import type { ConfirmationStatus } from '../../fulfillment/confirmation.js'
import type { InvoiceStatus } from '../../invoicing/invoice.js'
import type { Mail } from '../../notifications/notification.js'
import type {
  PurchaseOrderLineStatus,
  PurchaseOrderStatus,
  TransmissionStatus,
} from '../../purchase-orders/purchase-order.js'
import type { Receipt } from '../../receiving/receipt.js'
import type { ShipNoticeStatus } from '../../receiving/ship-notice-records.js'
import type { RequisitionStatus } from '../../requisitions/requisition.js'

export type AnyStatus =
  | RequisitionStatus
  | PurchaseOrderStatus
  | PurchaseOrderLineStatus
  | ChangeOrderStatus
  | TransmissionStatus
  | ApprovalStatus
  | InvoiceStatus
  | ContractStatus
  | Receipt['status']
  | ShipNoticeStatus
  | ConfirmationStatus
  | Mail['status']

const tones: Partial<Record<AnyStatus, 'good' | 'wait' | 'bad' | 'info'>> = {
  approved: 'good',
  accepted: 'good',
  partially_accepted: 'info',
  pending_confirmation: 'wait',
  published: 'good',
  ordered: 'good',
  received: 'good',
  issued: 'good',
  sent_via_cxml: 'good',
  sent_via_xml: 'good',
  sent_manually: 'good',
  sent_via_email: 'good',
  purchased_online: 'good',
  sent: 'good',
  cart: 'info',
  created: 'info',
  pending_approval: 'wait',
  pending_buyer_action: 'wait',
  on_hold: 'wait',
  scheduled_for_cxml: 'wait',
  scheduled_for_xml: 'wait',
  scheduled_for_email: 'wait',
  pending_manual: 'wait',
  pending_manual_cancel: 'wait',
  awaiting_online_purchase: 'wait',
  buyer_hold: 'wait',
  currency_hold: 'wait',
  supplier_hold: 'wait',
  supplier_window_hold: 'wait',
  partially_received: 'info',
  in_transit: 'info',
  pending: 'wait',
  pending_receipt: 'wait',
  ap_hold: 'bad',
  disputed: 'bad',
  rejected: 'bad',
  transmission_failure: 'bad',
  cancelled: 'bad',
  error: 'bad',
  failed: 'bad',
}

const writtenSo: Readonly<Record<string, string>> = {
  ap: 'AP',
  cxml: 'cXML',
  xml: 'XML',
  via: 'via',
  for: 'for',
}

/** Coupa's spelling: `pending_approval` → `Pending Approval`, `sent_via_cxml` → `Sent via cXML`. */
export function statusWords(status: AnyStatus): string {
  return status
    .split('_')
    .map(word => writtenSo[word] ?? `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ')
}

/** Coupa's own word of a status stands in `data-status`. */
export function StatusPill({ status, id }: { readonly status: AnyStatus; readonly id?: string }) {
  const tone = tones[status]
  return (
    <span
      class={tone === undefined ? 'pill' : `pill pill-${tone}`}
      data-status={status}
      {...(id === undefined ? {} : { 'data-testid': id })}
    >
      {statusWords(status)}
    </span>
  )
}

import { formatDecimal } from '@punchloop/sdk/cxml'
import type { saidToSupplier } from '../comments/for-supplier.js'
import type { Address } from '../company/company.js'
import type { PurchaseOrder } from '../purchase-orders/purchase-order.js'
import type { Transmission } from './transmission.js'

const titles: Record<Transmission['type'], string> = {
  new: 'Purchase Order',
  update: 'Changed Purchase Order',
  delete: 'Cancelled Purchase Order',
}

/**
 * An order as a mail to the supplier.
 * Unverified: its words and order. Coupa sends a page of its own with buttons.
 */
export function writeOrderMail(
  order: PurchaseOrder,
  by: {
    readonly company: string
    readonly type: Transmission['type']
    readonly said: ReturnType<typeof saidToSupplier>
  },
): { readonly subject: string; readonly text: string } {
  const priceOf = ({ unitPrice, total, currency }: PurchaseOrder['lines'][number]) =>
    order.hidePrice
      ? ''
      : ` at ${formatDecimal(unitPrice, 2)} ${currency} = ${formatDecimal(total, 2)} ${currency}`
  const lines = order.lines.map(
    line =>
      `${line.lineNum}. ${line.description} (${line.sourcePartNum || 'no part number'}): ${line.quantity} ${line.uom}${priceOf(line)}${line.needByDate === undefined ? '' : `, needed by ${line.needByDate.toISOString().slice(0, 10)}`}`,
  )
  return {
    subject: `${by.company} ${titles[by.type]} #${order.number}`,
    text: [
      `${by.company} has sent you ${titles[by.type]} #${order.number}, version ${order.version}.`,
      lines.join('\n'),
      ...(order.hidePrice ? [] : [`Total: ${formatDecimal(order.total, 2)} ${order.currency}`]),
      `Ship to:\n${addressLines(order.shipTo, order.shipToAttention ?? order.requestedBy.fullName)}`,
      `Bill to:\n${addressLines(order.billTo, order.billTo.attention)}`,
      ...wordsOf(by.said),
    ].join('\n\n'),
  }
}

/** What is attached lies on the supplier portal: a mail has no files here. */
function wordsOf({ comments, attachments }: ReturnType<typeof saidToSupplier>): string[] {
  const names = attachments.map(attachment => {
    if (attachment.type === 'file') return attachment.fileName
    return attachment.type === 'url' ? attachment.url : attachment.text
  })
  return [
    ...(comments.length === 0 ? [] : [`Comments:\n${comments.join('\n\n')}`]),
    ...(names.length === 0 ? [] : [`Attachments, on the supplier portal:\n${names.join('\n')}`]),
  ]
}

function addressLines(place: Address, attention?: string): string {
  const town = [place.city, place.state, place.postalCode].filter(Boolean).join(', ')
  return [
    place.name,
    ...(attention === undefined ? [] : [`Attn: ${attention}`]),
    ...place.streets,
    town,
    place.country,
  ].join('\n')
}

import type { ReceiptView } from '../../coupa.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { Csrf } from '../elements/csrf.js'
import { EmptyState } from '../elements/empty-state.js'
import { Moment } from '../elements/moment.js'
import { formatMoney } from '../elements/money.js'
import { PageHead } from '../elements/page-head.js'
import { type Column, Table } from '../elements/table.js'
import { orderPath, paths, voidReceiptPath } from '../paths.js'
import { readNumber } from '../read-number.js'

export function listReceipts({ coupa, person }: Visit): Page {
  const receipts = coupa.receipts(person.login)
  return page({
    title: 'Receipts',
    section: 'orders',
    body: (
      <>
        <PageHead title="Receipts" lead="What has arrived of purchase orders." />
        <div class="card card-flush">
          {receipts.length === 0 ? (
            <EmptyState icon="box" title="Nothing has been received yet">
              <p>Open a purchase order to say what has arrived.</p>
            </EmptyState>
          ) : (
            <Table caption="Receipts" rows={receipts} columns={columns} />
          )}
        </div>
      </>
    ),
  })
}

export function voidReceipt({ coupa, person, params, form }: Visit): Redirect {
  const reason = form.optional('reason')
  coupa.voidReceipt(person.login, {
    receipt: readNumber(params.id, 'receipt'),
    ...(reason === undefined ? {} : { reason }),
  })
  return redirect(paths.receipts, 'voided')
}

export const columns: readonly Column<ReceiptView>[] = [
  {
    heading: 'Item',
    kind: 'lead',
    cell: receipt => (
      <span class="break">
        {receipt.description}
        <br />
        <span class="soft small">
          <a href={orderPath(receipt.orderNumber)}>Order {receipt.orderNumber}</a>, line {receipt.lineNum} ·{' '}
          {receipt.supplier}
        </span>
      </span>
    ),
  },
  { heading: 'Quantity', kind: 'number', cell: ({ quantity, uom }) => `${quantity} ${uom ?? ''}` },
  { heading: 'Total', kind: 'number', cell: ({ total, currency }) => formatMoney(total, currency) },
  { heading: 'Date', cell: ({ transactionDate }) => <Moment at={transactionDate} /> },
  {
    heading: 'Status',
    cell: ({ status }) => (
      <span class={status === 'voided' ? 'pill' : 'pill pill-good'}>
        {status === 'voided' ? 'Voided' : 'Received'}
      </span>
    ),
  },
  {
    heading: '',
    cell: receipt =>
      receipt.may.void && (
        <form method="post" action={voidReceiptPath(receipt.id)}>
          <Csrf />
          <button class="button button-link" type="submit">
            Void<span class="unseen"> the receipt of {receipt.description}</span>
          </button>
        </form>
      ),
  },
]

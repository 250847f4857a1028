import type { TaxLine } from '../../accounting/taxes.js'
import { CoupaError } from '../../errors.js'
import type { InvoiceView } from '../../invoices.js'
import type { FailedTolerance, InvoiceLine } from '../../invoicing/invoice.js'
import { type InvoiceAction, invoiceActions } from '../../invoicing/transitions.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import type { Attempt } from '../approvals/attempt.js'
import { ChainCard } from '../approvals/chain-card.js'
import { DecisionCards } from '../approvals/decision-cards.js'
import { AttachmentsCard } from '../comments/attachments-card.js'
import { CommentsCard } from '../comments/comments-card.js'
import type { ChainEnds } from '../elements/approval-chain.js'
import { Card } from '../elements/card.js'
import { Facts } from '../elements/facts.js'
import { Moment } from '../elements/moment.js'
import { formatAmount, formatMoney } from '../elements/money.js'
import { Notice } from '../elements/notice.js'
import { PageHead } from '../elements/page-head.js'
import { Shares } from '../elements/shares.js'
import { StatusPill } from '../elements/status-pill.js'
import { type Column, Table } from '../elements/table.js'
import { HistoryCard } from '../elements/timeline.js'
import { attachmentPath, invoicePath, orderPath, paths } from '../paths.js'
import { readNumber } from '../read-number.js'
import { ActionsCard } from './actions-card.js'

export function showInvoice({ coupa, person, params }: Visit): Page {
  return invoicePage(coupa.invoice(person.login, readNumber(params.id, 'invoice')))
}

export function invoicePage(invoice: InvoiceView, attempt?: Attempt): Page {
  return page({
    title: `Invoice ${invoice.invoiceNumber}`,
    section: invoice.may.approve || invoice.may.goOn ? 'to-do' : 'invoices',
    ...(attempt === undefined ? {} : { status: 422 }),
    body: <InvoiceBody invoice={invoice} attempt={attempt} />,
  })
}

export function actOnInvoice({ coupa, person, params, form }: Visit): Redirect {
  const id = readNumber(params.id, 'invoice')
  const reason = form.optional('reason')
  coupa.actOnInvoice(person.login, {
    invoice: id,
    action: actionOf(params.action),
    ...(reason === undefined ? {} : { reason }),
  })
  return redirect(invoicePath(id), 'saved')
}

export function payInvoice({ coupa, person, params, form }: Visit): Redirect {
  const id = readNumber(params.id, 'invoice')
  const notes = form.optional('notes')
  coupa.payInvoice(person.login, {
    invoice: id,
    paid: form.text('paid') === 'true',
    ...(notes === undefined ? {} : { notes }),
  })
  return redirect(invoicePath(id), 'saved')
}

function actionOf(name: string | undefined): InvoiceAction {
  const action = invoiceActions.find(known => known === name)
  if (action === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', 'An invoice has no such action')
  return action
}

interface InvoiceBodyProps {
  readonly invoice: InvoiceView
  readonly attempt: Attempt | undefined
}

function InvoiceBody({ invoice, attempt }: InvoiceBodyProps) {
  const path = invoicePath(invoice.id)
  return (
    <div data-invoice={String(invoice.id)}>
      <PageHead
        title={`${invoice.documentType} ${invoice.invoiceNumber}`}
        crumbs={<a href={paths.invoices}>Invoices</a>}
      >
        <StatusPill status={invoice.status} id="invoice-status" />
        {invoice.paid && <span class="pill pill-good">Paid</span>}
      </PageHead>
      {invoice.failedTolerances.length > 0 && (
        <Notice tone="bad">
          <strong>This invoice differs from what is expected by more than is tolerated.</strong>
          <ul class="advice">
            {invoice.failedTolerances.map(failed => (
              <li>{describe(failed)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="columns">
        <div class="stack">
          <Card title="Lines" id="lines" flush>
            <Table caption="Lines" rows={invoice.lines} columns={columnsOf(invoice)} />
            <Totals invoice={invoice} />
          </Card>
          <ChainCard
            approvals={invoice}
            path={path}
            ends={chainEnds(invoice)}
            nobody="Nobody has to approve this invoice: it agrees with what was ordered and received."
            attempt={attempt}
          />
          <CommentsCard
            comments={invoice.conversation}
            action={`${invoicePath(invoice.id)}/comments`}
            withSupplier
          />
          <AttachmentsCard
            attachments={invoice.attachments}
            action={`${invoicePath(invoice.id)}/attachments`}
            fileOf={attachmentPath}
          />
          <HistoryCard history={invoice.history} />
        </div>
        <div class="stack aside">
          <DecisionCards approvals={invoice} path={path} attempt={attempt} />
          <ActionsCard invoice={invoice} />
          <About invoice={invoice} />
        </div>
      </div>
    </div>
  )
}

/** From the supplier to the payment. */
function chainEnds({ supplier, status, chain }: InvoiceView): ChainEnds {
  const isReached = status === 'approved'
  return {
    requester: supplier.name,
    role: 'Supplier',
    isOpen: chain.every(({ id }) => id === 0),
    outcome: {
      name: 'Payment',
      title: 'Approved for payment',
      isReached,
      state: isReached ? 'Approved' : 'After the last approval',
    },
  }
}

const tolerances: Readonly<Record<Exclude<FailedTolerance['code'], 'total'>, string>> = {
  price: 'price',
  quantity_ordered: 'quantity ordered',
  quantity_received: 'quantity received',
}

function describe({ code, lineNum, ...tolerance }: FailedTolerance): string {
  const isAmount = code === 'price' || code === 'total'
  const [found, allowed] = [tolerance.found, tolerance.allowed].map(text =>
    isAmount ? formatAmount(text) : text,
  )
  if (code === 'total') return `The supplier’s total is ${found}; lines, charges and taxes come to ${allowed}`
  const where = lineNum === undefined ? 'The whole' : `Line ${lineNum}`
  return `${where}, ${tolerances[code]}: ${found} is invoiced, ${allowed} would be tolerated`
}

/** `vat 7 %: 3.50`. */
function describeTax({ code, description, rate, amount }: TaxLine): string {
  const name = [code ?? description ?? 'Tax', rate && `${rate} %`].filter(Boolean).join(' ')
  return `${name}: ${formatAmount(amount)}`
}

function columnsOf({ currency }: InvoiceView): readonly Column<InvoiceLine>[] {
  return [
    {
      heading: 'Item',
      kind: 'lead',
      cell: line => (
        <span class="break">
          {line.description}
          <br />
          <span class="soft small">
            {[line.sourcePartNum, line.orderLine === undefined ? 'not backed by an order' : '']
              .filter(Boolean)
              .join(' · ')}
          </span>
          <br />
          <Shares shares={line.allocations} />
          {line.taxLines.map(tax => (
            <span class="soft small"> {describeTax(tax)}</span>
          ))}
        </span>
      ),
    },
    {
      heading: 'Quantity',
      kind: 'number',
      cell: line => [line.quantity, line.uom].filter(Boolean).join(' '),
    },
    { heading: 'Price', kind: 'number', cell: line => formatMoney(line.price, currency) },
    { heading: 'Total', kind: 'number', cell: line => formatMoney(line.total, currency) },
  ]
}

function Totals({ invoice }: { readonly invoice: InvoiceView }) {
  const rows = [
    ['Net', invoice.netTotal],
    ['Shipping', invoice.shippingAmount],
    ['Handling', invoice.handlingAmount],
    ['Misc', invoice.miscAmount],
    ['Tax', invoice.taxAmount],
  ] as const
  return (
    <div class="table-foot">
      <span class="soft">
        {rows
          .filter(([name, amount]) => name === 'Net' || amount !== '0')
          .map(([name, amount]) => `${name} ${formatMoney(amount, invoice.currency)}`)
          .join(' · ')}
      </span>
      <span class="total">{formatMoney(invoice.grossTotal, invoice.currency)}</span>
    </div>
  )
}

const ways = { cxml: 'cXML', api: 'the API', portal: 'the supplier portal' } as const

function About({ invoice }: { readonly invoice: InvoiceView }) {
  return (
    <Card title="About this invoice" id="about">
      <Facts
        facts={[
          ['Supplier', invoice.supplier.name],
          ['Invoice date', <Moment at={invoice.invoiceDate} />],
          ['Came by', ways[invoice.via]],
          [
            'Orders',
            invoice.orders.length > 0 &&
              invoice.orders.map(({ number }) => <a href={orderPath(number)}>PO {number} </a>),
          ],
          ['Credits invoice', invoice.originalInvoiceNumber],
          ['Supplier note', invoice.comments],
          ['Disputed because', invoice.status === 'disputed' && invoice.disputeReason],
          ['Reason', invoice.voidReason],
          ['Paid', invoice.paymentDate && <Moment at={invoice.paymentDate} />],
          ['Payment notes', invoice.paymentNotes],
        ]}
      />
    </Card>
  )
}

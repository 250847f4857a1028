import { converted } from '../accounting/exchange.js'
import { type Approvable, requesterAmong } from '../approvals/approvable.js'
import type { ChainSubject } from '../approvals/approval-chain.js'
import {
  askBuyers,
  type ChainPlan,
  hasChains,
  planChain,
  planWithoutApprovers,
} from '../approvals/chain-plan.js'
import { openChain } from '../approvals/open-approvals.js'
import type { Company } from '../company/company.js'
import type { LifecycleEvents } from '../control/event.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { readLine } from '../purchase-orders/purchase-order-lines.js'
import { readPurchaseOrder } from '../purchase-orders/purchase-order-records.js'
import type { Database } from '../store/database.js'
import type { Invoice, InvoiceLine, InvoiceStatus } from './invoice.js'
import { readInvoice } from './invoice-records.js'

/** Where invoices and the company are looked up. */
interface Where {
  readonly db: Database
  readonly company: Company
}

/** An invoice as its approvers see it. */
export function invoiceApprovable(where: Where, id: number): Approvable {
  const invoice = readInvoice(where.db, id)
  return {
    type: 'InvoiceHeader',
    id,
    name: `${invoice.documentType} ${invoice.invoiceNumber}`,
    title: invoice.supplier.name,
    requestedBy: requesterOf(where, invoice) ?? { login: '', fullName: invoice.supplier.name },
    total: invoice.grossTotal,
    currency: invoice.currency,
    status: invoice.status,
    stage: stageOf(invoice.status),
  }
}

function stageOf(status: InvoiceStatus): Approvable['stage'] {
  switch (status) {
    case 'new':
    case 'draft':
    case 'ap_hold':
    case 'pending_receipt':
      return 'draft'
    case 'pending_approval':
      return 'pending'
    default:
      return 'over'
  }
}

/**
 * Whoever requested the first of its orders that has somebody still there; else whoever entered the invoice.
 * Unverified: which of several requesters Coupa takes.
 */
function requesterOf({ db, company }: Where, invoice: Invoice): Approvable['requestedBy'] | undefined {
  const orders = new Set(invoice.lines.flatMap(({ purchaseOrder }) => purchaseOrder ?? []))
  return requesterAmong(company, [
    ...[...orders].map(id => readPurchaseOrder(db, id).requestedBy.login),
    invoice.createdBy,
  ])
}

/** What chains look at. */
function subjectOf(where: Where, invoice: Invoice): ChainSubject {
  const requester = requesterOf(where, invoice)
  return {
    documentType: 'invoice',
    // Limits are in the company's currency.
    total: converted(invoice.grossTotal, invoice.exchangeRate ?? '1'),
    ...(requester === undefined ? {} : { login: requester.login }),
    lines: invoice.lines.map(line => ({ ...chargedTo(where.db, line), supplier: invoice.supplier })),
  }
}

/**
 * By the company's chains for invoices; without any, accounts payable, that is: any buyer. Where they find nobody who
 * could approve it, accounts payable, too: a supplier cannot be asked to wait until somebody has another manager.
 * Unverified: what Coupa does in either case.
 */
export function invoicePlan(where: Where, id: number): ChainPlan {
  const { company } = where
  const invoice = readInvoice(where.db, id)
  const subject = subjectOf(where, invoice)
  const rest = planWithoutApprovers(company, subject)
  if (!needsPeople(company, invoice)) return rest
  if (!hasChains(company, 'invoice')) return { ...rest, demands: [accountsPayable(company)] }
  try {
    return planChain(company, subject)
  } catch (error) {
    if (!(error instanceof CoupaError) || error.code !== 'ERR_COUPA_NO_APPROVER') throw error
    return { ...rest, demands: [accountsPayable(company)], warnings: [...rest.warnings, error.message] }
  }
}

/** What was ordered says what it is, and who is charged. */
function chargedTo(db: Database, { orderLine }: InvoiceLine) {
  if (orderLine === undefined) return {}
  const { commodity, allocations } = readLine(db, orderLine).line
  return {
    ...(commodity === undefined ? {} : { commodity }),
    ...(allocations[0] === undefined ? {} : { account: allocations[0].account.name }),
  }
}

/** Whoever enters an invoice there may approve it, too: there may be nobody else. */
function accountsPayable(company: Company) {
  return askBuyers(company, { office: 'Accounts payable', requesterMayApprove: true })
}

/** The first approvers are asked. Where there is none it is approved at once. */
export function openInvoiceApprovals(event: LifecycleEvents['invoice needs approval'], work: Work): void {
  openChain(work, invoiceApprovable(work, event.invoice), invoicePlan(work, event.invoice))
}

/**
 * Whether people have to approve it: always where a line has no order behind it, or accounts payable lets it pass beyond
 * the tolerances; else as supplier and company say.
 * Unverified: that a backed invoice within tolerance needs nobody's approval unless they do.
 */
export function needsPeople(
  company: Company,
  { supplier, lines, failedTolerances }: Pick<Invoice, 'supplier' | 'lines' | 'failedTolerances'>,
): boolean {
  const known = company.suppliers.find(({ id }) => id === supplier.id)
  return (
    failedTolerances.length > 0 ||
    lines.some(({ orderLine }) => orderLine === undefined) ||
    (known?.sendInvoicesToApprovals ?? company.sendInvoicesToApprovals ?? false)
  )
}

import {
  addDecimals,
  compareDecimals,
  type InvoiceDetailRequest,
  type RequestDocument,
} from '@punchloop/sdk/cxml'
import type { NamedLine } from './about-orders.js'

/**
 * What a buyer allows its suppliers to send, as an administrator sets it on the network.
 * Unverified: the names and the statuses of the refusals; that there are such rules is from lists of them.
 */
export interface TransactionRules {
  readonly allowConfirmations: boolean
  readonly allowShipNotices: boolean
  readonly allowInvoices: boolean
  /** Invoices that refer to no order which went through the network. */
  readonly allowInvoicesWithoutOrder: boolean
  readonly allowCreditMemos: boolean
  readonly requireConfirmationBeforeShipNotice: boolean
  readonly requireConfirmationBeforeInvoice: boolean
  readonly requireShipNoticeBeforeInvoice: boolean
  /** A confirmation may name another unit price than the order. */
  readonly allowPriceChanges: boolean
  /** A confirmation may name another quantity than the order. */
  readonly allowQuantityChanges: boolean
  /** An invoice may name another unit price than the order. */
  readonly allowInvoicePriceChanges: boolean
  /** Invoices may ask for more of a line than was ordered, together with those before. */
  readonly allowInvoiceQuantityIncreases: boolean
}

export const defaultTransactionRules: TransactionRules = {
  allowConfirmations: true,
  allowShipNotices: true,
  allowInvoices: true,
  allowInvoicesWithoutOrder: false,
  allowCreditMemos: true,
  requireConfirmationBeforeShipNotice: false,
  requireConfirmationBeforeInvoice: false,
  requireShipNoticeBeforeInvoice: false,
  allowPriceChanges: true,
  allowQuantityChanges: true,
  allowInvoicePriceChanges: true,
  allowInvoiceQuantityIncreases: true,
}

export type RuleName = keyof TransactionRules

/** A document that the rules of its receiver decide on. */
export type RuledDocument =
  | RequestDocument<'ConfirmationRequest'>
  | RequestDocument<'ShipNoticeRequest'>
  | RequestDocument<'InvoiceDetailRequest'>

/** What the network remembers of the order that a document is about. */
export interface KnownOrder {
  readonly orderID: string
  readonly lines: readonly OrderedLine[]
  /** By line number. */
  readonly invoiced: Readonly<Record<string, string>>
  readonly isConfirmed: boolean
  readonly isShipped: boolean
}

export interface OrderedLine {
  readonly lineNumber: string
  readonly quantity: string
  readonly unitPrice?: string
}

/** The rule that a document breaks. */
export interface BrokenRule {
  readonly rule: RuleName
  /** cXML Status. */
  readonly code: string
  readonly text: string
}

/** A document, and what it says of one order. */
interface Ruled {
  readonly document: RuledDocument
  readonly order: KnownOrder | undefined
  readonly lines: readonly NamedLine[]
}

interface Rule {
  /** The value of the setting under which the rule refuses. */
  readonly refusesWhen: boolean
  readonly code: '403' | '409' | '412'
  readonly text: string
  readonly isBrokenBy: (ruled: Ruled) => boolean
}

/** In the order in which they are looked at; the first that is broken is named. */
const rules: Readonly<Record<RuleName, Rule>> = {
  allowConfirmations: {
    refusesWhen: false,
    code: '403',
    text: 'The buyer takes no order confirmations',
    isBrokenBy: ({ document }) => document.kind === 'ConfirmationRequest',
  },
  allowShipNotices: {
    refusesWhen: false,
    code: '403',
    text: 'The buyer takes no ship notices',
    isBrokenBy: ({ document }) => document.kind === 'ShipNoticeRequest',
  },
  allowInvoices: {
    refusesWhen: false,
    code: '403',
    text: 'The buyer takes no invoices',
    isBrokenBy: ({ document }) => document.kind === 'InvoiceDetailRequest',
  },
  allowCreditMemos: {
    refusesWhen: false,
    code: '403',
    text: 'The buyer takes no credit memos',
    isBrokenBy: ({ document }) => isCreditMemo(document),
  },
  allowInvoicesWithoutOrder: {
    refusesWhen: false,
    code: '412',
    text: 'The invoice must refer to an order that the buyer sent through the network',
    isBrokenBy: ({ document, order }) => document.kind === 'InvoiceDetailRequest' && order === undefined,
  },
  requireConfirmationBeforeShipNotice: {
    refusesWhen: true,
    code: '412',
    text: 'The order must be confirmed before it is shipped',
    isBrokenBy: ({ document, order }) =>
      document.kind === 'ShipNoticeRequest' && order?.isConfirmed === false,
  },
  requireConfirmationBeforeInvoice: {
    refusesWhen: true,
    code: '412',
    text: 'The order must be confirmed before it is invoiced',
    isBrokenBy: ({ document, order }) => asksForMoney(document) && order?.isConfirmed === false,
  },
  requireShipNoticeBeforeInvoice: {
    refusesWhen: true,
    code: '412',
    text: 'A ship notice must have been sent before the order is invoiced',
    isBrokenBy: ({ document, order }) => asksForMoney(document) && order?.isShipped === false,
  },
  allowPriceChanges: {
    refusesWhen: false,
    code: '409',
    text: 'The confirmation names another unit price than the order',
    isBrokenBy: ruled => ruled.document.kind === 'ConfirmationRequest' && changesPrice(ruled),
  },
  allowQuantityChanges: {
    refusesWhen: false,
    code: '409',
    text: 'The confirmation names another quantity than the order',
    isBrokenBy: ruled =>
      ruled.document.kind === 'ConfirmationRequest' &&
      linesOf(ruled).some(({ ordered, named }) => compareDecimals(named.quantity, ordered.quantity) !== 0),
  },
  allowInvoicePriceChanges: {
    refusesWhen: false,
    code: '409',
    text: 'The invoice names another unit price than the order',
    isBrokenBy: ruled => asksForMoney(ruled.document) && changesPrice(ruled),
  },
  allowInvoiceQuantityIncreases: {
    refusesWhen: false,
    code: '409',
    text: 'More of a line is invoiced than was ordered',
    isBrokenBy: ruled =>
      asksForMoney(ruled.document) &&
      linesOf(ruled).some(({ ordered, named, before }) => {
        return compareDecimals(addDecimals(before, named.quantity), ordered.quantity) > 0
      }),
  },
}

const inOrder = Object.entries(rules) as readonly (readonly [RuleName, Rule])[]

/** The first rule of the buyer that the document breaks with what it says of one order. */
export function brokenRule(settings: TransactionRules, ruled: Ruled): BrokenRule | undefined {
  const broken = inOrder.find(([name, rule]) => settings[name] === rule.refusesWhen && rule.isBrokenBy(ruled))
  return broken && { rule: broken[0], code: broken[1].code, text: broken[1].text }
}

function isCreditMemo(document: RuledDocument): boolean {
  return document.kind === 'InvoiceDetailRequest' && purposesOfCredit.has(purposeOf(document.request))
}

/** A credit, and an invoice that is taken back, ask for none. */
export function asksForMoney(document: RuledDocument): boolean {
  return (
    document.kind === 'InvoiceDetailRequest' &&
    !isCreditMemo(document) &&
    document.request.invoiceDetailRequest.invoiceDetailRequestHeader.operation !== 'delete'
  )
}

const purposesOfCredit: ReadonlySet<string> = new Set(['creditMemo', 'lineLevelCreditMemo'])

function purposeOf(request: { readonly invoiceDetailRequest: InvoiceDetailRequest }): string {
  return request.invoiceDetailRequest.invoiceDetailRequestHeader.purpose ?? 'standard'
}

function changesPrice(ruled: Ruled): boolean {
  return linesOf(ruled).some(({ ordered: { unitPrice }, named }) =>
    named.unitPrices.some(price => unitPrice !== undefined && compareDecimals(price, unitPrice) !== 0),
  )
}

/** Lines that the document names and the order has, and how much of each was invoiced before. */
function linesOf({ order, lines }: Ruled) {
  return lines.flatMap(named => {
    const ordered = order?.lines.find(({ lineNumber }) => lineNumber === named.lineNumber)
    const before = order?.invoiced[named.lineNumber] ?? '0'
    return ordered === undefined ? [] : [{ ordered, named, before }]
  })
}

import { compareDecimals, type InvoiceDetailRequest, type RequestDocument } from '@punchloop/sdk/cxml'

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
  readonly requireConfirmationBeforeInvoice: boolean
  readonly requireShipNoticeBeforeInvoice: boolean
  /** A confirmation may name another unit price than the order. */
  readonly allowPriceChanges: boolean
  /** A confirmation may name another quantity than the order. */
  readonly allowQuantityChanges: boolean
}

export const defaultTransactionRules: TransactionRules = {
  allowConfirmations: true,
  allowShipNotices: true,
  allowInvoices: true,
  allowInvoicesWithoutOrder: false,
  allowCreditMemos: true,
  requireConfirmationBeforeInvoice: false,
  requireShipNoticeBeforeInvoice: false,
  allowPriceChanges: true,
  allowQuantityChanges: true,
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

interface Rule {
  /** The value of the setting under which the rule refuses. */
  readonly refusesWhen: boolean
  readonly code: '403' | '409' | '412'
  readonly text: string
  readonly isBrokenBy: (document: RuledDocument, order: KnownOrder | undefined) => boolean
}

/** In the order in which they are looked at; the first that is broken is named. */
const rules: Readonly<Record<RuleName, Rule>> = {
  allowConfirmations: {
    refusesWhen: false,
    code: '403',
    text: 'The buyer takes no order confirmations',
    isBrokenBy: ({ kind }) => kind === 'ConfirmationRequest',
  },
  allowShipNotices: {
    refusesWhen: false,
    code: '403',
    text: 'The buyer takes no ship notices',
    isBrokenBy: ({ kind }) => kind === 'ShipNoticeRequest',
  },
  allowInvoices: {
    refusesWhen: false,
    code: '403',
    text: 'The buyer takes no invoices',
    isBrokenBy: ({ kind }) => kind === 'InvoiceDetailRequest',
  },
  allowCreditMemos: {
    refusesWhen: false,
    code: '403',
    text: 'The buyer takes no credit memos',
    isBrokenBy: document => isCreditMemo(document),
  },
  allowInvoicesWithoutOrder: {
    refusesWhen: false,
    code: '412',
    text: 'The invoice must refer to an order that the buyer sent through the network',
    isBrokenBy: ({ kind }, order) => kind === 'InvoiceDetailRequest' && order === undefined,
  },
  requireConfirmationBeforeInvoice: {
    refusesWhen: true,
    code: '412',
    text: 'The order must be confirmed before it is invoiced',
    isBrokenBy: (document, order) => asksForMoney(document) && order?.isConfirmed === false,
  },
  requireShipNoticeBeforeInvoice: {
    refusesWhen: true,
    code: '412',
    text: 'A ship notice must have been sent before the order is invoiced',
    isBrokenBy: (document, order) => asksForMoney(document) && order?.isShipped === false,
  },
  allowPriceChanges: {
    refusesWhen: false,
    code: '409',
    text: 'The confirmation names another unit price than the order',
    isBrokenBy: (document, order) => changesPrice(document, order),
  },
  allowQuantityChanges: {
    refusesWhen: false,
    code: '409',
    text: 'The confirmation names another quantity than the order',
    isBrokenBy: (document, order) => changesQuantity(document, order),
  },
}

const inOrder = Object.entries(rules) as readonly (readonly [RuleName, Rule])[]

/** The first rule of the buyer that the document breaks. */
export function brokenRule(
  settings: TransactionRules,
  document: RuledDocument,
  order: KnownOrder | undefined,
): BrokenRule | undefined {
  const broken = inOrder.find(
    ([name, rule]) => settings[name] === rule.refusesWhen && rule.isBrokenBy(document, order),
  )
  return broken && { rule: broken[0], code: broken[1].code, text: broken[1].text }
}

function isCreditMemo(document: RuledDocument): boolean {
  return document.kind === 'InvoiceDetailRequest' && purposesOfCredit.has(purposeOf(document.request))
}

function asksForMoney(document: RuledDocument): boolean {
  return document.kind === 'InvoiceDetailRequest' && !isCreditMemo(document)
}

const purposesOfCredit: ReadonlySet<string> = new Set(['creditMemo', 'lineLevelCreditMemo'])

function purposeOf(request: { readonly invoiceDetailRequest: InvoiceDetailRequest }): string {
  return request.invoiceDetailRequest.invoiceDetailRequestHeader.purpose ?? 'standard'
}

function changesPrice(document: RuledDocument, order: KnownOrder | undefined): boolean {
  return confirmedLines(document, order).some(
    ({ line, statuses }) =>
      line.unitPrice !== undefined &&
      statuses.some(
        ({ unitPrice }) =>
          unitPrice !== undefined && compareDecimals(unitPrice.money.amount, line.unitPrice ?? '') !== 0,
      ),
  )
}

function changesQuantity(document: RuledDocument, order: KnownOrder | undefined): boolean {
  return confirmedLines(document, order).some(
    ({ line, quantity }) => compareDecimals(quantity, line.quantity) !== 0,
  )
}

function confirmedLines(document: RuledDocument, order: KnownOrder | undefined) {
  if (document.kind !== 'ConfirmationRequest' || order === undefined) return []
  return document.request.confirmationRequest.confirmationItems.flatMap(item => {
    const line = order.lines.find(({ lineNumber }) => lineNumber === item.lineNumber)
    return line === undefined ? [] : [{ line, quantity: item.quantity, statuses: item.confirmationStatuses }]
  })
}

import {
  type InvoiceIDInfo,
  invoiceIDInfo,
  type ShipNoticeIDInfo,
  shipNoticeIDInfo,
} from '../../elements/order-reference.js'
import { type PaymentTerm, paymentTerm } from '../../elements/payment.js'
import { type Period, period } from '../../elements/terms-of-delivery.js'
import {
  type Comments,
  comments,
  type DocumentReference,
  documentReference,
  type Extrinsic,
  extrinsic,
  type IdReference,
  idReference,
} from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import {
  defaultedAttribute,
  many,
  neededAttribute,
  optional,
  optionalAttribute,
} from '../../grammar/fields.js'
import { type InvoicePartner, invoicePartner } from './partner.js'
import { type InvoiceDetailShipping, invoiceDetailShipping } from './shipping.js'

/** `InvoiceDetailRequestHeader/@purpose`. Credits have negative amounts. */
export type InvoicePurpose =
  /** A bill. */
  | 'standard'
  /** Credit for whole orders: a header invoice. */
  | 'creditMemo'
  /** A further claim for whole orders: a header invoice. */
  | 'debitMemo'
  /** Credit for lines of the invoice that `DocumentReference` names. */
  | 'lineLevelCreditMemo'
  /** A further claim for lines (since cXML 1.2.037). */
  | 'lineLevelDebitMemo'

/** `InvoiceDetailHeaderIndicator`: what kind of invoice it is. Each is `yes` or left out. */
export interface InvoiceDetailHeaderIndicator {
  /** `yes`: a header invoice, of `InvoiceDetailHeaderOrder`s; else one with lines, of `InvoiceDetailOrder`s. */
  readonly isHeaderInvoice?: string
  readonly isVatRecoverable?: string
  /** (since cXML 1.2.037) `yes`: credit for paying early, granted after the invoice. */
  readonly isPriceBasedLineLevelCreditMemo?: string
}

/**
 * `InvoiceDetailLineIndicator`: what the lines say themselves. Each is `yes` or left out; where it is left out, buyers
 * pass over what a line says of it and look at the summary.
 */
export interface InvoiceDetailLineIndicator {
  readonly isTaxInLine?: string
  readonly isSpecialHandlingInLine?: string
  readonly isShippingInLine?: string
  readonly isDiscountInLine?: string
  /** Not in a header invoice, whose lines have no `Distribution`. */
  readonly isAccountingInLine?: string
  /** (since cXML 1.2.037) `yes`: a memo for lines changes prices, not quantities. */
  readonly isPriceAdjustmentInLine?: string
}

/** `PaymentProposalIDInfo` (since cXML 1.2.037): a `PaymentProposalRequest`, behind a price-based credit memo. */
export interface PaymentProposalIDInfo {
  /** The DTD requires it. */
  readonly paymentProposalID?: string
}

/** `InvoiceDetailPaymentTerm`: given up since cXML 1.2.011 for `PaymentTerm`, beside which it cannot stand. */
export interface InvoiceDetailPaymentTerm {
  /** Days after the invoice date. The DTD requires it. */
  readonly payInNumberOfDays?: string
  /** Percent of discount; negative for a penalty. The DTD requires it. */
  readonly percentageRate?: string
}

/** `PaymentInformation` (since cXML 1.2.069): what a buyer says in its copy of an invoice. */
export interface PaymentInformation {
  /** After this no discount is left. */
  readonly paymentNetDueDate?: string
}

/** `InvoiceDetailRequestHeader`. Dates are kept as sent. */
export interface InvoiceDetailRequestHeader {
  /** The supplier's number. Buyers refuse one that they have. */
  readonly invoiceID: string
  /** `yes`: nothing is to be paid, as with a receipt for what is paid already. */
  readonly isInformationOnly?: string
  /** `standard` where the document says nothing. */
  readonly purpose: InvoicePurpose
  /** `delete` cancels the invoice that `documentReference` names. `new` where the document says nothing. */
  readonly operation: 'new' | 'delete'
  /** With time and zone. The DTD requires it. */
  readonly invoiceDate?: string
  /** Who wrote it: `supplier` or `buyer`. */
  readonly invoiceOrigin?: string
  /** (since cXML 1.2.037) `yes`: made by the buyer from what it has received. */
  readonly isERS?: string
  /** The DTD requires it, `{}` at least. */
  readonly invoiceDetailHeaderIndicator?: InvoiceDetailHeaderIndicator
  /** The DTD requires it, `{}` at least. */
  readonly invoiceDetailLineIndicator?: InvoiceDetailLineIndicator
  readonly invoicePartners: readonly InvoicePartner[]
  /** An earlier invoice: the one to delete, to credit, or that this one has to do with. */
  readonly documentReference?: DocumentReference
  /** The same earlier invoice by its number. */
  readonly invoiceIDInfo?: InvoiceIDInfo
  readonly paymentProposalIDInfo?: PaymentProposalIDInfo
  /** Passed over where `isShippingInLine` is set. */
  readonly invoiceDetailShipping?: InvoiceDetailShipping
  /** (since cXML 1.2.028) */
  readonly shipNoticeIDInfo?: ShipNoticeIDInfo
  readonly invoiceDetailPaymentTerms: readonly InvoiceDetailPaymentTerm[]
  readonly paymentTerms: readonly PaymentTerm[]
  readonly paymentInformation?: PaymentInformation
  /** In which all services of the invoice were done. */
  readonly period?: Period
  readonly comments?: Comments
  /** (since cXML 1.2.037) The supplier's own numbers for the invoice, its contract and so on. */
  readonly idReferences: readonly IdReference[]
  readonly extrinsics: readonly Extrinsic[]
}

const invoiceDetailHeaderIndicator = element<InvoiceDetailHeaderIndicator>('InvoiceDetailHeaderIndicator', {
  isHeaderInvoice: optionalAttribute(),
  isVatRecoverable: optionalAttribute(),
  isPriceBasedLineLevelCreditMemo: optionalAttribute(),
})

const invoiceDetailLineIndicator = element<InvoiceDetailLineIndicator>('InvoiceDetailLineIndicator', {
  isTaxInLine: optionalAttribute(),
  isSpecialHandlingInLine: optionalAttribute(),
  isShippingInLine: optionalAttribute(),
  isDiscountInLine: optionalAttribute(),
  isAccountingInLine: optionalAttribute(),
  isPriceAdjustmentInLine: optionalAttribute(),
})

const paymentProposalIDInfo = element<PaymentProposalIDInfo>('PaymentProposalIDInfo', {
  paymentProposalID: optionalAttribute(),
})

const invoiceDetailPaymentTerm = element<InvoiceDetailPaymentTerm>('InvoiceDetailPaymentTerm', {
  payInNumberOfDays: optionalAttribute(),
  percentageRate: optionalAttribute(),
})

const paymentInformation = element<PaymentInformation>('PaymentInformation', {
  paymentNetDueDate: optionalAttribute(),
})

export const invoiceDetailRequestHeader = element<InvoiceDetailRequestHeader>('InvoiceDetailRequestHeader', {
  invoiceID: neededAttribute(),
  isInformationOnly: optionalAttribute(),
  purpose: defaultedAttribute('standard', {
    values: ['standard', 'creditMemo', 'debitMemo', 'lineLevelCreditMemo', 'lineLevelDebitMemo'],
  }),
  operation: defaultedAttribute('new', { values: ['new', 'delete'] }),
  invoiceDate: optionalAttribute(),
  invoiceOrigin: optionalAttribute(),
  isERS: optionalAttribute(),
  invoiceDetailHeaderIndicator: optional(invoiceDetailHeaderIndicator),
  invoiceDetailLineIndicator: optional(invoiceDetailLineIndicator),
  invoicePartners: many(invoicePartner),
  documentReference: optional(documentReference),
  invoiceIDInfo: optional(invoiceIDInfo),
  paymentProposalIDInfo: optional(paymentProposalIDInfo),
  invoiceDetailShipping: optional(invoiceDetailShipping),
  shipNoticeIDInfo: optional(shipNoticeIDInfo),
  invoiceDetailPaymentTerms: many(invoiceDetailPaymentTerm),
  paymentTerms: many(paymentTerm),
  paymentInformation: optional(paymentInformation),
  period: optional(period),
  comments: optional(comments),
  idReferences: many(idReference),
  extrinsics: many(extrinsic),
})

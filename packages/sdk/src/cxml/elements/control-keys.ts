import { element } from '../grammar/element.js'
import { optional, optionalAttribute } from '../grammar/fields.js'
import { type Tolerances, tolerances } from './tolerances.js'

/** `Lower`, `Upper`: how far a document may stay under or go over the order. */
export interface Limit {
  /** The DTD requires it. */
  readonly tolerances?: Tolerances
}

/** `OCInstruction` (order confirmations), `ASNInstruction` (ship notices). */
export interface Instruction {
  /** `allowed` or `notAllowed`; of confirmations also `requiredBeforeASN`. The DTD requires it. */
  readonly value?: string
  readonly lower?: Limit
  readonly upper?: Limit
}

/** `SESInstruction` (service entry sheets). */
export interface SESInstruction extends Instruction {
  /** `yes` or `no`: whether the supplier may change the unit price. */
  readonly unitPriceEditable?: string
}

/** `TemporaryPrice`: whether the price is not final yet; until it is, what it stands in must not be invoiced. */
export interface TemporaryPrice {
  /** `yes` or `no`. The DTD requires it. */
  readonly value?: string
}

/** `InvoiceInstruction`. */
export interface InvoiceInstruction extends SESInstruction {
  /** `allowed`, `notAllowed`, `isERS` (the buyer pays on receipt, without an invoice) or `isNotERS`. */
  readonly value?: string
  /** Only `goodsReceipt`: invoices are held against receipts. */
  readonly verificationType?: string
  /** Of the order, or of the line. */
  readonly temporaryPrice?: TemporaryPrice
}

/** `ControlKeys` (since cXML 1.2.036): which documents the buyer wants for the order, whatever the hub's own rules say. */
export interface ControlKeys {
  readonly ocInstruction?: Instruction
  readonly asnInstruction?: Instruction
  readonly invoiceInstruction?: InvoiceInstruction
  readonly sesInstruction?: SESInstruction
}

const limits = {
  lower: optional(element<Limit>('Lower', { tolerances: optional(tolerances) })),
  upper: optional(element<Limit>('Upper', { tolerances: optional(tolerances) })),
}

const ocInstruction = element<Instruction>('OCInstruction', { value: optionalAttribute(), ...limits })

const asnInstruction = element<Instruction>('ASNInstruction', { value: optionalAttribute(), ...limits })

const invoiceInstruction = element<InvoiceInstruction>('InvoiceInstruction', {
  value: optionalAttribute(),
  verificationType: optionalAttribute(),
  unitPriceEditable: optionalAttribute(),
  temporaryPrice: optional(element<TemporaryPrice>('TemporaryPrice', { value: optionalAttribute() })),
  ...limits,
})

const sesInstruction = element<SESInstruction>('SESInstruction', {
  value: optionalAttribute(),
  unitPriceEditable: optionalAttribute(),
  ...limits,
})

export const controlKeys = element<ControlKeys>('ControlKeys', {
  ocInstruction: optional(ocInstruction),
  asnInstruction: optional(asnInstruction),
  invoiceInstruction: optional(invoiceInstruction),
  sesInstruction: optional(sesInstruction),
})

import { element } from '../grammar/element.js'
import { optional, optionalAttribute } from '../grammar/fields.js'

/** `OCInstruction` (order confirmations), `ASNInstruction` (ship notices). */
export interface Instruction {
  readonly value?: string
}

/** `SESInstruction` (service entry sheets). */
export interface SESInstruction extends Instruction {
  readonly unitPriceEditable?: string
}

/** `InvoiceInstruction`. */
export interface InvoiceInstruction extends SESInstruction {
  readonly verificationType?: string
}

/** `ControlKeys` (since cXML 1.2.036): which documents the buyer wants for the order. */
export interface ControlKeys {
  readonly ocInstruction?: Instruction
  readonly asnInstruction?: Instruction
  readonly invoiceInstruction?: InvoiceInstruction
  readonly sesInstruction?: SESInstruction
}

const ocInstruction = element<Instruction>('OCInstruction', {
  value: optionalAttribute(),
})

const asnInstruction = element<Instruction>('ASNInstruction', {
  value: optionalAttribute(),
})

const unitPriceEditable = optionalAttribute()

const invoiceInstruction = element<InvoiceInstruction>('InvoiceInstruction', {
  value: optionalAttribute(),
  verificationType: optionalAttribute(),
  unitPriceEditable,
})

const sesInstruction = element<SESInstruction>('SESInstruction', {
  value: optionalAttribute(),
  unitPriceEditable,
})

export const controlKeys = element<ControlKeys>('ControlKeys', {
  ocInstruction: optional(ocInstruction),
  asnInstruction: optional(asnInstruction),
  invoiceInstruction: optional(invoiceInstruction),
  sesInstruction: optional(sesInstruction),
})

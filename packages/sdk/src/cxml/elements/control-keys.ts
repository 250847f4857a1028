import { element } from '../grammar/element.js'
import { expectedAttribute, optional, optionalAttribute, unmodelled } from '../grammar/fields.js'

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
  value: expectedAttribute({ expectedValues: ['allowed', 'notAllowed', 'requiredBeforeASN'] }),
  Lower: unmodelled,
  Upper: unmodelled,
})

const asnInstruction = element<Instruction>('ASNInstruction', {
  value: expectedAttribute({ expectedValues: ['allowed', 'notAllowed'] }),
  Lower: unmodelled,
  Upper: unmodelled,
})

const unitPriceEditable = optionalAttribute({ since: '1.2.048', expectedValues: ['yes', 'no'] })

const invoiceInstruction = element<InvoiceInstruction>('InvoiceInstruction', {
  value: optionalAttribute({ expectedValues: ['isERS', 'isNotERS', 'allowed', 'notAllowed'] }),
  verificationType: optionalAttribute({ expectedValues: ['goodsReceipt'] }),
  unitPriceEditable,
  TemporaryPrice: unmodelled,
  Lower: unmodelled,
  Upper: unmodelled,
})

const sesInstruction = element<SESInstruction>('SESInstruction', {
  value: expectedAttribute({ expectedValues: ['allowed', 'notAllowed'] }),
  unitPriceEditable,
  Lower: unmodelled,
  Upper: unmodelled,
})

export const controlKeys = element<ControlKeys>('ControlKeys', {
  ocInstruction: optional(ocInstruction),
  asnInstruction: optional(asnInstruction),
  invoiceInstruction: optional(invoiceInstruction),
  sesInstruction: optional(sesInstruction),
})

import type { Address } from './contact.js'
import type { UnitPrice } from './money.js'
import type { Comments, Description, Extrinsic, IdReference } from './text.js'

/** `ItemID`: an item is the same when supplier, part and auxiliary ID are the same. */
export interface ItemID {
  readonly supplierPartID: string
  /** The supplier's own reference, exactly as it stands in the document (text only). */
  readonly supplierPartAuxiliaryID?: string
  /** The inner XML of `SupplierPartAuxiliaryID`, where it holds markup (it is declared ANY). */
  readonly supplierPartAuxiliaryIDContent?: string
  readonly buyerPartID?: string
  readonly idReferences: readonly IdReference[]
}

/** `Classification`: `domain` is `UNSPSC` and the like. */
export interface Classification {
  readonly domain: string
  readonly code?: string
  readonly value: string
}

/** `PriceBasisQuantity`: what the unit price is for, where it is not one unit. */
export interface PriceBasisQuantity {
  /** A decimal string. */
  readonly quantity: string
  /** A decimal string. */
  readonly conversionFactor: string
  readonly unitOfMeasure?: string
  readonly description?: Description
}

/** `Dimension`. */
export interface Dimension {
  readonly quantity: string
  readonly type: string
  readonly unitOfMeasure?: string
}

/** `ItemDetail`. */
export interface ItemDetail {
  readonly unitPrice: UnitPrice
  readonly descriptions: readonly Description[]
  /** UN/CEFACT code. The DTD requires it. */
  readonly unitOfMeasure?: string
  readonly priceBasisQuantity?: PriceBasisQuantity
  readonly classifications: readonly Classification[]
  readonly manufacturerPartID?: string
  readonly manufacturerName?: string
  readonly url?: string
  /** Days. */
  readonly leadTime?: string
  readonly dimensions: readonly Dimension[]
  readonly plannedAcceptanceDays?: string
  readonly extrinsics: readonly Extrinsic[]
}

/** `BlanketItemDetail` (since cXML 1.2.020): an item of a blanket order. */
export interface BlanketItemDetail {
  readonly descriptions: readonly Description[]
  readonly maxAmount?: UnitPrice
  readonly minAmount?: UnitPrice
  readonly maxQuantity?: string
  readonly minQuantity?: string
  readonly unitPrice?: UnitPrice
  readonly unitOfMeasure?: string
  readonly priceBasisQuantity?: PriceBasisQuantity
  readonly classifications: readonly Classification[]
  readonly extrinsics: readonly Extrinsic[]
}

/** `SupplierID`. */
export interface SupplierID {
  readonly domain: string
  readonly value: string
}

/** `Period`. */
export interface Period {
  readonly startDate: string
  readonly endDate: string
}

/** A text with the code that it stands for (`TermsOfDeliveryCode`, `ShippingPaymentMethod`, `TransportTerms`). */
export interface CodedText {
  /** The attribute `value`. */
  readonly code: string
  readonly value: string
}

/** `TermsOfDelivery` (since cXML 1.2.024). */
export interface TermsOfDelivery {
  readonly termsOfDeliveryCode?: CodedText
  readonly shippingPaymentMethod?: CodedText
  readonly transportTerms?: CodedText
  readonly address?: Address
  readonly comments: readonly Comments[]
}

/** One instruction of `ControlKeys`. */
export interface Instruction {
  readonly value?: string
  readonly verificationType?: string
  readonly unitPriceEditable?: string
}

/** `ControlKeys` (since cXML 1.2.036): which documents the buyer wants for the order. */
export interface ControlKeys {
  readonly ocInstruction?: Instruction
  readonly asnInstruction?: Instruction
  readonly invoiceInstruction?: Instruction
  readonly sesInstruction?: Instruction
}

import { type Contact, contact } from '../../elements/contact.js'
import { type IdReference, idReference } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { many, optional } from '../../grammar/fields.js'

/**
 * `InvoicePartner`: a party to the invoice. The contact's `role` says which: `issuerOfInvoice`, `soldTo`, `billTo`,
 * `remitTo`, … Where goods come from and go to is said in `InvoiceDetailShipping` instead.
 */
export interface InvoicePartner {
  /** The DTD requires it. */
  readonly contact?: Contact
  /** The party's numbers; `domain` is `vatID`, `supplierTaxID`, `accountID`, `bankRoutingID` and the like. */
  readonly idReferences: readonly IdReference[]
}

export const invoicePartner = element<InvoicePartner>('InvoicePartner', {
  contact: optional(contact),
  idReferences: many(idReference),
})

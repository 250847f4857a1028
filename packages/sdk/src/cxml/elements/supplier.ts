import { element } from '../grammar/element.js'
import { companion, many, optional, optionalAttribute, ownContent } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import {
  type Address,
  address,
  type Contact,
  contact,
  type Email,
  email,
  type Fax,
  fax,
  type Phone,
  phone,
} from './contact.js'
import { type SupplierID, supplierID } from './item.js'
import { type Comments, comments, type Name, name, url } from './text.js'

/** `OtherOrderTarget`: another way to order; free content. */
export interface OtherOrderTarget {
  readonly name?: string
  readonly value: string
  readonly content?: string
}

/** `OrderTarget`: where orders go: one of these. */
export interface OrderTarget {
  readonly phone?: Phone
  readonly email?: Email
  readonly fax?: Fax
  readonly url?: string
  readonly otherOrderTarget?: OtherOrderTarget
}

/** `OrderMethod`: one way to order. */
export interface OrderMethod {
  /** The DTD requires it. */
  readonly orderTarget?: OrderTarget
  readonly orderProtocol?: string
}

/** `OrderMethods`: the ways to order, the preferred one first. */
export interface OrderMethods {
  readonly orderMethods: readonly OrderMethod[]
  readonly contact?: Contact
}

/** `SupplierLocation`: a place of the supplier, and how to order there. */
export interface SupplierLocation {
  /** The DTD requires it. */
  readonly address?: Address
  /** The DTD requires it. */
  readonly orderMethods?: OrderMethods
}

/** `Supplier`: a company that the buyer may order from. */
export interface Supplier {
  readonly corporateURL?: string
  readonly storeFrontURL?: string
  /** The DTD requires it. */
  readonly name?: Name
  readonly comments?: Comments
  readonly supplierIDs: readonly SupplierID[]
  readonly supplierLocations: readonly SupplierLocation[]
}

/** `SupplierList`: several suppliers of one item. */
export interface SupplierList {
  readonly suppliers: readonly Supplier[]
}

export const otherOrderTarget = element<OtherOrderTarget>('OtherOrderTarget', {
  name: optionalAttribute(),
  value: ownContent('content'),
  content: companion,
})

export const orderTarget = element<OrderTarget>('OrderTarget', {
  phone: optional(phone),
  email: optional(email),
  fax: optional(fax),
  url: optional(url),
  otherOrderTarget: optional(otherOrderTarget),
})

export const orderMethod = element<OrderMethod>('OrderMethod', {
  orderTarget: optional(orderTarget),
  orderProtocol: optional(textElement('OrderProtocol')),
})

export const orderMethods = element<OrderMethods>('OrderMethods', {
  orderMethods: many(orderMethod),
  contact: optional(contact),
})

export const supplierLocation = element<SupplierLocation>('SupplierLocation', {
  address: optional(address),
  orderMethods: optional(orderMethods),
})

export const supplier = element<Supplier>('Supplier', {
  corporateURL: optionalAttribute(),
  storeFrontURL: optionalAttribute(),
  name: optional(name),
  comments: optional(comments),
  supplierIDs: many(supplierID),
  supplierLocations: many(supplierLocation),
})

export const supplierList = element<SupplierList>('SupplierList', {
  suppliers: many(supplier),
})

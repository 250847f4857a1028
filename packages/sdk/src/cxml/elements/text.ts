import { element } from '../grammar/element.js'
import {
  companion,
  defaultedAttribute,
  many,
  neededAttribute,
  optional,
  optionalAttribute,
  ownContent,
  ownText,
} from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
/** `Name`: text in a language. */
export interface Name {
  /** `xml:lang`. The DTD requires it. */
  readonly xmlLang?: string
  readonly value: string
}

/** `Description`: the long text, with the short one apart. */
export interface Description {
  /** `xml:lang`. The DTD requires it. */
  readonly xmlLang?: string
  readonly type?: string
  /** The element `ShortName` inside the text. */
  readonly shortName?: string
  /** The text without `ShortName`. */
  readonly value: string
}

/** `Comments`, with the `Attachment`s that it names. */
export interface Comments {
  readonly xmlLang?: string
  readonly type?: string
  readonly value: string
  readonly attachments: readonly Attachment[]
}

/** `Attachment`: `cid:…` of a part of the same MIME message, or a URL. */
export interface Attachment {
  readonly url?: string
  readonly visibility?: string
}

/** `Extrinsic`: what the standard has no element for. Names may repeat; none is guaranteed. */
export interface Extrinsic {
  readonly name: string
  /** All text inside, outer white space trimmed. */
  readonly value: string
  /** The inner XML, where there is markup inside (the element is declared ANY). Goes before `value` when written. */
  readonly content?: string
}

/** `IdReference`. */
export interface IdReference {
  readonly identifier?: string
  readonly domain?: string
  readonly creator?: Name
  readonly description?: Description
}

/** `DocumentReference`: an earlier document by its payloadID. */
export interface DocumentReference {
  readonly payloadID: string
}

/** `SupplierOrderInfo`: the supplier's own number of the order. */
export interface SupplierOrderInfo {
  readonly orderID: string
  readonly orderDate?: string
}

export const url = textElement('URL')

export const name = element<Name>('Name', { xmlLang: optionalAttribute(), value: ownText() })

export const description = element<Description>('Description', {
  xmlLang: optionalAttribute(),
  type: optionalAttribute(),
  shortName: optional(textElement('ShortName')),
  value: ownText(),
})

export const attachment = element<Attachment>('Attachment', {
  url: optional(url),
  visibility: optionalAttribute(),
})

export const comments = element<Comments>('Comments', {
  xmlLang: optionalAttribute(),
  type: optionalAttribute(),
  value: ownText(),
  attachments: many(attachment),
})

export const extrinsic = element<Extrinsic>('Extrinsic', {
  name: defaultedAttribute<string>(''),
  value: ownContent('content'),
  content: companion,
})

export const idReference = element<IdReference>('IdReference', {
  identifier: optionalAttribute(),
  domain: optionalAttribute(),
  creator: optional(element<Name>('Creator', { xmlLang: optionalAttribute(), value: ownText() })),
  description: optional(description),
})

export const documentReference = element<DocumentReference>('DocumentReference', {
  payloadID: neededAttribute(),
})

export const supplierOrderInfo = element<SupplierOrderInfo>('SupplierOrderInfo', {
  orderID: neededAttribute(),
  orderDate: optionalAttribute(),
})

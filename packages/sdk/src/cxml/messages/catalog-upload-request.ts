import { type Email, email } from '../elements/contact.js'
import { type Attachment, attachment, type Description, description, type Name } from '../elements/text.js'
import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'

/** `Commodities`: what kinds of goods the catalog has. */
export interface Commodities {
  /** The first two digits of UNSPSC codes. The DTD requires one. */
  readonly commodityCodes: readonly string[]
}

/** `AutoPublish`: whether buyers who had the version before get this one at once. Only in an `update`. */
export interface AutoPublish {
  /** `yes` or `no`. The DTD requires it. */
  readonly enabled?: string
}

/** `URLPost`: whether the hub posts a `StatusUpdateRequest` when the catalog was checked or published, or failed. */
export interface URLPost {
  /** `yes` or `no`. The DTD requires it. */
  readonly enabled?: string
}

/** `Notification`: how the supplier learns what became of the catalog. */
export interface Notification {
  readonly email?: Email
  readonly urlPost?: URLPost
}

/** `CatalogUploadRequest`: a supplier gives a hub its catalog. */
export interface CatalogUploadRequest {
  /** `new`, of a name that the hub does not know yet, or `update`, which overwrites. The DTD requires it. */
  readonly operation?: string
  /** One of its own for each catalog of the supplier. The DTD requires it. */
  readonly catalogName?: Name
  /** The DTD requires it. */
  readonly description?: Description
  /** `cid:` of the part that holds the catalog. The DTD requires it. */
  readonly attachment?: Attachment
  readonly commodities?: Commodities
  readonly autoPublish?: AutoPublish
  /** The DTD requires it. */
  readonly notification?: Notification
}

const notification = element<Notification>('Notification', {
  email: optional(email),
  urlPost: optional(element<URLPost>('URLPost', { enabled: optionalAttribute() })),
})

export const catalogUploadRequest = element<CatalogUploadRequest>('CatalogUploadRequest', {
  operation: optionalAttribute(),
  catalogName: optional(element<Name>('CatalogName', { xmlLang: optionalAttribute(), value: ownText() })),
  description: optional(description),
  attachment: optional(attachment),
  commodities: optional(
    element<Commodities>('Commodities', { commodityCodes: many(textElement('CommodityCode')) }),
  ),
  autoPublish: optional(element<AutoPublish>('AutoPublish', { enabled: optionalAttribute() })),
  notification: optional(notification),
})

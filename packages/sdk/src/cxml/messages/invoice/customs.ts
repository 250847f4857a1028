import { type Address, address } from '../../elements/contact.js'
import { type DocumentInfo, documentInfo } from '../../elements/reference-document.js'
import { element } from '../../grammar/element.js'
import { optional } from '../../grammar/fields.js'

/** `Issuer`: the office behind a customs document. */
export interface Issuer {
  /** The DTD requires it. */
  readonly address?: Address
}

/** `CustomsInfo` (since cXML 1.2.028): the customs document of an imported line. */
export interface CustomsInfo {
  /** The DTD requires it. */
  readonly issuer?: Issuer
  /** The DTD requires it. */
  readonly documentInfo?: DocumentInfo
}

export const customsInfo = element<CustomsInfo>('CustomsInfo', {
  issuer: optional(element<Issuer>('Issuer', { address: optional(address) })),
  documentInfo: optional(documentInfo),
})

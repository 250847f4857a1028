import { element } from '../grammar/element.js'
import { optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { type Description, description, type Name, name, url } from './text.js'

/** `InternalID`: a number in one side's own system. */
export interface InternalID {
  readonly domain?: string
  readonly value: string
}

/** `AttachmentReference`: a file by its number or URL, without the file. */
export interface AttachmentReference {
  /** Bytes. */
  readonly length?: string
  /** Of the file. */
  readonly version?: string
  /** The DTD requires it. */
  readonly name?: Name
  /** The DTD requires it. */
  readonly description?: Description
  /** The DTD requires it. */
  readonly internalID?: InternalID
  readonly url?: string
}

export const internalID = element<InternalID>('InternalID', {
  domain: optionalAttribute(),
  value: ownText(),
})

export const attachmentReference = element<AttachmentReference>('AttachmentReference', {
  length: optionalAttribute(),
  version: optionalAttribute(),
  name: optional(name),
  description: optional(description),
  internalID: optional(internalID),
  url: optional(url),
})

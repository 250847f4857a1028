import type { XmlElement } from '../../xml/element.js'
import { type Attachment, attachment } from '../elements/text.js'
import { element } from '../grammar/element.js'
import { optional, optionalAttribute } from '../grammar/fields.js'
import { treeElement } from '../grammar/tree.js'

/** `cXMLAttachment`: the document that is copied. */
export interface CxmlAttachment {
  /** `cid:` of the part that holds one whole document, or one MIME message with it and its attachments. The DTD requires it. */
  readonly attachment?: Attachment
}

/** `CopyRequest`: somebody else's document, passed on in one of two ways. */
export interface CopyRequest {
  /** What to do with it: `process`, or nothing: `info`, `copy` (for a node of its `Path`) (since cXML 1.2.024). */
  readonly processingMode?: string
  readonly cXMLAttachment?: CxmlAttachment
  /** The document itself, for `parseEnclosed`. Deprecated in favour of `cXMLAttachment`. */
  readonly cXML?: XmlElement
}

const cXMLAttachment = element<CxmlAttachment>('cXMLAttachment', { attachment: optional(attachment) })

export const copyRequest = element<CopyRequest>('CopyRequest', {
  processingMode: optionalAttribute(),
  cXMLAttachment: optional(cXMLAttachment),
  cXML: optional(treeElement('cXML')),
})

import type { XmlElement } from '../xml/element.js'
import { serializeElement } from '../xml/serialize.js'
import type { CxmlDocument } from './document.js'
import { parseCxml } from './parse-cxml.js'

/**
 * Reads a document that stands inside another: one of `GetPendingResponse`'s `cXMLs`, or the `cXML` of a `CopyRequest`.
 * Throws as `parseCxml` does; lines and columns count within the enclosed document.
 */
export function parseEnclosed(cxml: XmlElement): CxmlDocument {
  return parseCxml(serializeElement(cxml))
}

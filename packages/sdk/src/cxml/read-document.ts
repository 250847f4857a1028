import { CxmlError } from '../errors.js'
import type { XmlElement } from '../xml/element.js'
import type { XmlDocument } from '../xml/parse.js'
import type { CxmlDocument, Doctype } from './document.js'
import type { Reading } from './grammar/reading.js'
import { type Body, cxml, type Envelope, isKindName, kinds, response as responseBody } from './kinds.js'

/** Tree → typed document, leniently: see {@link Reading} for what is a warning and what a fault. */
export function readDocument(xml: XmlDocument, reading: Reading): CxmlDocument {
  const { root } = xml
  if (root.name !== 'cXML') {
    throw new CxmlError(
      'ERR_CXML_NOT_CXML',
      `The root element is ${root.name.slice(0, 60)}; cXML was expected`,
      {
        line: root.line,
        column: root.column,
        path: root.path(),
      },
    )
  }
  const doctype = readSystemId(xml, reading)
  const envelope: Envelope = cxml.read(root, reading) ?? {}
  const { name, body } = readPayloadName(root, reading)
  const { header, request, message, response, ...attributes } = envelope
  if (body === 'request' && envelope.payloadID === undefined) {
    reading.fault('ERR_CXML_FIELD_MISSING', root, 'is missing; a request must have one', '@payloadID')
  }
  if (body !== 'response' && header === undefined) {
    reading.fault('ERR_CXML_FIELD_MISSING', root, 'is missing; it must be there', 'Header')
  }
  const known = isKindName(name) && kinds[name].body === body
  const document = {
    kind: known ? name : 'Other',
    ...(known ? {} : { name }),
    ...attributes,
    ...(doctype === undefined ? {} : { doctype }),
    ...(header === undefined ? {} : { header }),
    ...(request === undefined ? {} : { request }),
    ...(message === undefined ? {} : { message }),
    ...(response === undefined ? {} : { response }),
    warnings: reading.warnings,
  }
  // Not enumerable: neither JSON nor a copy of the document has the tree.
  Object.defineProperty(document, 'root', { value: root })
  Object.defineProperty(document, tree, { value: xml })
  // The payload that `kind` names has been read by its table, or a fault has been thrown or recorded.
  return document as unknown as CxmlDocument
}

const tree = Symbol('tree')

/** The tree of a document that was read, with what stands around its root; `undefined` for others, copies included. */
export function xmlDocumentOf(document: object): XmlDocument | undefined {
  return (document as { readonly [tree]?: XmlDocument })[tree]
}

/** The one payload element of the one body; of a `Response` without payload, `Response` itself. */
function readPayloadName(root: XmlElement, reading: Reading): { readonly name: string; readonly body: Body } {
  const bodies = root.elements().filter(({ name }) => bodyOf.has(name))
  const [first, second] = bodies
  if (first === undefined) {
    const error = 'holds no Request, Message or Response; one was expected'
    reading.fault('ERR_CXML_NOT_CXML', root, error)
    return { name: 'cXML', body: 'response' }
  }
  if (second !== undefined && second.name !== first.name) {
    reading.fault('ERR_CXML_NOT_CXML', root, `holds ${first.name} and ${second.name}; only one was expected`)
  }
  const body = bodyOf.get(first.name) ?? 'response'
  const payloads = readPayloads(first, body)
  const [payload, other] = payloads
  if (other !== undefined && other.name !== payload?.name) {
    reading.fault(
      'ERR_CXML_NOT_CXML',
      first,
      `holds ${payload?.name} and ${other.name}; only one was expected`,
    )
  }
  if (payload === undefined && body !== 'response') {
    reading.fault('ERR_CXML_NOT_CXML', first, 'is empty; one payload element was expected')
  }
  return { name: payload?.name ?? first.name, body }
}

/** Beside the Status of a Response, an element that is no payload of a Response does not make it another kind. */
function readPayloads(element: XmlElement, body: Body): readonly XmlElement[] {
  const children = element.elements()
  const others = children.filter(({ name }) => name !== 'Status')
  return body === 'response' && others.length < children.length
    ? others.filter(({ name }) => responseBody.plan.particles.has(name))
    : others
}

const bodyOf: ReadonlyMap<string, Body> = new Map([
  ['Request', 'request'],
  ['Message', 'message'],
  ['Response', 'response'],
])

/** Where cXML's DTDs are published. Hosts are compared without case (RFC 3986 §3.2.2). */
const published = /^https?:\/\/xml\.cxml\.org\/schemas\/cxml\/([0-9]+(?:\.[0-9]+){1,3})\/[a-z]{1,40}\.dtd$/i

function readSystemId(xml: XmlDocument, reading: Reading): Doctype | undefined {
  const { doctype, root } = xml
  const systemId = doctype?.systemId
  if (doctype === undefined || systemId === undefined) {
    reading.warn('WARN_CXML_DOCTYPE', root, 'The document declares no DTD.')
    return undefined
  }
  const dtdVersion = published.exec(systemId)?.[1]
  if (doctype.name !== 'cXML' || dtdVersion === undefined) {
    reading.warn(
      'WARN_CXML_DOCTYPE',
      root,
      `The DTD ${JSON.stringify(systemId.slice(0, 100))} is none of cXML's; it was not fetched.`,
    )
  }
  return { systemId, ...(dtdVersion === undefined ? {} : { dtdVersion }) }
}

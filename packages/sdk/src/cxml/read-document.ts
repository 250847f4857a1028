import { CxmlError } from '../errors.js'
import type { XmlElement } from '../xml/element.js'
import type { XmlDocument } from '../xml/parse.js'
import { cxml, type Root } from './body.js'
import type { CxmlDocument, Doctype } from './document.js'
import { findPayloadFile } from './dtd/find-declaration.js'
import { newestDtdOf } from './dtd/grammar.js'
import { Reading } from './grammar/reading.js'
import { type Body, isKindName, isTreeKind, kinds } from './kinds.js'

/** How a document is read. */
export interface ReadOptions {
  /** For excerpts. */
  readonly text: string
  /** Faults are recorded, not thrown. */
  readonly tolerant: boolean
}

/** Tree → typed document, leniently: see {@link Reading} for what is a warning and what a fault. */
export function readDocument(
  xml: XmlDocument,
  { text, tolerant }: ReadOptions,
): { readonly document: CxmlDocument; readonly faults: readonly CxmlError[] } {
  const { root } = xml
  assertCxml(root)
  const reading = new Reading(text, newestDtdOf(payloadFileOf(root)), tolerant)
  const doctype = readSystemId(xml, reading)
  const envelope: Root = cxml.read(root, reading) ?? {}
  const { name, body, payload } = findPayload(root, reading)
  const { header, request, message, response, ...attributes } = envelope
  if (body === 'request' && envelope.payloadID === undefined) {
    reading.fault('ERR_CXML_FIELD_MISSING', root, 'is missing; a request must have one', '@payloadID')
  }
  if (body !== 'response' && header === undefined) {
    reading.fault('ERR_CXML_FIELD_MISSING', root, 'is missing; it must be there', 'Header')
  }
  const known = isKindName(name) && kinds[name].body === body
  const document = new ReadDocument(xml, {
    kind: known || isTreeKind(name) ? name : 'Other',
    ...(known ? undefined : { name }),
    ...attributes,
    ...(doctype === undefined ? undefined : { doctype }),
    ...(header === undefined ? undefined : { header }),
    ...(request === undefined ? undefined : { request }),
    ...(message === undefined ? undefined : { message }),
    ...(response === undefined ? undefined : { response }),
    ...(known || payload === undefined ? undefined : { payload }),
    warnings: reading.warnings,
  })
  // The payload that `kind` names has been read by its table, or a fault has been thrown or recorded.
  return { document: document as unknown as CxmlDocument, faults: reading.faults }
}

/** A message and the tree that it was read from, which is on no copy of it and in no JSON. */
class ReadDocument {
  readonly #xml: XmlDocument

  constructor(xml: XmlDocument, message: object) {
    this.#xml = xml
    Object.assign(this, message)
  }

  get root(): XmlElement {
    return this.#xml.root
  }

  static xmlOf(document: object): XmlDocument | undefined {
    return #xml in document ? document.#xml : undefined
  }
}

/** The tree of a document that was read, with what stands around its root; `undefined` for others, copies included. */
export function xmlDocumentOf(document: object): XmlDocument | undefined {
  return ReadDocument.xmlOf(document)
}

function assertCxml(root: XmlElement): void {
  if (root.name === 'cXML') return
  const { line, column } = root
  throw new CxmlError(
    'ERR_CXML_NOT_CXML',
    `The root element is ${root.name.slice(0, 60)}; cXML was expected`,
    { line, column, path: root.path() },
  )
}

const bodyOf: ReadonlyMap<string, Body> = new Map([
  ['Request', 'request'],
  ['Message', 'message'],
  ['Response', 'response'],
])

/** The DTD file of what the first body holds. */
function payloadFileOf(root: XmlElement): string {
  const body = root.elements().find(({ name }) => bodyOf.has(name))
  for (const { name } of body?.elements() ?? []) {
    const file = body && findPayloadFile(body.name, name)
    if (file !== undefined) return file
  }
  return 'cXML'
}

interface Payload {
  readonly name: string
  readonly body: Body
  readonly payload: XmlElement | undefined
}

/** The one payload element of the one body; of a `Response` without payload, `Response` itself. */
function findPayload(root: XmlElement, reading: Reading): Payload {
  const [first, second] = root.elements().filter(({ name }) => bodyOf.has(name))
  if (first === undefined) {
    const problem = 'holds no Request, Message or Response; one was expected'
    reading.fault('ERR_CXML_NOT_CXML', root, problem)
    return { name: 'cXML', body: 'response', payload: undefined }
  }
  if (second !== undefined && second.name !== first.name) {
    reading.fault('ERR_CXML_NOT_CXML', root, `holds ${first.name} and ${second.name}; only one was expected`)
  }
  const body = bodyOf.get(first.name) ?? 'response'
  const [payload, other] = payloadsIn(first, body)
  if (other !== undefined && other.name !== payload?.name) {
    const problem = `holds ${payload?.name} and ${other.name}; only one was expected`
    reading.fault('ERR_CXML_NOT_CXML', first, problem)
  }
  if (payload === undefined && body !== 'response') {
    reading.fault('ERR_CXML_NOT_CXML', first, 'is empty; one payload element was expected')
  }
  return { name: payload?.name ?? first.name, body, payload }
}

/** Beside the Status of a Response, an element that is no payload of a Response does not make it another kind. */
function payloadsIn(element: XmlElement, body: Body): readonly XmlElement[] {
  const children = element.elements()
  const others = children.filter(({ name }) => name !== 'Status')
  return body === 'response' && others.length < children.length
    ? others.filter(({ name }) => findPayloadFile('Response', name) !== undefined)
    : others
}

/** Where cXML's DTDs are published. Hosts are compared without case (RFC 3986 §3.2.2). */
const published = /^https?:\/\/xml\.cxml\.org\/schemas\/cxml\/([0-9]+(?:\.[0-9]+){1,3})\/[a-z]{1,40}\.dtd$/i

function readSystemId(xml: XmlDocument, reading: Reading): Doctype | undefined {
  const { doctype, root } = xml
  const systemId = doctype?.systemId
  if (doctype === undefined || systemId === undefined) {
    reading.warn('WARN_CXML_DOCTYPE', root, 'The document declares no DTD.')
    return undefined
  }
  if (doctype.inertSubset) {
    reading.warn('WARN_CXML_DOCTYPE', root, 'The DOCTYPE has an internal subset, which means nothing here.')
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

import { CxmlError } from '../errors.js'
import { XmlElement } from '../xml/element.js'
import { serializeXml, type XmlOutput } from '../xml/serialize.js'
import type { CxmlDocument, CxmlDraft } from './document.js'
import { Reading } from './grammar/reading.js'
import { Writing } from './grammar/writing.js'
import { cxml, type Envelope, type Kind, kinds } from './kinds.js'
import { readDocument, xmlDocumentOf } from './read-document.js'

export interface SerializeOptions {
  /** The version of the standard that the receiver speaks (`1.2.014`). Default: the draft's doctype, else by kind. */
  readonly dtdVersion?: string
  /** Indented for people. Default: no white space between elements. */
  readonly indent?: boolean
}

/**
 * Writes a document: XML declaration, DOCTYPE, elements in the DTD's order.
 *
 * A document that was read is written as it stands, unmodelled parts included. A copy with changes
 * (`{ ...document, payloadID }`) is a new document and holds only what has a type.
 *
 * Throws `ERR_CXML_FIELD_INVALID` with the field's path for what XML, the DTD or its declared version cannot carry;
 * TypeError for a document that was changed in place after it was read.
 */
export function serializeCxml(document: CxmlDraft, options: SerializeOptions = {}): string {
  const read = xmlDocumentOf(document)
  const output =
    read === undefined ? writeDocument(document, options.dtdVersion) : asRead(document, options.dtdVersion)
  return serializeXml(output, { indent: options.indent ?? false })
}

function asRead(document: CxmlDraft, dtdVersion: string | undefined): XmlOutput {
  const xml = xmlDocumentOf(document)
  if (xml === undefined) throw new TypeError('document: was not read')
  if (dtdVersion !== undefined && dtdVersion !== document.doctype?.dtdVersion) {
    throw new TypeError('dtdVersion: a document that was read is written as it stands; write a copy of it')
  }
  const again = readDocument(xml, new Reading('', true))
  if (JSON.stringify(again) !== JSON.stringify(document)) {
    throw new TypeError(
      'document: was changed after it was read; change a copy instead, as in { ...document }',
    )
  }
  return xml
}

function writeDocument(document: CxmlDraft, dtdVersion: string | undefined): XmlOutput {
  if (document.kind === 'Other') {
    return {
      ...(document.doctype === undefined
        ? {}
        : { doctype: { name: 'cXML', systemId: document.doctype.systemId } }),
      root: document.root,
    }
  }
  const kind: Kind = kinds[document.kind]
  const version = dtdVersion ?? document.doctype?.dtdVersion ?? kind.dtdVersion
  if (!/^\d\.\d\.\d{3}$/.test(version)) throw new TypeError(`dtdVersion: ${version} is not like 1.2.014`)
  assertPayload(document, kind)
  assertOffset(document.timestamp)
  const root = new XmlElement('cXML')
  // A draft differs from what is read only in arrays left out, which the writer takes for empty.
  cxml.write(document as Envelope, root, new Writing(version))
  return {
    doctype: { name: 'cXML', systemId: `http://xml.cxml.org/schemas/cXML/${version}/${kind.dtdFile}` },
    root,
  }
}

function assertPayload(document: CxmlDraft, kind: Kind): void {
  const { property } = kind
  const body = (document as Readonly<Record<string, unknown>>)[kind.body]
  const there = typeof body === 'object' && body !== null && (property === undefined || property in body)
  if (there) return
  throw new CxmlError(
    'ERR_CXML_FIELD_MISSING',
    `${kind.body}${property === undefined ? '' : `.${property}`} is missing; a document of kind ${document.kind} has it`,
  )
}

/** The User's Guide wants an offset in digits; some receivers fail on `Z`. */
function assertOffset(timestamp: string | undefined): void {
  if (timestamp === undefined || /[+-]\d\d:\d\d$/.test(timestamp)) return
  throw new CxmlError(
    'ERR_CXML_FIELD_INVALID',
    `/cXML/@timestamp: ${JSON.stringify(timestamp.slice(0, 40))} must end with an offset such as +00:00`,
    { path: '/cXML/@timestamp' },
  )
}

/** Only for the compiler: whatever is read can be written. */
export type Writable = CxmlDocument extends CxmlDraft ? true : never

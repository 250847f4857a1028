import { CxmlError } from '../errors.js'
import { XmlElement } from '../xml/element.js'
import { serializeXml } from '../xml/serialize.js'
import { cxml, type Root, rootWithTree } from './body.js'
import type { CxmlDocument, CxmlDraft, Draft, TreeDocument } from './document.js'
import { childNames, findPayloadFile } from './dtd/find-declaration.js'
import { compareVersions, dtdForWriting, dtdOf, versionsOf } from './dtd/grammar.js'
import type { ElementCodec } from './grammar/element.js'
import { Writing } from './grammar/writing.js'
import { type Body, isKindName, type Kind, kinds, payloadProperty } from './kinds.js'
import { readDocument, xmlDocumentOf } from './read-document.js'
import { prettyPrint } from './redact.js'

/** How a document is written. */
export interface SerializeOptions {
  /** The version of the standard that the receiver speaks (`1.2.014`). Default: the draft's doctype, else by kind. */
  readonly dtdVersion?: string
  /** Indented for people. Default: no white space between elements. */
  readonly indent?: boolean
}

/**
 * Writes a document: XML declaration, DOCTYPE, elements in the DTD's order.
 *
 * A draft is written strictly: what comes out is valid by the DTD that it declares. A document that was read is written
 * as it stands, unmodelled parts and mistakes included. A copy with changes (`{ ...document, payloadID }`) is a draft
 * and holds only what has a type.
 *
 * Throws `ERR_CXML_FIELD_INVALID` with the field's path for what XML, the DTD or its declared version cannot carry;
 * TypeError for a document that was changed in place after it was read.
 */
export function serializeCxml(document: CxmlDraft, options: SerializeOptions = {}): string {
  const { indent = false, dtdVersion } = options
  if (xmlDocumentOf(document) !== undefined) return writeAsRead(document, dtdVersion, indent)
  const text = writeDraft(document, dtdVersion)
  return indent ? prettyPrint(text) : text
}

function writeAsRead(document: CxmlDraft, dtdVersion: string | undefined, indent: boolean): string {
  const xml = xmlDocumentOf(document)
  if (xml === undefined) throw new TypeError('document: was not read')
  if (dtdVersion !== undefined && dtdVersion !== document.doctype?.dtdVersion) {
    throw new TypeError('dtdVersion: a document that was read is written as it stands; write a copy of it')
  }
  const again = readDocument(xml, { text: '', tolerant: true }).document
  if (JSON.stringify(again) !== JSON.stringify(document)) {
    throw new TypeError(
      'document: was changed after it was read; change a copy instead, as in { ...document }',
    )
  }
  return serializeXml(xml, { indent })
}

function writeDraft(document: CxmlDraft, dtdVersion: string | undefined): string {
  const { kind, codec, value } = rootOf(document)
  const version = dtdVersion ?? document.doctype?.dtdVersion ?? kind.version
  if (!/^\d\.\d\.\d{3}$/.test(version)) throw new TypeError(`dtdVersion: ${version} is not like 1.2.014`)
  assertOffset(document.timestamp)
  assertVersion(document.version, version)
  const writing = new Writing('cXML', dtdForWriting(kind.file, version), version)
  codec.write(value, writing)
  const systemId = `http://xml.cxml.org/schemas/cXML/${version}/${kind.file}.dtd`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE cXML SYSTEM "${systemId}">\n${writing.xml}\n`
}

/** The element to write, by its table, and the value to write by it. */
function rootOf(document: CxmlDraft): {
  readonly kind: Kind
  readonly codec: ElementCodec<Root>
  readonly value: Root
} {
  // A draft differs from what is read only in arrays left out, which the writer takes for empty.
  const value = document as Root
  if (isKindName(document.kind)) {
    const kind: Kind = kinds[document.kind]
    assertPayload(value, kind, document.kind)
    return { kind, codec: cxml, value }
  }
  const { payload } = document as Draft<TreeDocument>
  const body = bodies.find(name => value[name] !== undefined)
  if (!(payload instanceof XmlElement) || body === undefined) {
    const missing = body === undefined ? 'request, message or response' : 'payload'
    throw new CxmlError(
      'ERR_CXML_FIELD_MISSING',
      `${missing} is missing; a document of kind ${document.kind} has it`,
    )
  }
  return {
    kind: kindOfTree(body, payload.name),
    codec: rootWithTree(body, payload.name),
    value: { ...value, [body]: { ...value[body], payload } },
  }
}

const bodies = ['request', 'message', 'response'] as const

function kindOfTree(body: Body, payload: string): Kind {
  const element = body.charAt(0).toUpperCase() + body.slice(1)
  const file = findPayloadFile(element, payload) ?? 'cXML'
  const versions = versionsOf(file)
  const version = versions.find(
    held => held >= '1.2.014' && childNames(dtdOf(file, held).element(element)).includes(payload),
  )
  return { body, file, version: version ?? versions.at(-1) ?? '' }
}

function assertPayload(value: Root, { body, payload }: Kind, name: string): void {
  const property = payloadProperty(name)
  const there = value[body]
  if (there !== undefined && (payload === undefined || property in there)) return
  throw new CxmlError(
    'ERR_CXML_FIELD_MISSING',
    `${body}${payload === undefined ? '' : `.${property}`} is missing; a document of kind ${name} has it`,
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

/** A document says no newer version of itself than that of its DTD. */
function assertVersion(said: string | undefined, declared: string): void {
  if (said === undefined || compareVersions(said, declared) <= 0) return
  throw new CxmlError(
    'ERR_CXML_FIELD_INVALID',
    `/cXML/@version: ${JSON.stringify(said.slice(0, 40))} is newer than the DTD of version ${declared}; leave it out`,
    { path: '/cXML/@version' },
  )
}

/** Only for the compiler: whatever is read can be written. */
export type Writable = CxmlDocument extends CxmlDraft ? true : never

import {
  type AttachedFile,
  type CxmlDocument,
  CxmlError,
  type CxmlMessage,
  type Header,
  parseCxml,
  readCxmlMessage,
  statusText,
  validateCxml,
} from '@punchloop/sdk/cxml'
import type { Context } from 'koa'
import type { Company } from '../company/company.js'
import type { Supplier } from '../company/supplier.js'
import { coupaEnvelope } from '../control/ids.js'
import type { Work } from '../control/work.js'
import { writeDocument } from '../control/write-document.js'
import { CoupaError } from '../errors.js'
import type { Answer } from '../fulfillment/answer.js'
import { authenticateNetwork, authenticateSupplier } from '../fulfillment/authenticate-supplier.js'
import { recordExchange } from '../journal/journal.js'
import type { TakenDocument } from '../systems/system.js'
import type { CxmlFace } from './cxml-face.js'
import { readBody } from './read-body.js'

/** A document of a supplier, with the files that came with it. */
export interface Delivered {
  readonly document: CxmlDocument
  /** Of the document alone: what is around it may differ when it is sent again. */
  readonly body: Uint8Array
  readonly files: readonly AttachedFile[]
}

/** What is special about one address that takes suppliers' documents. */
export interface DocumentAddress extends TakenDocument {
  /** The one kind of document that it takes. */
  readonly kind: CxmlDocument['kind']
  /** Bytes. */
  readonly largest: number
  /** The network between us and our suppliers may send it in its own name, too. */
  readonly fromNetwork?: boolean
  /** Undefined: it is of another kind. */
  readonly take: (work: Work, supplier: Supplier, delivered: Delivered) => Answer | undefined
}

interface Judged extends Answer {
  readonly supplier?: string
  readonly kind?: string
  /** The document as it came, where it came with files. */
  readonly document?: Uint8Array
}

/** Reads, authenticates, takes, records the exchange, and answers with a cXML Response whatever came. */
export async function receiveDocument(face: CxmlFace, ctx: Context, address: DocumentAddress): Promise<void> {
  const at = face.clock()
  const body = await readBody(ctx, address.largest)
  const judged: Judged =
    body === undefined
      ? // Unverified: the number, which Coupa does not print.
        { code: '413', text: 'Request Entity Too Large' }
      : judge(face, ctx, { address, body })
  const answer = writeAnswer(face, judged, address.dtdVersion)
  const contentType = 'text/xml; charset=UTF-8'
  const httpStatus = address.mirrorsStatus ? httpStatusOf(judged.code) : 200
  face.transaction(work =>
    recordExchange(work.db, {
      at,
      direction: 'received',
      from: judged.supplier ?? 'unknown',
      to: work.company.name,
      via: 'http',
      kind: judged.kind ?? 'unreadable',
      method: 'POST',
      url: ctx.href,
      httpStatus,
      durationMs: work.now.getTime() - at.getTime(),
      request: { headers: { 'content-type': ctx.get('content-type') }, body: judged.document ?? body ?? '' },
      response: { headers: { 'content-type': contentType }, body: answer },
      ...(judged.purchaseOrder === undefined ? {} : { purchaseOrder: judged.purchaseOrder }),
      ...(judged.code.startsWith('2') ? {} : { failure: `${judged.code} ${judged.text}` }),
    }),
  )
  ctx.status = httpStatus
  ctx.set('Content-Type', contentType)
  ctx.body = answer
}

/** 450 and the like are cXML's own; HTTP knows them as classes. */
function httpStatusOf(code: string): number {
  const status = Number(code)
  return status >= 200 && status <= 599 ? status : 500
}

interface Posted {
  readonly address: DocumentAddress
  readonly body: Uint8Array
}

function judge(face: CxmlFace, ctx: Context, { address, body }: Posted): Judged {
  try {
    const message = readCxmlMessage(body, typeOf(ctx, body))
    return { ...judgeMessage(face, message, address), document: message.bytes }
  } catch (error) {
    if (error instanceof CxmlError) return unreadable(error, address)
    // A rule of ours that only the change itself ran into: nothing of it has happened.
    if (error instanceof CoupaError) return { code: '417', text: error.message }
    face.onFault(error)
    return { code: '500', text: 'Unexpected server error.' }
  }
}

/** What clients write that were told nothing (`curl -d`) says nothing: a document is known by its first character. */
const unsaid = ['urlencoded', 'text/plain', 'text/html', 'application/octet-stream']

function typeOf(ctx: Context, body: Uint8Array): string | undefined {
  const first = body.find(byte => byte > 0x20)
  // Or a byte order mark.
  const isXml = first !== undefined && [0x3c, 0xef, 0xfe, 0xff].includes(first)
  return isXml && ctx.is(unsaid) ? undefined : ctx.get('content-type')
}

function judgeMessage(face: CxmlFace, message: CxmlMessage, address: DocumentAddress): Judged {
  const { bytes, files } = message
  const charset = message.charset === undefined ? {} : { charset: message.charset }
  const delivered: Delivered = { document: parseCxml(bytes, charset), body: bytes, files }
  const invalid = address.validates ? validityProblem(bytes, charset) : undefined
  return judgeDocument(face, delivered, { address, invalid })
}

/**
 * Coupa has 406 for what cannot be parsed and for what is not by the DTD, and 417 for values that cannot be. Where it does
 * not say that it validates, the standard's own codes.
 */
function unreadable({ code, status, message, path = '' }: CxmlError, { validates }: DocumentAddress): Judged {
  if (status === 406) return { code: '406', text: `Could not parse cXML document: ${message}` }
  if (!validates || status !== 400) return { code: String(status), text: message }
  if (code === 'ERR_CXML_FIELD_INVALID' && path.startsWith('/cXML/Request/'))
    return { code: '417', text: message }
  return { code: '406', text: `Request did not validate successfully with DTD: ${message}` }
}

function validityProblem(bytes: Uint8Array, charset: { readonly charset?: string }): string | undefined {
  const { problems } = validateCxml(bytes, charset)
  const first = problems.find(({ severity }) => severity === 'error')
  return first && `Request did not validate successfully with DTD: line ${first.line}: ${first.message}`
}

function judgeDocument(
  face: CxmlFace,
  delivered: Delivered,
  { address, invalid }: { readonly address: DocumentAddress; readonly invalid: string | undefined },
): Judged {
  const { document } = delivered
  const kind = document.kind === 'Other' ? document.name : document.kind
  return face.transaction(work => {
    const header = 'header' in document ? document.header : undefined
    const supplier = header && speakerOf(work.company, header, address)
    if (supplier === undefined) return { code: '401', text: 'Invalid credentials.', kind }
    const about = { kind, supplier: supplier.name }
    if (!isVersionTaken(document, address)) {
      return { code: '450', text: 'cXML version not supported', ...about }
    }
    if (invalid !== undefined) return { code: '406', text: invalid, ...about }
    const answer = address.take(work, supplier, delivered)
    if (answer !== undefined) return { ...answer, ...about }
    return { code: '450', text: `This address takes ${address.kind} documents; found ${kind}`, ...about }
  })
}

/** A network that speaks for itself is known by one of the suppliers that are reached through it. */
function speakerOf(company: Company, header: Header, { fromNetwork = false }: DocumentAddress) {
  const supplier = authenticateSupplier(company, header)
  return supplier ?? (fromNetwork ? authenticateNetwork(company, header) : undefined)
}

/** A document that names no DTD is taken for one of ours. */
function isVersionTaken({ doctype }: CxmlDocument, { takesVersion = '' }: DocumentAddress): boolean {
  return doctype?.dtdVersion?.startsWith(takesVersion) ?? true
}

function writeAnswer(face: CxmlFace, { code, text }: Answer, dtdVersion: string): string {
  const company = face.company()
  return writeDocument(
    {
      kind: 'Response',
      ...coupaEnvelope(face.clock(), {
        utcOffset: company.utcOffset,
        dates: face.system.dates,
        host: new URL(face.publicUrl()).hostname,
        randomBytes: face.randomBytes,
      }),
      xmlLang: 'en-US',
      response: { status: { code, text: nameOf(code), xmlLang: 'en-US', value: text } },
    },
    { dtdVersion, dates: face.system.dates },
  )
}

/** Coupa names one that the standard does not. */
function nameOf(code: string): string {
  return code === '413' ? 'Request Entity Too Large' : statusText(code)
}

import { type CxmlDocument, CxmlError, parseCxml, serializeCxml, statusText } from '@punchloop/sdk/cxml'
import type { Context } from 'koa'
import { coupaEnvelope } from '../control/ids.js'
import { authenticateSupplier } from '../fulfillment/authenticate-supplier.js'
import { type Answer, receiveConfirmation } from '../fulfillment/receive-confirmation.js'
import { recordExchange } from '../journal/journal.js'
import type { CxmlFace } from './cxml-face.js'
import { readBody } from './read-body.js'

const largestConfirmation = 4 * 1024 * 1024

interface Judged extends Answer {
  readonly supplier?: string
  readonly kind?: string
}

/**
 * A supplier confirms an order. The answer is a cXML Response over HTTP 200, whatever its Status says: by the
 * standard everything else is a fault of the transport and is sent again.
 */
export async function orderConfirmation(face: CxmlFace, ctx: Context): Promise<void> {
  const at = face.clock()
  const body = await readBody(ctx, largestConfirmation)
  const judged: Judged =
    body === undefined
      ? { code: '406', text: `Request Entity Too Large: more than ${largestConfirmation} bytes` }
      : judge(face, body, ctx)
  const answer = writeAnswer(face, judged)
  const contentType = 'text/xml; charset=UTF-8'
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
      httpStatus: 200,
      durationMs: work.now.getTime() - at.getTime(),
      request: { headers: { 'content-type': ctx.get('content-type') }, body: body ?? '' },
      response: { headers: { 'content-type': contentType }, body: answer },
      ...(judged.purchaseOrder === undefined ? {} : { purchaseOrder: judged.purchaseOrder }),
      ...(judged.code.startsWith('2') ? {} : { failure: `${judged.code} ${judged.text}` }),
    }),
  )
  ctx.status = 200
  ctx.set('Content-Type', contentType)
  ctx.body = answer
}

function judge(face: CxmlFace, body: Uint8Array, ctx: Context): Judged {
  try {
    const charset = ctx.request.charset
    return judgeDocument(face, parseCxml(body, charset === '' ? {} : { charset }), body)
  } catch (error) {
    if (error instanceof CxmlError) return { code: String(error.status), text: error.message }
    face.onFault(error)
    return { code: '500', text: 'Unexpected server error.' }
  }
}

function judgeDocument(face: CxmlFace, document: CxmlDocument, body: Uint8Array): Judged {
  const kind = document.kind === 'Other' ? document.name : document.kind
  return face.transaction(work => {
    const header = 'header' in document ? document.header : undefined
    const supplier = header && authenticateSupplier(work.company, header)
    if (supplier === undefined) return { code: '401', text: 'Invalid credentials.', kind }
    if (document.kind !== 'ConfirmationRequest') {
      return {
        code: '450',
        text: `This address takes ConfirmationRequest documents; found ${kind}`,
        kind,
        supplier: supplier.name,
      }
    }
    return { ...receiveConfirmation(work, supplier, { document, body }), kind, supplier: supplier.name }
  })
}

function writeAnswer(face: CxmlFace, { code, text }: Answer): string {
  const company = face.company()
  return serializeCxml({
    kind: 'Response',
    ...coupaEnvelope(face.clock(), {
      utcOffset: company.utcOffset,
      host: new URL(face.publicUrl()).hostname,
      randomBytes: face.randomBytes,
    }),
    xmlLang: 'en-US',
    response: { status: { code, text: statusText(code), xmlLang: 'en-US', value: text } },
  })
}

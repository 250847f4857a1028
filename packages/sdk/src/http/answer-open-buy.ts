import { OpenBuyError } from '../open-buy/open-buy-error.js'
import { parseParameters } from '../open-buy/parameters.js'
import { type OpenBuyOperation, type OpenBuyService, openBuyOperations } from '../open-buy/service.js'
import { messagePage } from '../punchout/page.js'
import { readBytes } from './read-body.js'
import { type RespondContext, respondJson } from './respond.js'

export interface OpenBuyFace extends RespondContext {
  readonly bodyTimeout: number
  /** Absent where the marketplace has no catalogue to search. */
  readonly openBuy?: OpenBuyService | undefined
}

/** Every operation needs a few short fields. */
const maxBodyBytes = 64 * 1024

/** HTTP ↔ Open Buy: JSON in, JSON out. */
export async function answerOpenBuy(context: OpenBuyFace, request: Request, name: string): Promise<Response> {
  const { openBuy } = context
  const operation = openBuyOperations.find(known => known === name)
  if (openBuy === undefined || operation === undefined) {
    return messagePage({ status: 404, title: 'Not found', text: 'There is no such Open Buy operation.' })
  }
  return respondJson(context, operation, () =>
    call(openBuy, operation, { request, bodyTimeout: context.bodyTimeout }),
  )
}

async function call(
  openBuy: OpenBuyService,
  operation: OpenBuyOperation,
  { request, bodyTimeout }: { readonly request: Request; readonly bodyTimeout: number },
): Promise<object> {
  const type = request.headers.get('content-type') ?? 'application/json'
  if (!/^application\/json\s*(?:;|$)/i.test(type)) {
    throw new OpenBuyError('invalid_parameters', 'Content-Type must be application/json')
  }
  const text = decodeUtf8(await readBytes(request, { maxBodyBytes, bodyTimeout }))
  return openBuy({
    operation,
    authorization: request.headers.get('authorization'),
    parameters: parseParameters(text),
  })
}

/** RFC 8259 §8.1: JSON between systems is UTF-8. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new OpenBuyError('invalid_parameters', 'The body is not UTF-8 text')
  }
}

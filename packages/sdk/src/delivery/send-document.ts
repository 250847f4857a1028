import { isRetryable, isSuccess, type Status } from '../cxml/elements/status.js'
import { parseCxml } from '../cxml/parse-cxml.js'
import { concatenate } from '../mime/bytes.js'
import { DeliveryError } from './delivery-error.js'

/** Coupa waits 60 s for an answer; so do we. */
const patience = 60_000
/** An answer is a `Status`; anything larger is something else. */
const longestAnswer = 1024 * 1024

/** POSTs a document to the buyer; what is not cXML is a transport error, whatever the HTTP status (cXML User's Guide). */
export async function sendDocument(
  {
    fetch,
    url,
    signal,
  }: { readonly fetch: typeof globalThis.fetch; readonly url: string; readonly signal: AbortSignal },
  xml: string,
): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml; charset=UTF-8', Accept: 'text/xml, application/xml' },
      body: xml,
      // A redirect would carry the secret to whoever it names.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
  } catch (error) {
    throw new DeliveryError(`No answer from ${new URL(url).origin}: ${reasonOf(error)}`, {
      transient: true,
      cause: error,
    })
  }
}

/** The `Status` of an answer to {@link sendDocument}: returns when it is 2xx, throws otherwise. */
export async function judgeAnswer(response: Response): Promise<Status> {
  const status = await readStatus(response)
  if (isSuccess(status.code)) return status
  throw new DeliveryError(
    `Refused with ${status.code} ${status.text}${status.value && `: ${status.value}`}`,
    {
      transient: isRetryable(status.code),
    },
  )
}

async function readStatus(response: Response): Promise<Status> {
  const bytes = await readBounded(response)
  try {
    const document = parseCxml(bytes)
    if ('response' in document && document.response !== undefined) return document.response.status
  } catch (error) {
    throw notCxml(response, error)
  }
  throw notCxml(response)
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength
      if (length > longestAnswer)
        throw new DeliveryError('The answer is larger than 1 MiB', { transient: true })
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof DeliveryError) throw error
    throw new DeliveryError(`The answer broke off: ${reasonOf(error)}`, { transient: true, cause: error })
  }
  return concatenate(chunks)
}

function notCxml(response: Response, cause?: unknown): DeliveryError {
  return new DeliveryError(`HTTP ${response.status} without a cXML Response`, { transient: true, cause })
}

/** `fetch` says "fetch failed" and hides why in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}

import { element } from '../grammar/element.js'
import { defaultedAttribute, neededAttribute, optionalAttribute, ownText } from '../grammar/fields.js'
/** `Status`: what became of a request. */
export interface Status {
  /** `"200"`, `"401"`, … as sent. */
  readonly code: string
  /** The short text of the code (`OK`). */
  readonly text: string
  readonly xmlLang?: string
  /** What happened in this case. May be empty. */
  readonly value: string
}

export const status = element<Status>('Status', {
  code: neededAttribute(),
  text: defaultedAttribute<string>(''),
  xmlLang: optionalAttribute(),
  value: ownText(),
})

interface StatusCode {
  readonly text: string
  readonly retryable: boolean
}

const final = (text: string): StatusCode => ({ text, retryable: false })
const passing = (text: string): StatusCode => ({ text, retryable: true })

/** The codes of the standard. 404, 405, 408 and 410 are HTTP's, not cXML's. */
const codes: ReadonlyMap<number, StatusCode> = new Map([
  [200, final('OK')],
  [201, final('Accepted')],
  [204, final('No Content')],
  [211, final('OK')],
  [280, final('Forwarded')],
  [281, final('Forwarded')],
  [400, final('Bad Request')],
  [401, final('Unauthorized')],
  [402, final('Payment Required')],
  [403, final('Forbidden')],
  [406, final('Not Acceptable')],
  [409, final('Conflict')],
  [412, final('Precondition Failed')],
  [417, final('Expectation Failed')],
  [450, final('Not Implemented')],
  [475, final('Signature Required')],
  [476, final('Signature Verification Failed')],
  [477, final('Signature Unacceptable')],
  [499, final('Document Size Error')],
  [500, passing('Internal Server Error')],
  [550, passing('Unable to reach cXML server')],
  [551, passing('Unable to forward request')],
  [560, passing('Temporary server error')],
])

/** An unknown code means what the first of its hundred means. */
function statusCode(code: number | string): StatusCode {
  const number = Number(code)
  return codes.get(number) ?? codes.get(Math.floor(number / 100) * 100) ?? final('Unknown Status')
}

/** The standard's short text of a `Status` code: `401` → `"Unauthorized"`. */
export function statusText(code: number | string): string {
  return statusCode(code).text
}

/** Whether the same document may be sent again after this `Status`: 5xx. */
export function isRetryable(code: number | string): boolean {
  return statusCode(code).retryable
}

/** Whether the request was taken: 2xx. */
export function isSuccess(code: number | string): boolean {
  return Math.floor(Number(code) / 100) === 2
}

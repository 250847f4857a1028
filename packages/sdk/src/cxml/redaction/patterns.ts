import { isTellingName } from '../secrets.js'
import { nameable } from './secret-places.js'

/** Part of a text that nobody is to see. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly what: string
}

/** Each has what leads to the secret, then the secret. */
const leading: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  // https://user:password@host
  { pattern: /(:\/\/[^\s/?#@:<>"']{0,100}:)([^\s/?#<>"]{1,200})@/g, what: 'password in a URL' },
  { pattern: /()\b(eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){0,3})/g, what: 'token' },
  { pattern: /(\bBearer\s{1,3})([\w.~+/=-]{8,})/gi, what: 'token' },
  {
    pattern: /(\bBasic\s{1,3})([A-Za-z0-9][\w.~+/-]*[A-Z0-9=+/][\w.~+/=-]*)/g,
    what: 'user and password',
  },
  { pattern: /(-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)((?:(?!-----END)[\s\S])*)/g, what: 'private key' },
  // In URLs only: elsewhere these are no secret.
  {
    pattern:
      /([?&](?:x-amz-|x-goog-)?(?:sig|signature|auth|hmac|sid|session|sessionid|jsessionid|key|jwt)=)([^&#\s<>"']+)/gi,
    what: 'token in a URL',
  },
]

/** `token=`, `"apiKey": `. */
const assigning = /(?<![\w.-])([\w.-]{1,200})["']?\s{0,3}([:=])\s{0,3}/g
const quoted = /"[^"]*|'[^']*/y
const word = /[^\s"',;&#<>]+/y
const restOfLine = /[^\s"',;&<>]+(?:[ \t]+[^\s"',;&<>]+)*/y

/** Whether there can be nothing in a text: most are a word or a number. */
export function isPlain(text: string): boolean {
  return !/[:=@&%\\]|[\w+/-]{12}|\b[Bb](?:earer|asic)\b/.test(text)
}

/** The secrets that can be made out in a text by how they are written. In time that grows with its length only. */
export function* secretsIn(text: string): Generator<Match> {
  for (const { pattern, what } of leading) {
    for (const { index, 1: before = '', 2: secret = '' } of text.matchAll(pattern)) {
      const from = index + before.length
      yield { from, to: from + secret.length, what }
    }
  }
  yield* assignmentsIn(text)
}

/** What is assigned to a telling name; what that holds is no assignment of its own. */
function* assignmentsIn(text: string): Generator<Match> {
  const assignment = new RegExp(assigning, 'g')
  for (let match = assignment.exec(text); match !== null; match = assignment.exec(text)) {
    const [, name = '', sign] = match
    if (!isTellingName(name)) continue
    const from = assignment.lastIndex
    const isQuoted = /["']/.test(text.charAt(from))
    const value = isQuoted ? quoted : sign === ':' ? restOfLine : word
    value.lastIndex = from
    if (!value.test(text)) continue
    const to = value.lastIndex
    yield { from: isQuoted ? from + 1 : from, to, what: nameable(name) }
    assignment.lastIndex = to
  }
}

/** Of the URL of a StartPage, which is a one-time key to a session: what looks like the key. */
export function* startPageTokensIn(text: string): Generator<Match> {
  for (const { index, 0: all } of text.matchAll(/[/=](?=[\w~.%-]{0,200}\d)[\w~.%-]{16,}/g)) {
    yield { from: index + 1, to: index + all.length, what: 'token of a StartPage' }
  }
}

/** Addresses of electronic mail; not what only looks like one (`cid:`). */
export function* emailsIn(text: string): Generator<Match> {
  const pattern = /(?<![\w.+%@/-]|cid:)[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}\b/g
  for (const { index, 0: all } of text.matchAll(pattern)) {
    yield { from: index, to: index + all.length, what: 'Email' }
  }
}

/** Text that may be a document, or a user with a password, in base64. */
export function* base64In(text: string): Generator<Match & { readonly decoded: string }> {
  for (const { index, 0: all } of text.matchAll(/[\w+/-]{12,}(?:\r?\n[ \t]*[\w+/-]+)*={0,2}/g)) {
    const decoded = decodeBase64(all)
    if (decoded !== undefined) yield { from: index, to: index + all.length, what: 'base64', decoded }
  }
}

function decodeBase64(encoded: string): string | undefined {
  const digits = encoded.replace(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/')
  if (digits.length % 4 === 1) return undefined
  return new TextDecoder().decode(Uint8Array.from(atob(digits), character => character.charCodeAt(0)))
}

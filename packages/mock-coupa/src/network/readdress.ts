import { type CredentialMac, type CxmlDocument, CxmlError, parseCxml } from '@punchloop/sdk/cxml'
import type { NetworkCredential } from './account.js'
import { type ElementSpan, findSpan, findSpans, spansNamed } from './element-span.js'
import { NetworkError } from './network-error.js'

/** What the network changes in a document that it passes on; all else stays as it was written. */
export interface Readdressing {
  /** The only credential of the new Sender. Without a proof where the document is only kept. */
  readonly sender: NetworkCredential & {
    readonly sharedSecret?: string
    readonly credentialMac?: CredentialMac
  }
  /** Credentials of the parties that the document does not name yet. */
  readonly from: readonly NetworkCredential[]
  readonly to: readonly NetworkCredential[]
  readonly isTest: boolean
}

/** How the network names itself to the supplier. Seen in documents that came through it. */
const networkUserAgent = 'Ariba SN'

/**
 * Puts another Sender into a document, and with it the secret that its receiver knows. The old Sender goes as a whole:
 * with its secret, whatever else it held.
 *
 * The result is read again and compared: a document in which the wrong place was changed is refused, not sent.
 */
export function readdress(text: string, readdressing: Readdressing): string {
  const { sender, from, to, isTest } = readdressing
  const edits = [
    replace(need(text, 'cXML/Header/Sender'), senderXml(sender)),
    insertAfterCredentials(text, 'cXML/Header/From', from),
    insertAfterCredentials(text, 'cXML/Header/To', to),
    ...secretsOfParties(text),
    ...(isTest ? [markAsTest(text)] : []),
    declareUtf8(text),
  ]
  const written = applyEdits(text, edits)
  assertOnlyReaddressed(text, written, readdressing)
  assertNoOtherSecret(written, sender)
  return written
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let written = text
  for (const { start, end, text: instead } of edits.toSorted((one, other) => other.start - one.start)) {
    written = written.slice(0, start) + instead + written.slice(end)
  }
  return written
}

function replace({ start, end }: ElementSpan, text: string): Edit {
  return { start, end, text }
}

/** `Credential+, Correspondent?`: further credentials stand before the first. */
function insertAfterCredentials(text: string, path: string, credentials: readonly NetworkCredential[]): Edit {
  const { start } = findSpan(text, `${path}/Correspondent`) ?? { start: need(text, path).contentEnd }
  return { start, end: start, text: credentials.map(credential => credentialXml(credential)).join('') }
}

/** Some senders write their secret into From, too: only Sender may hold one, and that is another's now. */
function secretsOfParties(text: string): Edit[] {
  return ['From', 'To']
    .flatMap(party => [
      ...findSpans(text, `cXML/Header/${party}/Credential/SharedSecret`),
      ...findSpans(text, `cXML/Header/${party}/Credential/CredentialMac`),
    ])
    .map(span => replace(span, ''))
}

function markAsTest(text: string): Edit {
  const { start, contentStart } = need(text, 'cXML/Request')
  const tag = text
    .slice(start, contentStart)
    .replace(/\sdeploymentMode\s*=\s*(?:"[^"]*"|'[^']*')/, '')
    .replace(/^<Request/, '<Request deploymentMode="test"')
  return { start, end: contentStart, text: tag }
}

/** What was read in another encoding is sent on in UTF-8. */
function declareUtf8(text: string): Edit {
  const [declaration = ''] = /^<\?xml\b[^>]*\?>/.exec(text) ?? []
  const instead = declaration.replace(/(\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"')
  return { start: 0, end: declaration.length, text: instead }
}

function senderXml({ domain, identity, sharedSecret, credentialMac }: Readdressing['sender']): string {
  const proof =
    credentialMac === undefined
      ? sharedSecret && `<SharedSecret>${escapeXml(sharedSecret)}</SharedSecret>`
      : macXml(credentialMac)
  return `<Sender>${credentialXml({ domain, identity }, proof)}<UserAgent>${networkUserAgent}</UserAgent></Sender>`
}

function credentialXml({ domain, identity }: NetworkCredential, proof = ''): string {
  return `<Credential domain="${escapeXml(domain)}"><Identity>${escapeXml(identity)}</Identity>${proof}</Credential>`
}

function macXml({ value, ...attributes }: CredentialMac): string {
  const written = Object.entries(attributes).map(([name, text]) => `${name}="${escapeXml(text)}"`)
  return `<CredentialMac ${written.join(' ')}>${escapeXml(value)}</CredentialMac>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? '')
}

function need(text: string, path: string): ElementSpan {
  const span = findSpan(text, path)
  if (span !== undefined) return span
  throw new NetworkError('ERR_NETWORK_UNREADABLE', `The document has no ${path}`)
}

function assertOnlyReaddressed(before: string, after: string, { sender, ...added }: Readdressing): void {
  try {
    const document = parseCxml(after)
    const credentials = 'header' in document ? document.header?.sender.credentials : undefined
    const [only] = credentials ?? []
    const isOurs =
      credentials?.length === 1 &&
      only?.identity === sender.identity &&
      only.sharedSecret === sender.sharedSecret &&
      only.credentialMac?.value === sender.credentialMac?.value
    if (isOurs && content(document) === content(parseCxml(before), added)) return
  } catch (error) {
    if (!(error instanceof CxmlError)) throw error
  }
  throw new NetworkError('ERR_NETWORK_UNREADABLE', 'The Sender of the document cannot be replaced')
}

/** A document within the document may hold one, such as the copy of a CopyRequest: nobody else may get it. */
function assertNoOtherSecret(text: string, { sharedSecret }: Readdressing['sender']): void {
  const ours = sharedSecret === undefined ? 0 : 1
  if (spansNamed(text, 'SharedSecret').length === ours) return
  throw new NetworkError(
    'ERR_NETWORK_SECRET_ENCLOSED',
    'The document holds a SharedSecret outside its Header: leave it out of what is enclosed',
  )
}

/** What a document says apart from the Sender and the mode: with the credentials that it is to have besides. */
function content(document: CxmlDocument, added: Partial<Pick<Readdressing, 'from' | 'to'>> = {}): string {
  const { kind, payloadID, timestamp } = document
  const request = 'request' in document ? { ...document.request, deploymentMode: undefined } : undefined
  const payload = 'payload' in document ? document.payload : undefined
  const header = 'header' in document ? document.header : undefined
  const from = namesOf(header?.from.credentials, added.from)
  const to = namesOf(header?.to.credentials, added.to)
  return JSON.stringify({ kind, payloadID, timestamp, from, to, request, payload })
}

function namesOf(
  credentials: readonly NetworkCredential[] = [],
  added: readonly NetworkCredential[] = [],
): readonly (readonly string[])[] {
  return [...credentials, ...added].map(({ domain, identity }) => [domain, identity])
}

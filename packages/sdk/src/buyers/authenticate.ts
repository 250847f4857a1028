import { createHash, timingSafeEqual } from 'node:crypto'
import type { Credential, Header } from '../cxml/elements/header.js'
import { CxmlError } from '../errors.js'
import { profileOf } from '../partners/profiles.js'
import { type Buyer, credentialKey, type PartyCredential } from './buyer.js'
import { isMacOf } from './credential-mac.js'

/** Says who speaks in a `Header`, or throws. */
export type Authenticate = (header: Header) => Speaker

export type Speaker =
  | { readonly kind: 'buyer'; readonly buyer: Buyer }
  /** A network for itself: `From` names the `Sender`. It may speak of these buyers. */
  | { readonly kind: 'network'; readonly buyers: readonly Buyer[] }

interface KnownSender {
  readonly buyer: Buyer
  readonly digests: readonly Buffer[]
}

/**
 * Who is speaking: `Sender` authenticates (its `SharedSecret` or `CredentialMac` is the only one that counts), `From`
 * identifies the buyer spoken for, `To` must be us. Where `Sender` has neither, a `SharedSecret` in `From` counts for buyers whose
 * profile says that theirs stands there (`authenticatedBy: 'from'`), and for nobody else.
 *
 * A `Sender` that is one of a buyer's `senders` may name itself in `From`, too: a network that says what became of a document.
 *
 * A `Sender` may speak for every buyer that lists it among its `senders` with the same secret (a hub), and for no
 * other. Every refusal before the secret is verified has the same words and does the same work, so that nobody can
 * find out which identities exist.
 */
export function createAuthenticate(options: {
  readonly credentials: readonly PartyCredential[]
  readonly buyers: readonly Buyer[]
  readonly clock: () => Date
}): Authenticate {
  const senders = indexKnown(options.buyers, buyer => buyer.senders ?? buyer.credentials)
  const byFrom = options.buyers.filter(buyer => profileOf(buyer).authenticatedBy === 'from')
  const themselves = indexKnown(byFrom, buyer => buyer.credentials)
  const parties = indexParties(options.buyers)
  const own = new Set(options.credentials.map(credentialKey))
  return header => {
    const from = header.from.credentials
    const now = options.clock()
    const granted = header.sender.credentials.some(hasSecret)
      ? verifySecrets(header.sender.credentials, { known: senders, from, now })
      : verifySecrets(from.map(withoutMac), { known: themselves, from, now })
    const speaker = identifySpeaker(from, parties, granted)
    if (speaker === undefined) throw mayNotSpeak()
    if (!header.to.credentials.some(credential => own.has(credentialKey(credential)))) {
      throw new CxmlError(
        'ERR_CXML_FIELD_INVALID',
        'Header/To names another supplier: none of its Credentials is one of ours',
        { path: '/cXML/Header/To' },
      )
    }
    return speaker
  }
}

/** The words for every party that a Sender may not speak for, itself included. */
export function mayNotSpeak(): CxmlError {
  return new CxmlError(
    'ERR_CXML_UNAUTHORIZED',
    'Header/From: the Sender may not speak for the party that From names',
    { path: '/cXML/Header/From' },
  )
}

function hasSecret({ sharedSecret, credentialMac }: Credential): boolean {
  return sharedSecret !== undefined || credentialMac !== undefined
}

/** A MAC is made for a Sender. */
function withoutMac({ credentialMac: _, ...credential }: Credential): Credential {
  return credential
}

/** The buyers for whom this party may speak: all its secrets must verify, never only the first or the last. */
function verifySecrets(credentials: readonly Credential[], by: Verification): ReadonlySet<Buyer> {
  let granted: ReadonlySet<Buyer> | undefined
  for (const credential of credentials) {
    const verified = verifyCredential(credential, by)
    if (verified === undefined) continue
    const before: ReadonlySet<Buyer> = granted ?? verified
    granted = new Set([...verified].filter(buyer => before.has(buyer)))
  }
  if (granted === undefined || granted.size === 0) {
    throw new CxmlError(
      'ERR_CXML_UNAUTHORIZED',
      'Header/Sender: the Credential (domain, Identity) and its SharedSecret were not recognised',
      { path: '/cXML/Header/Sender' },
    )
  }
  return granted
}

interface Verification {
  readonly known: ReadonlyMap<string, readonly KnownSender[]>
  /** A MAC is for one of these. */
  readonly from: readonly Credential[]
  readonly now: Date
}

/** By its `SharedSecret`, or by the `CredentialMac` that stands in its place; undefined where it has neither. */
function verifyCredential(credential: Credential, by: Verification): ReadonlySet<Buyer> | undefined {
  const { sharedSecret, credentialMac } = credential
  const known = by.known.get(credentialKey(credential)) ?? [nobody]
  if (sharedSecret !== undefined) return buyersWith(known, isSecret(sharedSecret))
  if (credentialMac === undefined) return undefined
  return buyersWith(known, ({ buyer }) => {
    let isOne = false
    for (const secret of buyer.sharedSecrets) {
      for (const from of by.from) {
        isOne = isMacOf(credentialMac, { from, sender: credential, secret, now: by.now }) || isOne
      }
    }
    return isOne
  })
}

/** An empty secret never verifies, whatever is configured: "" === "" has let strangers in elsewhere. */
function isSecret(secret: string): (sender: KnownSender) => boolean {
  const digest = digestOf(secret)
  return ({ digests }) => {
    let equal = false
    for (const candidate of digests) equal = timingSafeEqual(digest, candidate) || equal
    return equal && secret !== ''
  }
}

function buyersWith(
  known: readonly KnownSender[],
  isRight: (sender: KnownSender) => boolean,
): ReadonlySet<Buyer> {
  const right = known.filter(isRight)
  return new Set(known[0] === nobody ? [] : right.map(({ buyer }) => buyer))
}

/** The one buyer that From names, or the network; undefined when it names neither, another's buyer, or more than one. */
function identifySpeaker(
  from: readonly Credential[],
  parties: ReadonlyMap<string, Buyer>,
  granted: ReadonlySet<Buyer>,
): Speaker | undefined {
  const keys = new Set(from.map(credentialKey))
  const named = new Set([...keys].flatMap(key => parties.get(key) ?? []))
  const [buyer] = named
  if (buyer !== undefined) {
    return named.size === 1 && granted.has(buyer) ? { kind: 'buyer', buyer } : undefined
  }
  const buyers = [...granted].filter(({ senders = [] }) =>
    senders.some(sender => keys.has(credentialKey(sender))),
  )
  return buyers.length === 0 ? undefined : { kind: 'network', buyers }
}

/** By the credentials that may speak for each. */
function indexKnown(
  buyers: readonly Buyer[],
  credentialsOf: (buyer: Buyer) => readonly PartyCredential[],
): ReadonlyMap<string, readonly KnownSender[]> {
  const index = new Map<string, KnownSender[]>()
  for (const buyer of buyers) {
    const digests = buyer.sharedSecrets.map(secret => digestOf(secret))
    for (const credential of credentialsOf(buyer)) {
      const known = index.get(credentialKey(credential)) ?? []
      known.push({ buyer, digests })
      index.set(credentialKey(credential), known)
    }
  }
  return index
}

function indexParties(buyers: readonly Buyer[]): ReadonlyMap<string, Buyer> {
  const entries = buyers.flatMap(buyer =>
    buyer.credentials.map((credential): [string, Buyer] => [credentialKey(credential), buyer]),
  )
  return new Map(entries)
}

/** Secrets are compared by digest: equal length for `timingSafeEqual`, and no secret lies about longer than needed. */
function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest()
}

/** What an unknown Sender is compared with, so that it costs what a known one costs. */
const nobody: KnownSender = {
  buyer: { id: '', name: '', credentials: [], sharedSecrets: ['nobody'], browserFormPostOrigins: [] },
  digests: [digestOf('nobody')],
}

import { element } from '../grammar/element.js'
import {
  many,
  needed,
  neededAttribute,
  optional,
  optionalAttribute,
  ownText,
  some,
} from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type Contact, contact } from './contact.js'
import { type Extrinsic, extrinsic } from './text.js'

/** `CredentialMac`: authenticates without the secret itself. */
export interface CredentialMac {
  readonly type: string
  readonly algorithm: string
  readonly creationDate: string
  readonly expirationDate: string
  readonly value: string
}

/**
 * `Credential`. Compare the domain without case and the identity exactly: {@link isSameCredential}.
 *
 * `sharedSecret` and `credentialMac` authenticate: keep them out of logs, pages and browser messages.
 */
export interface Credential {
  readonly domain: string
  /** `marketplace`, where a hub gives its own credential. */
  readonly type?: string
  /** Outer white space trimmed. */
  readonly identity: string
  readonly sharedSecret?: string
  readonly credentialMac?: CredentialMac
}

/** `Routing`: the system outside the hub that the document goes on to. */
export interface Routing {
  /** `peppol` or `fieldglass`. The DTD requires it. */
  readonly destination?: string
}

/** `Correspondent` (since cXML 1.2.020): how the organization is reached. */
export interface Correspondent {
  readonly preferredLanguage?: string
  /** The DTD requires one. */
  readonly contacts: readonly Contact[]
  readonly routing?: Routing
  readonly extrinsics: readonly Extrinsic[]
}

/** `From` or `To`: the logical party, by one or more credentials. */
export interface Party {
  readonly credentials: readonly Credential[]
  readonly correspondent?: Correspondent
}

/** `Sender`: who opened the connection. */
export interface Sender {
  readonly credentials: readonly Credential[]
  /** The DTD requires it (it may be empty); many senders leave it out. */
  readonly userAgent?: string
}

/** `Node`: one party on the way of a punchout. */
export interface Node {
  /** `route`: documents go through it. `copy`: it only gets copies. The DTD requires it. */
  readonly type?: string
  /** Only `yes`: the party keeps nothing, and wants lines with their `ItemDetail` in a setup request to edit or inspect. */
  readonly itemDetailsRequired?: string
  /** The DTD requires one. */
  readonly credentials: readonly Credential[]
}

/** `Path`: the parties that a punchout went through, first to last, where suppliers punch out to others. */
export interface Path {
  /** The DTD requires one. */
  readonly nodes: readonly Node[]
}

/** `OriginalDocument`: what a party on the way passed on. */
export interface OriginalDocument {
  /** The DTD requires it. */
  readonly payloadID?: string
}

/** `Header`: who the document is from and for. */
export interface Header {
  readonly from: Party
  readonly to: Party
  readonly sender: Sender
  /** With `originalDocument`, or neither. */
  readonly path?: Path
  readonly originalDocument?: OriginalDocument
}

const credentialMac = element<CredentialMac>('CredentialMac', {
  type: neededAttribute(),
  algorithm: neededAttribute(),
  creationDate: neededAttribute(),
  expirationDate: neededAttribute(),
  value: ownText(),
})

export const credential = element<Credential>('Credential', {
  domain: neededAttribute(),
  type: optionalAttribute(),
  identity: needed(textElement('Identity')),
  sharedSecret: optional(textElement('SharedSecret')),
  credentialMac: optional(credentialMac),
})

export const correspondent = element<Correspondent>('Correspondent', {
  preferredLanguage: optionalAttribute(),
  contacts: many(contact),
  routing: optional(element<Routing>('Routing', { destination: optionalAttribute() })),
  extrinsics: many(extrinsic),
})

const from = element<Party>('From', {
  credentials: some(credential),
  correspondent: optional(correspondent),
})

const to = element<Party>('To', {
  credentials: some(credential),
  correspondent: optional(correspondent),
})

const sender = element<Sender>('Sender', {
  credentials: some(credential),
  userAgent: optional(textElement('UserAgent')),
})

const node = element<Node>('Node', {
  type: optionalAttribute(),
  itemDetailsRequired: optionalAttribute(),
  credentials: many(credential),
})

export const path = element<Path>('Path', { nodes: many(node) })

const originalDocument = element<OriginalDocument>('OriginalDocument', { payloadID: optionalAttribute() })

export const header = element<Header>('Header', {
  from: needed(from),
  to: needed(to),
  sender: needed(sender),
  path: optional(path),
  originalDocument: optional(originalDocument),
})

/** Whether two credentials name the same party: domains without case, identities exactly. */
export function isSameCredential(
  left: Pick<Credential, 'domain' | 'identity'>,
  right: Pick<Credential, 'domain' | 'identity'>,
): boolean {
  return left.domain.toLowerCase() === right.domain.toLowerCase() && left.identity === right.identity
}

/**
 * The first credential of a party (or node, or sender) in a domain, compared without case: `credentialOf(header.to,
 * 'NetworkID')` finds `NetworkId` too. Parties give several; a position among them means nothing.
 */
export function credentialOf(
  party: { readonly credentials: readonly Credential[] },
  domain: string,
): Credential | undefined {
  const wanted = domain.toLowerCase()
  return party.credentials.find(credential => credential.domain.toLowerCase() === wanted)
}

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

/** `Correspondent` (since cXML 1.2.020). */
export interface Correspondent {
  readonly preferredLanguage?: string
  readonly contacts: readonly Contact[]
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

/** `Header`. */
export interface Header {
  readonly from: Party
  readonly to: Party
  readonly sender: Sender
}

const credentialMac = element<CredentialMac>('CredentialMac', {
  type: neededAttribute(),
  algorithm: neededAttribute(),
  creationDate: neededAttribute(),
  expirationDate: neededAttribute(),
  value: ownText(),
})

const credential = element<Credential>('Credential', {
  domain: neededAttribute(),
  type: optionalAttribute(),
  identity: needed(textElement('Identity')),
  sharedSecret: optional(textElement('SharedSecret')),
  credentialMac: optional(credentialMac),
})

const correspondent = element<Correspondent>('Correspondent', {
  preferredLanguage: optionalAttribute(),
  contacts: many(contact),
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

export const header = element<Header>('Header', {
  from: needed(from),
  to: needed(to),
  sender: needed(sender),
})

/** Whether two credentials name the same party: domains without case, identities exactly. */
export function isSameCredential(
  left: Pick<Credential, 'domain' | 'identity'>,
  right: Pick<Credential, 'domain' | 'identity'>,
): boolean {
  return left.domain.toLowerCase() === right.domain.toLowerCase() && left.identity === right.identity
}

import type { Contact } from './contact.js'
import type { Extrinsic } from './text.js'

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

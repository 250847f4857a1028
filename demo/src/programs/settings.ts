import type { Secrets } from '../secrets.js'

interface Listening {
  readonly host: string
  readonly port: number
}

export interface MailSettings extends Listening {
  /** Folder in which every delivered mail is a file. */
  readonly mailboxDir: string
}

/** A program whose clock can be put forward: a restart long after the stop, without the waiting. */
interface Timed {
  /** Milliseconds. Default 0. */
  readonly clockAhead?: number
}

export interface CoupaSettings extends Listening, Timed {
  readonly dataDir: string
  readonly marketplaceUrl: string
  readonly mail: Listening
  readonly secrets: Secrets
}

/** SAP Ariba and its network are one program. */
export interface AribaSettings extends CoupaSettings {
  readonly networkPort: number
}

export interface MarketplaceSettings extends Listening, Timed {
  readonly dataDir: string
  readonly mailboxDir: string
  readonly coupaUrl: string
  /** Absent: SAP Ariba does not run. */
  readonly ariba?: { readonly url: string; readonly transactionUrl: string }
  readonly mail: Listening
  readonly secrets: Secrets
}

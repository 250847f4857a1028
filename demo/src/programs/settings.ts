import type { Secrets } from '../secrets.js'

interface Listening {
  readonly host: string
  readonly port: number
}

export interface MailSettings extends Listening {
  /** Folder in which every delivered mail is a file. */
  readonly mailboxDir: string
}

export interface CoupaSettings extends Listening {
  readonly dataDir: string
  readonly marketplaceUrl: string
  readonly mail: Listening
  readonly secrets: Secrets
}

export interface MarketplaceSettings extends Listening {
  readonly dataDir: string
  readonly mailboxDir: string
  readonly coupaUrl: string
  readonly mail: Listening
  readonly secrets: Secrets
}

import type { RandomBytes } from '../control/ids.js'
import type { Network } from '../control/post.js'
import type { Database } from '../store/database.js'
import type { NetworkCredential, NetworkDirectory, SenderForm } from './account.js'

/** What the rooms of the network stand on. */
export interface NetworkGround extends Network {
  readonly db: Database
  readonly directory: () => NetworkDirectory
  /** Not before it knows its accounts: until then nothing is taken, and nothing leaves. */
  readonly isOpen: () => boolean
  readonly publicUrl: () => string
  readonly randomBytes: RandomBytes
  /** Commits a change, or nothing of it; afterwards what has become due is looked for. */
  readonly transaction: <T>(change: () => T) => T
  /** Told of what was no fault of those who speak. */
  readonly onFault: (error: unknown) => void
}

/** Name of the network in journals. */
export const networkName = 'SAP Business Network'

/** Who the network is in Sender: SAP's own mappings write this ANID, older documents the other. */
export const networkCredentials: Readonly<Record<SenderForm, NetworkCredential>> = {
  NetworkID: { domain: 'NetworkID', identity: 'AN01000000087' },
  AribaNetworkUserId: { domain: 'AribaNetworkUserId', identity: 'sysadmin@ariba.com' },
}

/** Whom suppliers find in `Sender`, unless their account says otherwise. */
export const networkSender = networkCredentials.NetworkID

/**
 * Paths of the network: those of a captured ProfileResponse of the real one. Suppliers' documents and orders have one
 * address; setup requests and catalogues have their own.
 */
export const networkPaths = {
  transaction: '/service/transaction/cxml.asp',
  punchout: '/ANCXMLPunchOutProcessor.aw/ad/cxml',
  catalog: '/ANCatalogProcessor.aw/ad/catalog',
} as const

export type NetworkPath = keyof typeof networkPaths

import type { Credential, CxmlDocument, Header } from '@punchloop/sdk/cxml'
import { isSameSecret } from '../control/ids.js'
import {
  type BuyerAccount,
  credentialsOf,
  isTestAccount,
  type NetworkAccount,
  type NetworkDirectory,
  type SupplierAccount,
} from './account.js'
import { networkCredentials } from './ground.js'
import { NetworkError } from './network-error.js'

/** Who sends, who is meant, and that they trade with each other. */
export type Route = { readonly sender: NetworkAccount; readonly receiver: NetworkAccount } & (
  | { readonly sender: BuyerAccount; readonly receiver: SupplierAccount }
  | { readonly sender: SupplierAccount; readonly receiver: BuyerAccount }
)

/**
 * Whose document it is: every secret of Sender must be that of one account, and From the same party.
 * An unknown identity and a wrong secret are refused in the same words and take the same work.
 */
export function authenticate(directory: NetworkDirectory, header: Header): NetworkAccount {
  const withSecret = header.sender.credentials.filter(({ sharedSecret }) => sharedSecret !== undefined)
  const owners = withSecret.map(credential => ownerOf(directory, credential))
  const areSame = withSecret.map(({ sharedSecret = '' }, index) => {
    const expected = owners[index]?.sharedSecret ?? ''
    return isSameSecret(sharedSecret, expected) && expected !== ''
  })
  const [account] = owners
  if (account === undefined || !areSame.every(Boolean) || owners.some(owner => owner !== account)) {
    throw new NetworkError(
      'ERR_NETWORK_UNAUTHORIZED',
      'Invalid credentials: the Sender and its SharedSecret fit no account of the network',
    )
  }
  if (partyOf(directory, header.from.credentials) !== account) {
    throw new NetworkError('ERR_NETWORK_FROM_MISMATCH', 'From must name the party whose secret Sender holds')
  }
  return account
}

/**
 * Whom a document is for that the network keeps. A catalogue may be for the network itself: it goes to every buyer that
 * trades with the supplier.
 *
 * Unverified: that each of them has subscribed to all its supplier's catalogues.
 */
export function findRoutes(
  directory: NetworkDirectory,
  sender: NetworkAccount,
  document: CxmlDocument & { readonly header: Header },
): readonly Route[] {
  const { to } = document.header
  const isForNetwork = document.kind === 'CatalogUploadRequest' && to.credentials.some(isNetwork)
  if (sender.role !== 'supplier' || !isForNetwork) return [findRoute(directory, sender, document)]
  const subscribers = directory.relationships
    .filter(({ supplier }) => supplier === sender.anid)
    .flatMap(({ buyer }) => directory.accounts.filter(({ role, anid }) => role === 'buyer' && anid === buyer))
  if (subscribers.length > 0)
    return subscribers.map(receiver => checkRoute(directory, sender, { receiver, document }))
  throw new NetworkError(
    'ERR_NETWORK_NOT_RELATED',
    `${sender.anid} has no trading relationship: there is no buyer for its catalogue`,
  )
}

function isNetwork({ domain, identity }: Pick<Credential, 'domain' | 'identity'>): boolean {
  return Object.values(networkCredentials).some(
    own => own.domain.toLowerCase() === domain.toLowerCase() && own.identity === identity,
  )
}

/** Whom an authenticated sender's document is for. */
export function findRoute(
  directory: NetworkDirectory,
  sender: NetworkAccount,
  document: CxmlDocument & { readonly header: Header },
): Route {
  const receiver = partyOf(directory, document.header.to.credentials)
  return checkRoute(directory, sender, { receiver, document })
}

function checkRoute(
  directory: NetworkDirectory,
  sender: NetworkAccount,
  {
    receiver,
    document,
  }: {
    readonly receiver: NetworkAccount | undefined
    readonly document: CxmlDocument & { readonly header: Header }
  },
): Route {
  const route = routeOf(sender, receiver, document.header)
  const isTest = isTestAccount(sender)
  if (isTest !== isTestAccount(route.receiver)) {
    throw new NetworkError(
      'ERR_NETWORK_MODES_MIXED',
      `${sender.anid} and ${route.receiver.anid}: a test account (-T) and one of production do not exchange documents`,
    )
  }
  if (!isTest && 'request' in document && document.request?.deploymentMode === 'test') {
    throw new NetworkError(
      'ERR_NETWORK_MODES_MIXED',
      `deploymentMode is "test" and ${sender.anid} is an account of production: send it as ${sender.anid}-T`,
    )
  }
  const [buyer, supplier] =
    route.sender.role === 'buyer'
      ? [route.sender.anid, route.receiver.anid]
      : [route.receiver.anid, route.sender.anid]
  if (!directory.relationships.some(pair => pair.buyer === buyer && pair.supplier === supplier)) {
    throw new NetworkError(
      'ERR_NETWORK_NOT_RELATED',
      `${buyer} and ${supplier} have no trading relationship: the buyer invites the supplier on the network`,
    )
  }
  return route
}

function routeOf(sender: NetworkAccount, receiver: NetworkAccount | undefined, { to }: Header): Route {
  if (sender.role === 'buyer' && receiver?.role === 'supplier') return { sender, receiver }
  if (sender.role === 'supplier' && receiver?.role === 'buyer') return { sender, receiver }
  const found = to.credentials.map(({ domain, identity }) => `${domain} ${identity.slice(0, 40)}`).join(', ')
  if (sender.role === 'buyer') {
    throw new NetworkError(
      'ERR_NETWORK_SUPPLIER_ID_INVALID',
      `The supplier's ANID is missing or invalid: To names ${found || 'nobody'}; a NetworkID such as AN01000000001 of a supplier was expected`,
    )
  }
  throw new NetworkError(
    'ERR_NETWORK_BUYER_ID_INVALID',
    `The buyer's ANID is missing or invalid: To names ${found || 'nobody'}; a NetworkID such as AN01000000001 of a buyer was expected`,
  )
}

function ownerOf(
  directory: NetworkDirectory,
  { domain, identity }: Pick<Credential, 'domain' | 'identity'>,
): NetworkAccount | undefined {
  return directory.accounts.find(account =>
    credentialsOf(account).some(
      own => own.domain.toLowerCase() === domain.toLowerCase() && own.identity === identity,
    ),
  )
}

/** The one account that the credentials name; further ones that the network does not know are passed over. */
function partyOf(
  directory: NetworkDirectory,
  credentials: readonly Credential[],
): NetworkAccount | undefined {
  const named = new Set(
    credentials
      .map(credential => ownerOf(directory, credential))
      .filter((owner): owner is NetworkAccount => owner !== undefined),
  )
  const [party] = named
  return named.size === 1 ? party : undefined
}

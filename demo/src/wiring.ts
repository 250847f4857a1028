import {
  type AribaSupplier,
  type MockCoupa,
  moveSeedSupplier,
  networkSender,
  type SeedSupplier,
} from '@punchloop/mock-coupa'
import type { Buyer, PartyCredential } from '@punchloop/sdk'
import type { Secrets } from './secrets.js'

/** Who the two companies are in each other's documents. */
export const northwind: PartyCredential = { domain: 'NetworkID', identity: 'NORTHWIND' }
export const brightstack: PartyCredential = { domain: 'NetworkID', identity: 'BRIGHTSTACK' }

/** Name of the punchout site: the tile under Shop Online. */
export const siteName = 'Brightstack Marketplace'

/** The company as the marketplace knows it. */
export function northwindAsBuyer(coupaUrl: string, secrets: Secrets): Buyer {
  return {
    id: 'northwind',
    name: 'Northwind Instruments',
    credentials: [northwind],
    sharedSecrets: [secrets.buyer],
    browserFormPostOrigins: [coupaUrl],
    confirmations: { url: `${coupaUrl}/cxml/order_confirmation_request`, sharedSecret: secrets.supplier },
    openBuy: { credentials: secrets.openBuy },
  }
}

/** The company of SAP Ariba as its own documents name it. */
export const alder: PartyCredential = { domain: 'NetworkID', identity: 'AN01000000001' }

/**
 * The company of SAP Ariba as the marketplace knows it: by From, through the network, whose Sender holds the
 * marketplace's own secret.
 */
export function alderAsBuyer(
  ariba: { readonly url: string; readonly transactionUrl: string },
  secrets: Secrets,
): Buyer {
  return {
    id: 'alder',
    name: 'Alder Biosciences',
    credentials: [alder],
    senders: [networkSender],
    sharedSecrets: [secrets.aribaSupplier],
    browserFormPostOrigins: [ariba.url],
    confirmations: { url: ariba.transactionUrl, sharedSecret: secrets.aribaSupplier },
  }
}

/** The marketplace's account on the network: under the ANID, and under the name that it signs with. */
export function brightstackOnNetwork(marketplaceUrl: string, secrets: Secrets): AribaSupplier {
  return {
    punchoutUrl: `${marketplaceUrl}/punchloop/cxml`,
    orderUrl: `${marketplaceUrl}/punchloop/cxml`,
    sharedSecret: secrets.aribaSupplier,
    credentials: [brightstack],
  }
}

/** The marketplace as the company knows it. */
export function brightstackAsSupplier(marketplaceUrl: string, secrets: Secrets): SeedSupplier {
  return {
    cxmlUrl: `${marketplaceUrl}/punchloop/cxml`,
    openBuyUrl: `${marketplaceUrl}/punchloop/open-buy`,
    sharedSecret: secrets.buyer,
    inboundSecret: secrets.supplier,
    openBuyCredentials: secrets.openBuy,
    credential: brightstack,
  }
}

/** Tells a running company where the marketplace is now: ports change between starts, the configuration stays. */
export async function connectBrightstack(
  coupa: MockCoupa,
  marketplaceUrl: string,
  secrets: Secrets,
): Promise<void> {
  await coupa.company.update(company =>
    moveSeedSupplier(company, brightstackAsSupplier(marketplaceUrl, secrets)),
  )
}

import {
  type AribaSupplier,
  type MockCoupa,
  moveSeedSupplier,
  networkSender,
  type ProcurementSystem,
  type SeedSupplier,
  seedOf,
  systems,
} from '@punchloop/mock-coupa'
import type { Buyer, PartyCredential } from '@punchloop/sdk'
import type { Secrets } from './secrets.js'

/** Who the two companies are in each other's documents, where the buyer has Coupa. */
export const northwind: PartyCredential = systems.coupa.parties.buyer
export const brightstack: PartyCredential = systems.coupa.parties.supplier

/** Name of the punchout site: the tile under Shop Online. */
export const siteName = 'Brightstack Marketplace'

/** The company as the marketplace knows it. */
export function northwindAsBuyer(
  buyerUrl: string,
  secrets: Secrets,
  system: ProcurementSystem = systems.coupa,
): Buyer {
  const confirmations = system.takes.ConfirmationRequest
  return {
    id: 'northwind',
    name: 'Northwind Instruments',
    profile: system.name,
    credentials: [system.parties.buyer],
    sharedSecrets: [secrets.buyer],
    browserFormPostOrigins: [buyerUrl],
    ...(confirmations === undefined
      ? {}
      : { confirmations: { url: `${buyerUrl}${confirmations.path}`, sharedSecret: secrets.supplier } }),
    ...(system.catalogs === 'oci'
      ? { oci: { username: ociUser, passwords: [secrets.buyer], fields: { email: 'EMAIL' } } }
      : {}),
    openBuy: { credentials: secrets.openBuy },
  }
}

/** What an SAP SRM calls itself at the marketplace. */
const ociUser = 'northwind'

/** The company of SAP Ariba as its own documents name it, and its account for tests. */
export const alder: PartyCredential = { domain: 'NetworkID', identity: 'AN01000000001' }
export const alderInTest: PartyCredential = { domain: 'NetworkID', identity: 'AN01000000001-T' }

/**
 * The company of SAP Ariba as the marketplace knows it: by From, through the network, whose Sender holds the
 * marketplace's own secret.
 */
export function alderAsBuyer(
  ariba: { readonly url: string; readonly transactionUrl: string },
  secrets: Secrets,
  account: PartyCredential = alder,
): Buyer {
  return {
    id: 'alder',
    name: 'Alder Biosciences',
    profile: 'ariba',
    credentials: [account],
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
    statusUpdateUrl: `${marketplaceUrl}/punchloop/cxml`,
    sharedSecret: secrets.aribaSupplier,
    credentials: [brightstack],
  }
}

/** The marketplace as the company knows it. */
export function brightstackAsSupplier(
  marketplaceUrl: string,
  secrets: Secrets,
  system: ProcurementSystem = systems.coupa,
): SeedSupplier {
  return {
    ...seedOf(system),
    cxmlUrl: `${marketplaceUrl}/punchloop/cxml`,
    openBuyUrl: `${marketplaceUrl}/punchloop/open-buy`,
    sharedSecret: secrets.buyer,
    inboundSecret: secrets.supplier,
    openBuyCredentials: secrets.openBuy,
    ...(system.catalogs === 'oci'
      ? {
          oci: {
            url: `${marketplaceUrl}/punchloop/oci`,
            username: ociUser,
            password: secrets.buyer,
          },
        }
      : {}),
  }
}

/** Tells a running company where the marketplace is now: ports change between starts, the configuration stays. */
export async function connectBrightstack(
  coupa: MockCoupa,
  marketplaceUrl: string,
  secrets: Secrets,
): Promise<void> {
  await coupa.company.update(company =>
    moveSeedSupplier(company, brightstackAsSupplier(marketplaceUrl, secrets, coupa.system)),
  )
}

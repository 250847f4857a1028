import {
  type MockCoupa,
  moveSeedSupplier,
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
    credentials: [system.parties.buyer],
    sharedSecrets: [secrets.buyer],
    browserFormPostOrigins: [buyerUrl],
    ...(confirmations === undefined
      ? {}
      : { confirmations: { url: `${buyerUrl}${confirmations.path}`, sharedSecret: secrets.supplier } }),
    openBuy: { credentials: secrets.openBuy },
  }
}

/** The marketplace as the company knows it. */
export function brightstackAsSupplier(
  marketplaceUrl: string,
  secrets: Secrets,
  system: ProcurementSystem = systems.coupa,
): SeedSupplier {
  return {
    ...seedOf(system.name),
    cxmlUrl: `${marketplaceUrl}/punchloop/cxml`,
    openBuyUrl: `${marketplaceUrl}/punchloop/open-buy`,
    sharedSecret: secrets.buyer,
    inboundSecret: secrets.supplier,
    openBuyCredentials: secrets.openBuy,
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

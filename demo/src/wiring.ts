import type { Buyer, PartyCredential } from '@punchloop/sdk'
import type { Secrets } from './secrets.js'

/** Who the two companies are in each other's documents. */
export const northwind: PartyCredential = { domain: 'NetworkID', identity: 'northwind-instruments' }
export const brightstack: PartyCredential = { domain: 'DUNS', identity: '079928354' }

/** The tile under Shop Online. */
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

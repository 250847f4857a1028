import type { Company } from './company.js'
import { northwindInstruments } from './seed.js'

/** How the seeded company of SAP Ariba reaches its marketplace: through the network, and in no other way. */
export interface AribaSeed {
  /** Where PunchOutSetupRequests go. */
  readonly punchoutUrl: string
  /** Where orders go. */
  readonly transactionUrl: string
  /** What the company and the network know each other by, in both directions. */
  readonly sharedSecret: string
  /** ANIDs. */
  readonly buyer: string
  readonly supplier: string
  /** Whom the network writes as Sender of what it brings. */
  readonly networkSender: { readonly domain: string; readonly identity: string }
}

/** The company of the mock Ariba: other than Northwind, with people of the same names, so that a story fits both. */
export function alderBiosciences(seed: AribaSeed): Company {
  const buyer = { domain: 'NetworkID', identity: seed.buyer }
  const company = northwindInstruments({
    cxmlUrl: seed.transactionUrl,
    sharedSecret: seed.sharedSecret,
    credential: { domain: 'NetworkID', identity: seed.supplier },
    buyerCredential: buyer,
    systemTitle: 'Ariba',
    operations: ['edit', 'inspect'],
  })
  company.name = 'Alder Biosciences'
  for (const person of company.people) {
    person.email = person.email.replace('northwind', 'alder')
  }
  for (const address of company.addresses)
    address.name = address.name.replace('Northwind Instruments', company.name)
  for (const account of company.accounts) {
    for (const segment of account.segments) {
      segment.id = segment.id.replace('NWI', 'ALD')
      segment.description = segment.description.replace('Northwind Instruments', company.name)
    }
  }
  for (const client of company.apiClients ?? []) client.identifier = 'alder-integration'
  moveAribaNetwork(company, seed)
  return company
}

/**
 * The network at another address, or under other accounts (those for tests, say): both may change between starts, and the
 * configuration stays.
 */
export function moveAribaNetwork(company: Company, seed: AribaSeed): void {
  const supplier = company.suppliers.find(candidate => candidate.id === 1)
  const site = company.punchoutSites.find(candidate => candidate.id === 1)
  if (supplier?.cxml !== undefined) {
    supplier.cxml.url = seed.transactionUrl
    supplier.cxml.secret = seed.sharedSecret
    supplier.cxml.identity = seed.buyer
    supplier.cxml.supplierIdentity = seed.supplier
  }
  if (supplier?.inbound !== undefined) {
    supplier.inbound.secret = seed.sharedSecret
    supplier.inbound.identity = seed.supplier
    supplier.inboundSender = { ...seed.networkSender }
  }
  if (site !== undefined) {
    site.url = seed.punchoutUrl
    site.secret = seed.sharedSecret
    site.identity = seed.supplier
    site.senderIdentity = seed.buyer
    // Coupa's own way to search a supplier.
    site.openBuy.enabled = false
  }
}

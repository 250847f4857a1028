import type { Company } from './company.js'
import type { Item } from './item.js'
import type { PunchoutSite } from './punchout-site.js'
import type { Supplier } from './supplier.js'

/** How the seeded company reaches the marketplace that is set up as its punchout supplier. */
export interface SeedSupplier {
  /** Where PunchOutSetupRequests and orders go: the marketplace's cXML address. */
  readonly cxmlUrl: string
  readonly openBuyUrl: string
  /** What the company authenticates with at the marketplace. */
  readonly sharedSecret: string
  /** What the marketplace authenticates with at the company. Default: the same. */
  readonly inboundSecret?: string
  readonly openBuyCredentials: string
  /** What programs authenticate with at the company's REST API, as `northwind-integration`. */
  readonly apiSecret?: string
  /** Where its catalogue is entered by OCI; the site's `cxmlUrl` is for its orders. */
  readonly oci?: { readonly url: string; readonly username: string; readonly password: string }
  /** The marketplace's own credential. Default NetworkID BRIGHTSTACK. */
  readonly credential?: { readonly domain: string; readonly identity: string }
  /** The company's credential, as the marketplace knows it. Default NetworkID NORTHWIND. */
  readonly buyerCredential?: { readonly domain: string; readonly identity: string }
  /** Name of the company's procurement system. Default Coupa. */
  readonly systemTitle?: string
  /** Whether people search the marketplace from the company's own page. Default true. */
  readonly openBuy?: boolean
  /** What can be asked of the marketplace besides `create`. Default: nothing. */
  readonly operations?: readonly string[]
}

const defaultSupplier: SeedSupplier = {
  cxmlUrl: 'http://localhost:4020/punchloop/cxml',
  openBuyUrl: 'http://localhost:4020/punchloop/open-buy',
  sharedSecret: 'open-sesame-brightstack',
  openBuyCredentials: 'open-buy-brightstack',
}

const northwindCredential = { domain: 'NetworkID', identity: 'NORTHWIND' } as const

const brightstackCredential = { domain: 'NetworkID', identity: 'BRIGHTSTACK' } as const

/** A small company to start with: four people, three approval rules, one marketplace and a cupboard of office hardware. */
export function northwindInstruments(marketplace: Partial<SeedSupplier> = {}): Company {
  const seed = { ...defaultSupplier, ...marketplace }
  return {
    name: 'Northwind Instruments',
    currency: 'USD',
    utcOffset: '-08:00',
    billTo: 'HQ',
    people: people(seed.systemTitle ?? 'Coupa'),
    departments: ['Engineering', 'Finance', 'IT'],
    addresses: [
      {
        code: 'HQ',
        name: 'Northwind Instruments Headquarters',
        streets: ['1200 Harbour Way'],
        city: 'Oakland',
        state: 'CA',
        postalCode: '94607',
        isoCountryCode: 'US',
        country: 'United States',
      },
    ],
    accounts: [
      account('Engineering Software', '200'),
      account('Finance Systems', '300'),
      account('IT', '400'),
    ],
    approvalRules: [
      {
        id: 1,
        name: 'Management Hierarchy',
        kind: 'management_hierarchy',
        priority: 50,
        approvers: [],
        active: true,
      },
      {
        id: 2,
        name: 'Finance from 5,000',
        kind: 'approval_chain',
        priority: 60,
        minTotal: '5000',
        approvers: ['fiona'],
        active: true,
      },
      {
        id: 3,
        name: 'Contracts',
        kind: 'approval_chain',
        documentType: 'contract',
        priority: 10,
        approvers: ['fiona'],
        active: true,
      },
    ],
    announcements: [
      {
        id: 1,
        title: 'How to buy here',
        body: 'Search first: it looks through our own catalogue and the suppliers’ shops. What you do not find there you ask for in your own words, or with a form.',
      },
    ],
    forms: [
      {
        id: 1,
        name: 'New software that nobody has reviewed',
        description: 'Security and legal look at it before it is bought.',
        active: true,
        commodity: 'Software',
        fields: [
          { name: 'Product and edition', kind: 'text', required: true },
          { name: 'What it is for', kind: 'long_text', required: true },
          {
            name: 'Data that it sees',
            kind: 'choice',
            required: true,
            choices: ['None', 'Our own', 'Of customers'],
          },
          { name: 'Needed by', kind: 'date', required: false },
        ],
      },
    ],
    suppliers: suppliers(seed),
    punchoutSites: [brightstackSite(seed)],
    commodities: [
      { name: 'Software', unspscPrefix: '4323' },
      { name: 'Cloud services', unspscPrefix: '8116' },
      { name: 'IT hardware', unspscPrefix: '4321' },
      { name: 'Office furniture', unspscPrefix: '5611' },
    ],
    items: items(),
    uoms: ['EA', 'MON', 'ANN', 'HUR', 'C62', 'LO', 'DAY', 'H87'],
    apiClients: [
      {
        name: 'Integration',
        identifier: 'northwind-integration',
        secret: seed.apiSecret ?? 'open-sesame-northwind',
        scopes: ['core.all'],
        login: 'ada',
      },
    ],
  }
}

function people(systemTitle: string): Company['people'] {
  const shared = { active: true, administrator: false, address: 'HQ' }
  return [
    {
      ...shared,
      login: 'emma',
      firstName: 'Emma',
      lastName: 'Reyes',
      email: 'emma.reyes@northwind.example',
      title: 'Software Engineer',
      department: 'Engineering',
      manager: 'mark',
      account: 'Engineering Software',
    },
    {
      ...shared,
      login: 'mark',
      firstName: 'Mark',
      lastName: 'Osei',
      email: 'mark.osei@northwind.example',
      title: 'Engineering Manager',
      department: 'Engineering',
      manager: 'fiona',
      approvalLimit: '5000',
      account: 'Engineering Software',
    },
    {
      ...shared,
      login: 'fiona',
      firstName: 'Fiona',
      lastName: 'Lund',
      email: 'fiona.lund@northwind.example',
      title: 'Finance Director',
      department: 'Finance',
      approvalLimit: '100000',
      selfApprovalLimit: '10000',
      account: 'Finance Systems',
    },
    {
      ...shared,
      login: 'ada',
      firstName: 'Ada',
      lastName: 'Admin',
      email: 'ada.admin@northwind.example',
      title: `${systemTitle} Administrator`,
      department: 'IT',
      manager: 'mark',
      administrator: true,
      account: 'IT',
    },
  ]
}

function account(name: string, department: string): Company['accounts'][number] {
  return {
    name,
    segments: [
      { type: 'Organization', id: 'NWI', description: 'Northwind Instruments' },
      { type: 'Department', id: department, description: name },
      { type: 'Account', id: '6400', description: 'Software and equipment' },
    ],
  }
}

function suppliers(seed: SeedSupplier): Supplier[] {
  const marketplace = seed.credential ?? brightstackCredential
  return [
    {
      id: 1,
      name: 'Brightstack Inc',
      active: true,
      poMethod: 'cxml',
      cxml: {
        url: seed.cxmlUrl,
        ...(seed.buyerCredential ?? northwindCredential),
        supplierDomain: marketplace.domain,
        supplierIdentity: marketplace.identity,
        secret: seed.sharedSecret,
      },
      inbound: { ...marketplace, secret: seed.inboundSecret ?? seed.sharedSecret },
    },
    { id: 2, name: 'Harbour Office Supply', active: true, poMethod: 'mark_as_sent' },
  ]
}

function brightstackSite(seed: SeedSupplier): PunchoutSite {
  const buyer = seed.buyerCredential ?? northwindCredential
  return {
    id: 1,
    name: 'Brightstack Marketplace',
    description: 'Software subscriptions, servers and data, ready when approved',
    url: seed.oci?.url ?? seed.cxmlUrl,
    ...(seed.credential ?? brightstackCredential),
    secret: seed.sharedSecret,
    senderDomain: buyer.domain,
    senderIdentity: buyer.identity,
    supplier: 1,
    active: true,
    supportsEdit: seed.operations?.includes('edit') === true,
    supportsInspect: seed.operations?.includes('inspect') === true,
    sendsShipTo: true,
    tags: ['software', 'saas', 'cloud', 'subscription'],
    openBuy: {
      enabled: seed.openBuy !== false,
      url: seed.openBuyUrl,
      credentials: seed.openBuyCredentials,
      timeoutMs: 5_000,
    },
    ...ociOf(seed),
  }
}

/** S/4HANA and every Unicode system before it read UTF-8. */
function ociOf({ oci }: SeedSupplier): Pick<PunchoutSite, 'oci'> {
  if (oci === undefined) return {}
  const { username, password } = oci
  return { oci: { username, password, method: 'POST', charset: 'utf-8', searches: true } }
}

/**
 * The seeded marketplace, reached at another address: ports change between starts, and the configuration stays.
 * Leaves a company alone that has no supplier 1 or no site 1 any more.
 */
export function moveSeedSupplier(company: Company, seed: SeedSupplier): void {
  const supplier = company.suppliers.find(candidate => candidate.id === 1)
  const site = company.punchoutSites.find(candidate => candidate.id === 1)
  if (supplier?.cxml !== undefined) {
    supplier.cxml.url = seed.cxmlUrl
    supplier.cxml.secret = seed.sharedSecret
  }
  if (supplier?.inbound !== undefined) {
    supplier.inbound.secret = seed.inboundSecret ?? seed.sharedSecret
  }
  if (site !== undefined) {
    site.url = seed.oci?.url ?? seed.cxmlUrl
    Object.assign(site, ociOf(seed))
    site.secret = seed.sharedSecret
    site.openBuy.url = seed.openBuyUrl
    site.openBuy.credentials = seed.openBuyCredentials
  }
}

function items(): Item[] {
  const rows: readonly [name: string, description: string, part: string, price: string, unspsc: string][] = [
    [
      'Laptop 14" 32 GB',
      'Developer laptop with three years of on-site support',
      'HOS-LT14',
      '1899.00',
      '43211503',
    ],
    ['Monitor 27" 4K', 'USB-C monitor with height-adjustable stand', 'HOS-MN27', '429.50', '43211902'],
    ['Docking station USB-C', 'Two displays, Ethernet, 96 W', 'HOS-DK96', '189.90', '43211602'],
    ['Keyboard, mechanical', 'Quiet switches, US layout', 'HOS-KB01', '99.00', '43211706'],
    ['Headset, noise cancelling', 'For calls in the open office', 'HOS-HS02', '149.00', '43191609'],
    ['Desk, sitting and standing', '160 × 80 cm, electric', 'HOS-DS16', '640.00', '56112102'],
    ['Office chair', 'Adjustable lumbar support', 'HOS-CH07', '329.00', '56112104'],
    [
      'Backup drive 4 TB',
      'Encrypted portable SSD for server and workstation backups',
      'HOS-BD04',
      '279.99',
      '43201827',
    ],
  ]
  return rows.map(([name, description, partNumber, unitPrice, unspsc], index) => ({
    id: index + 1,
    name,
    description,
    partNumber,
    unitPrice,
    uom: 'EA',
    unspsc,
    supplier: 2,
  }))
}

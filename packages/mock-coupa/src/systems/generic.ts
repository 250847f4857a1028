import type { ProcurementSystem } from './system.js'

const minute = 60_000

/** A system that does what the cXML User's Guide says and nothing else. */
export const generic: ProcurementSystem = {
  name: 'generic',
  title: 'Procurement',
  maker: 'any maker of procurement software',
  userAgent: 'Procurement System 1.0',
  catalogs: 'cxml',
  parties: {
    buyer: { domain: 'DUNS', identity: '128293714' },
    supplier: { domain: 'DUNS', identity: '144709199' },
  },
  dates: 'offset',
  setup: {
    dtdVersion: '1.2.014',
    deploymentMode: 'production',
    extrinsics: [
      { name: 'UserEmail', person: 'email' },
      { name: 'UniqueName', person: 'login' },
      { name: 'CostCenter', person: 'account' },
    ],
    contact: { name: 'fullName', xmlLang: 'en', emailName: 'default' },
    shipTo: 'always',
    buyerCookie: { bytes: 16, form: 'hex' },
    supplierSetup: true,
    selectedItem: 'chosen',
    browserFormPost: '/punchout/checkout',
  },
  operations: ['create', 'edit', 'inspect', 'source'],
  shopping: {
    opensIn: 'window',
    latestVisitOnly: false,
    cartRefused: 'Punchout failed to return a cart',
    staleCart: 'Punchout failed to return a cart',
    shops: 'Shop Online',
    copiedLines: 'refused',
  },
  cart: {
    fields: ['cxml-urlencoded', 'cxml-base64'],
    exactCase: false,
    empty: 'adds nothing',
    lengths: [],
    unknownUnit: 'keep',
    needsUnspsc: false,
    bareUnspsc: false,
  },
  order: {
    dtdVersion: '1.2.014',
    deploymentMode: 'production',
    types: ['new', 'update', 'delete'],
    orderVersion: true,
    requisitionID: true,
    address: { addressID: true },
    moneyDecimals: 2,
    accounting: 'AccountingSegment',
    extrinsics: [],
    lineType: false,
    customFields: false,
    attachments: 'none',
  },
  sending: {
    setupPatience: minute / 2,
    orderPatience: minute,
    afterServerError: { retries: 3, wait: 10 * minute },
    afterNoAnswer: { retries: 3, wait: 10 * minute },
  },
  tellsInvoiceStatus: false,
  takes: {
    ConfirmationRequest: {
      path: '/cxml/order_confirmation_request',
      mirrorsStatus: false,
      validates: false,
      dtdVersion: '1.2.014',
    },
    ShipNoticeRequest: {
      path: '/cxml/ship_notice_request',
      mirrorsStatus: false,
      validates: true,
      dtdVersion: '1.2.020',
    },
    InvoiceDetailRequest: {
      path: '/cxml/invoices',
      mirrorsStatus: false,
      validates: true,
      dtdVersion: '1.2.020',
    },
  },
  sources: ["cXML User's Guide", 'cXML 1.2.014: cXML.dtd'],
  unverified: [
    'userAgent, parties, sending: no system in particular',
    'setup.extrinsics: the names that the samples of the standard use',
  ],
}

import { generic } from './generic.js'
import type { PartnerProfile } from './profile.js'

/** Workday, of which nothing citable was found. */
export const workday: PartnerProfile = {
  ...generic,
  name: 'workday',
  title: 'Workday',
  signs: {
    userAgents: ['Workday'],
    domains: [],
    returnUrls: ['workday.com', 'myworkday.com'],
    extrinsics: [],
    versions: [],
  },
  cart: { ...generic.cart, operations: 'create' },
  orderTypes: ['new'],
  sources: ['nothing but marketing'],
  unverified: ['everything: it speaks cXML, and no document of the maker and no sample was found'],
}

export const ivalua: PartnerProfile = {
  ...generic,
  name: 'ivalua',
  title: 'Ivalua',
  signs: {
    userAgents: ['Ivalua'],
    domains: [],
    returnUrls: ['ivalua.app', 'ivalua.com', '/page.aspx/'],
    extrinsics: [],
    versions: ['1.1.008'],
  },
  cart: { ...generic.cart, operations: 'create' },
  habits: ['It sends an empty SelectedItem where nothing was chosen.'],
  sources: [
    'one request in a public test of a supplier: DTD 1.1.008, an empty SelectedItem, BuyerCookie in base64',
  ],
  unverified: ['everything but what the one sample shows'],
}

/** SAP SRM, MM and S/4HANA: shoppers by OCI, orders by whatever stands between. */
export const srm: PartnerProfile = {
  ...generic,
  name: 'srm',
  title: 'SAP SRM',
  signs: {
    userAgents: ['SAP SRM', 'SAP Business Suite'],
    domains: [],
    returnUrls: ['/sap/bc/'],
    extrinsics: [],
    versions: [],
  },
  cart: { ...generic.cart, operations: 'create' },
  habits: ["It enters by OCI, not by cXML: see the SDK's README."],
  sources: ["public notes on SAP's papers about the Open Catalog Interface"],
  unverified: ['signs, orderTypes, takes: orders in cXML come by middleware, which each company chooses'],
}

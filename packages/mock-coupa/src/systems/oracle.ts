import { generic } from './generic.js'
import type { ProcurementSystem } from './system.js'

/** Oracle Fusion Cloud Procurement. What is not said here is as in {@link generic}. */
export const oracle: ProcurementSystem = {
  ...generic,
  name: 'oracle',
  title: 'Oracle Procurement',
  maker: 'Oracle',
  userAgent: 'Oracle Fusion Self Service Procurement',
  dates: 'zone-less',
  setup: {
    ...generic.setup,
    dtdVersion: '1.1.010',
    deploymentMode: 'production',
    extrinsics: [
      { name: 'User', person: 'login' },
      { name: 'UserEmail', person: 'email' },
    ],
    shipTo: 'never',
    buyerCookie: { bytes: 28, form: 'digits' },
    browserFormPost: '/fscmUI/punchoutReturn',
  },
  operations: ['create', 'edit', 'inspect'],
  cart: {
    ...generic.cart,
    lengths: [{ field: 'description', most: 240, unit: 'characters', beyond: 'cut' }],
    unknownUnit: 'keep',
  },
  order: {
    ...generic.order,
    dtdVersion: '1.2.007',
    // The orderVersion that Oracle documents is in no older DTD that is at hand.
    writtenBy: '1.2.014',
    types: ['new', 'update', 'delete'],
    orderVersion: true,
    requisitionID: false,
    accounting: 'none',
    extrinsics: [
      { name: 'ATTRIBUTE1', value: 'requester' },
      { name: 'ATTRIBUTE2', value: 'requisition' },
    ],
  },
  sources: [
    'docs.oracle.com: Attributes Supported in Oracle cXML Punchout (DTD 1.1.010, time stamps without a zone, BuyerCookie of digits)',
    'docs.oracle.com: cXML 1.2.007 Order Requests (type by event, orderVersion is the revision + 1, Extrinsic ATTRIBUTE1…16)',
    'Notes on iProcurement and Fusion: unknown units pass in Fusion, texts are cut without a word',
  ],
  unverified: [
    'userAgent: no sample of a request found',
    'setup: no sample of a request found; the version is that of the documented cart',
    'cart.lengths: that texts are cut is sourced, the length of 240 is that of the column in iProcurement',
    'order: Oracle writes "Regular", which no DTD has; the mock writes regular',
    'order.extrinsics: what the attributes hold is the choice of each company',
    'sending, takes: nothing found',
  ],
}

/** Oracle iProcurement of the E-Business Suite. What is not said here is as in Fusion. */
export const iprocurement: ProcurementSystem = {
  ...oracle,
  name: 'iprocurement',
  title: 'Oracle iProcurement',
  userAgent: 'Oracle iProcurement',
  setup: { ...oracle.setup, browserFormPost: '/OA_HTML/punchoutReturn' },
  cart: { ...oracle.cart, empty: 'refused', unknownUnit: 'refuse' },
  sources: [
    'Notes on iProcurement: an unknown unit fails the cart, texts are cut without a word, an empty cart crashed it',
    'docs.oracle.com: POR_PUNCHOUT_CATALOGS (catalogues by supplier, with the operations that each allows)',
  ],
  unverified: [
    'userAgent, setup: no sample of a request found; as in Fusion, but for the address',
    'cart.empty: it crashed on one; what its user reads then is not said',
    'cart.lengths: that texts are cut is sourced, the length of 240 is that of its column for descriptions',
    'order: written as by Fusion; the versions of the E-Business Suite were not found',
    'sending, takes: nothing found',
  ],
}

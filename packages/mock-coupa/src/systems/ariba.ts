import { generic } from './generic.js'
import type { ProcurementSystem } from './system.js'

const minute = 60_000

/**
 * SAP Ariba Buying, the buyer's own side: it knows suppliers by their network ids and sends everything to SAP Business
 * Network, which checks the buyer's secret and puts the supplier's in its place.
 */
export const ariba: ProcurementSystem = {
  ...generic,
  name: 'ariba',
  title: 'SAP Ariba',
  maker: 'SAP',
  userAgent: 'Ariba Buyer 8.2',
  parties: {
    buyer: { domain: 'NetworkID', identity: 'AN01000000001-T' },
    supplier: { domain: 'NetworkID', identity: 'AN01000000002-T' },
  },
  setup: {
    ...generic.setup,
    deploymentMode: 'by identity',
    extrinsics: [
      { name: 'User', person: 'login' },
      { name: 'CostCenter', person: 'account' },
      { name: 'UniqueName', person: 'login' },
      { name: 'UserEmail', person: 'email' },
      { name: 'Department', person: 'department' },
    ],
    buyerCookie: { bytes: 8, form: 'hex' },
    // The network knows the address from the supplier's account.
    supplierSetup: false,
    browserFormPost: '/punchout/checkout',
  },
  shopping: {
    opensIn: 'frame',
    latestVisitOnly: true,
    cartRefused: 'PunchOut Catalog Shopping Unsuccessful',
    staleCart: 'Token Expired',
    shops: 'the Catalog',
    copiedLines: 'dropped',
  },
  cart: {
    ...generic.cart,
    lengths: [{ field: 'description', most: 255, unit: 'bytes', beyond: 'cut' }],
    refusedInPartIDs: '?{}',
  },
  order: { ...generic.order, deploymentMode: 'by identity', attachments: 'mime' },
  sending: {
    setupPatience: minute,
    orderPatience: minute,
    afterServerError: { retries: 10, wait: 30 * minute },
    afterNoAnswer: { retries: 10, wait: 30 * minute },
  },
  tellsInvoiceStatus: true,
  takes: {
    ...generic.takes,
    StatusUpdateRequest: {
      path: '/cxml/status_update_request',
      mirrorsStatus: false,
      validates: false,
      dtdVersion: '1.2.014',
    },
  },
  sources: [
    'SAP support: "Token Expired" where a cart comes back under the BuyerCookie of an earlier session; "PunchOut Catalog Shopping Unsuccessful"',
    'PunchOut guide of the network (2000), SAP samples: NetworkID, User and CostCenter, the supplier’s secret put in by the network',
    'SAP test documents: identities that end in -T, deploymentMode test',
    'Help of Ariba Buyer: punchout lines cannot be copied, and copying a requisition drops them',
    'SAP support: ids counted in bytes, ? { } refused in part numbers, descriptions shown to 255',
  ],
  unverified: [
    'shopping.latestVisitOnly: per shopper and shop; SAP names the typical case, a cart begun in an earlier session and ended in a later one',
    'shopping.opensIn: a frame with a banner that leads back is from guides for suppliers',
    'userAgent: Ariba Buyer 8.x is seen, the last digit is not',
    'setup.extrinsics: User and CostCenter are the classic pair; the others are seen, each company chooses',
    'setup.dtdVersion, order.dtdVersion: 1.1.008 to 1.2.06x are seen',
    'takes.StatusUpdateRequest: that what is answered with 201 ends with one is the standard’s rule; where a buyer takes it is its own choice',
    'cart.lengths: that what is beyond is cut',
    'tellsInvoiceStatus: that InvoiceStatus is how a buyer tells is the standard’s; which of its steps Ariba tells is not said',
    'sending: the waits of the network and of the buyer are in no source',
  ],
}

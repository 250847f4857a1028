import { generic } from './generic.js'
import type { PartnerProfile } from './profile.js'

/** SAP Ariba, routed by SAP Business Network. */
export const ariba: PartnerProfile = {
  ...generic,
  name: 'ariba',
  title: 'SAP Ariba',
  signs: {
    userAgents: ['Ariba', 'SAP Ariba', 'SAP Business Network', 'ORMS'],
    identities: /^AN\d{11,12}(?:-T)?$/i,
    domains: ['AribaNetworkUserId'],
    returnUrls: ['ariba.com'],
    extrinsics: ['User', 'CostCenter'],
    versions: ['1.1.008', '1.1.010', '1.2.011', '1.2.014', '1.2.021'],
  },
  authenticatedBy: 'network',
  cart: {
    ...generic.cart,
    encoding: 'cxml-base64',
    lengths: [{ field: 'description', most: 2000, unit: 'bytes', beyond: 'cut' }],
    refusedInPartIDs: '?{}',
  },
  takes: {
    ConfirmationRequest: 'yes',
    ShipNoticeRequest: 'yes',
    InvoiceDetailRequest: 'yes',
    StatusUpdateRequest: 'yes',
  },
  habits: [
    'It answers "Token Expired" to a cart whose BuyerCookie is not that of the latest visit.',
    'It shows the shop in a frame with a banner of its own, and lets nobody copy lines of a punchout.',
    'Identities of test realms end in -T, and their documents say deploymentMode="test"; a test account is a buyer of its own.',
    'From has several Credentials where a company runs several ERP systems (SystemID); any that is registered names the buyer.',
    'An address may come with the setup request already (ShipTo).',
    'Every document goes through the network, whose transaction rules decide what it takes from whom.',
    "The network answers a document with 201, and says by a StatusUpdateRequest of its own, at the address in the supplier's account, whether it was brought.",
  ],
  sources: [
    'support.ariba.com KB0392829: "Token Expired" and its causes',
    'exchange.ariba.com 3872, Ariba’s catalogue team: base64 rather than urlencoded',
    'PunchOut guide of the network (2000): the network puts the supplier’s own secret in the Sender; the buyer is known by From',
    'SAP test documents: identities that end in -T, deploymentMode="test"',
    'a captured ProfileResponse of the network: one address takes confirmations, ship notices, invoices, status updates',
    'support for suppliers: ids counted in bytes, ? { } refused in part numbers, of a description 255 characters shown',
  ],
  unverified: [
    'cart.lengths: 255 characters are shown; what the network keeps is not said, 2,000 bytes are what suppliers report',
    'which transaction rules a buyer has set: confirmations before invoices, changes of prices and quantities',
    'orderTypes: update and delete by secondary sources',
  ],
}

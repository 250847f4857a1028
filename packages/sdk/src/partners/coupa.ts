import { generic } from './generic.js'
import type { PartnerProfile } from './profile.js'

export const coupa: PartnerProfile = {
  ...generic,
  name: 'coupa',
  title: 'Coupa',
  signs: {
    userAgents: ['Coupa Procurement', 'Coupa'],
    domains: [],
    returnUrls: ['coupahost.com', '/punchout/checkout'],
    extrinsics: ['FirstName', 'LastName', 'UniqueName', 'UserEmail', 'User', 'BusinessUnit'],
    versions: ['1.2.014'],
  },
  versions: { PunchOutOrderMessage: '1.2.023', ShipNoticeRequest: '1.2.020' },
  cart: { ...generic.cart, operations: 'edit' },
  takes: {
    ConfirmationRequest: 'unknown',
    ShipNoticeRequest: 'yes',
    InvoiceDetailRequest: 'yes',
    StatusUpdateRequest: 'unknown',
  },
  orderTypes: ['new', 'update'],
  habits: [
    'It sends the literal secret none where nobody entered one.',
    'It drops a whole cart for one unknown unit, and tells its own administrators only.',
    'It sends an order again five times, an hour apart, after a 5xx, and every five minutes without an answer; never after a 4xx.',
    'Older installations write time stamps as Mon May 19 18:29:48 +0000 2008, and a Contact before BrowserFormPost.',
    'Addresses carry an addressID and a PostalAddress name="default"; money is as short as 8.1.',
    'Nobody documents that it sends a cancellation by cXML.',
  ],
  sources: [
    'compass.coupa.com: Configure Punchouts, Sample Punchout Setup Request, cXML Purchase Orders, Post cXML ASN to Coupa, cXML Invoices',
    'success.coupa.com: part number, unit, quantity, description and UNSPSC are needed in every line',
  ],
  unverified: [
    'takes.ConfirmationRequest: taken in Supply Chain Collaboration, by an address that is not public',
    'cart.operations: its sites have flags for edit and inspect, off unless somebody sets them',
  ],
}

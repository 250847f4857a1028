import { generic } from './generic.js'
import type { PartnerProfile } from './profile.js'

export const coupa: PartnerProfile = {
  ...generic,
  name: 'coupa',
  title: 'Coupa',
  signs: {
    userAgents: ['Coupa Procurement', 'Coupa'],
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
  sources: [
    'compass.coupa.com: Configure Punchouts, Sample Punchout Setup Request, cXML Purchase Orders, Post cXML ASN to Coupa, cXML Invoices',
    'success.coupa.com: part number, unit, quantity, description and UNSPSC are needed in every line',
  ],
  unverified: [
    'takes.ConfirmationRequest: taken in Supply Chain Collaboration, by an address that is not public',
    'cart.operations: its sites have flags for edit and inspect, off unless somebody sets them',
  ],
}

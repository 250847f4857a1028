import type { PartnerProfile } from './profile.js'

/** A buyer of which nothing is known but that it speaks cXML. */
export const generic: PartnerProfile = {
  name: 'generic',
  title: 'any other system',
  signs: { userAgents: [], domains: [], returnUrls: [], extrinsics: [], versions: [] },
  authenticatedBy: 'buyer',
  versions: {},
  cart: {
    encoding: 'cxml-base64',
    lengths: [],
    classification: 'UNSPSC',
    units: {},
    operations: 'edit',
    empty: 'deletes the lines',
  },
  takes: {
    ConfirmationRequest: 'unknown',
    ShipNoticeRequest: 'unknown',
    InvoiceDetailRequest: 'unknown',
    StatusUpdateRequest: 'unknown',
  },
  orderTypes: ['new', 'update', 'delete'],
  habits: [],
  sources: ["cXML User's Guide"],
  unverified: ['everything that the standard leaves open'],
}

import type { PartnerProfile } from './profile.js'

/** A buyer of which nothing is known but that it speaks cXML. */
export const generic: PartnerProfile = {
  name: 'generic',
  title: 'any other system',
  signs: { userAgents: [], returnUrls: [], extrinsics: [], versions: [] },
  authenticatedBy: 'buyer',
  versions: {},
  cart: {
    encoding: 'cxml-base64',
    lengths: [],
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
  sources: ["cXML User's Guide"],
  unverified: ['everything that the standard leaves open'],
}

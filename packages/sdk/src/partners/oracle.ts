import { generic } from './generic.js'
import type { PartnerProfile } from './profile.js'

/** Oracle Fusion Cloud Procurement. */
export const oracle: PartnerProfile = {
  ...generic,
  name: 'oracle',
  title: 'Oracle Fusion',
  signs: {
    userAgents: ['Oracle Fusion', 'Oracle'],
    domains: [],
    returnUrls: ['oraclecloud.com', '/fscmUI/'],
    extrinsics: [],
    versions: ['1.1.010', '1.2.007'],
  },
  versions: { PunchOutOrderMessage: '1.1.010', PunchOutSetupResponse: '1.1.010' },
  cart: {
    ...generic.cart,
    lengths: [{ field: 'description', most: 240, unit: 'characters', beyond: 'cut' }],
  },
  habits: [
    'It writes time stamps without a zone; they are kept as local times, and no instant is made up.',
    'Its orders count their changes: orderVersion is the revision and one. Extrinsics ATTRIBUTE1 to ATTRIBUTE16 hold what a company wants.',
    'A unit without a mapping passes.',
  ],
  sources: [
    'docs.oracle.com: Attributes Supported in Oracle cXML Punchout (cart of DTD 1.1.010, time stamps without a zone)',
    'docs.oracle.com: cXML 1.2.007 Order Requests (new, update, delete; orderVersion is the revision and one)',
    'notes of suppliers: units without a mapping pass in Fusion',
  ],
  unverified: [
    'signs.userAgents: no sample of a request found',
    'cart.lengths: the length of the column in iProcurement',
    'versions: 1.1.010 is that of its sample cart; newer ones are not said to fail, nor in which version it wants the answer to a setup request',
    'takes: nothing found',
  ],
}

/** Oracle iProcurement of the E-Business Suite: what is not said here is as in Fusion. */
export const iprocurement: PartnerProfile = {
  ...oracle,
  name: 'iprocurement',
  title: 'Oracle iProcurement',
  signs: {
    userAgents: ['Oracle iProcurement', 'Oracle Internet Procurement'],
    domains: [],
    returnUrls: ['/OA_HTML/', '/oa_servlets/'],
    extrinsics: [],
    versions: ['1.1.007', '1.1.010'],
  },
  cart: { ...oracle.cart, empty: 'fails' },
  habits: [
    'It writes time stamps without a zone; they are kept as local times, and no instant is made up.',
    'A unit without a mapping makes the cart fail; texts that are too long are cut without a word.',
    'An empty cart made it fail, so that one is refused to the shop.',
  ],
  sources: [
    'notes of suppliers: units without a mapping fail, texts are cut in silence, an empty cart crashed it',
    'docs.oracle.com: POR_PUNCHOUT_CATALOGS (encoding and allowed operation by site)',
  ],
}

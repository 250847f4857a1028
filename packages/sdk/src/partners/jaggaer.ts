import { generic } from './generic.js'
import type { PartnerProfile } from './profile.js'

/** JAGGAER, formerly SciQuest. */
export const jaggaer: PartnerProfile = {
  ...generic,
  name: 'jaggaer',
  title: 'JAGGAER',
  signs: {
    userAgents: ['JAGGAER', 'SciQuest'],
    domains: [],
    returnUrls: ['sciquest.com', 'jaggaer.com', '/apps/Router/'],
    extrinsics: [],
    versions: ['1.2.011'],
  },
  versions: { PunchOutOrderMessage: '1.2.011', PunchOutSetupResponse: '1.2.011' },
  cart: {
    ...generic.cart,
    lengths: [
      { field: 'supplierPartID', most: 100, unit: 'characters', beyond: 'refuse' },
      { field: 'extrinsics', most: 100, unit: 'characters', beyond: 'refuse' },
    ],
    priceDecimals: 4,
  },
  orderTypes: ['new'],
  habits: [
    'It makes an unknown unit EA without a word, and adds the total of a cart up again.',
    'It takes UNSPSC codes of eight bare digits.',
    'Carts that somebody copied bring back old auxiliary ids; an order that uses up a line twice is held.',
  ],
  sources: [
    'notes of suppliers: UserAgent JAGGAER or SciQuest, DTD 1.2.011, part and auxiliary ids up to 100, prices up to 4 decimals',
    'the same: a unit without a mapping becomes EA in silence, the Total is added up again, UNSPSC is eight bare digits',
    'the same: comments and extrinsics up to 100 characters in all; copied carts bring back old auxiliary ids',
  ],
  unverified: [
    'cart.operations, takes, orderTypes: nothing found',
    'versions: 1.2.011 is that of its requests; that it wants carts in it, too, is not said',
  ],
}

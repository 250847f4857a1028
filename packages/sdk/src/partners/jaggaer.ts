import { generic } from './generic.js'
import type { PartnerProfile } from './profile.js'

/** JAGGAER, formerly SciQuest. */
export const jaggaer: PartnerProfile = {
  ...generic,
  name: 'jaggaer',
  title: 'JAGGAER',
  signs: {
    userAgents: ['JAGGAER', 'SciQuest'],
    returnUrls: ['sciquest.com', 'jaggaer.com', '/apps/Router/'],
    extrinsics: [],
    versions: ['1.2.011'],
  },
  cart: {
    ...generic.cart,
    lengths: [
      { field: 'supplierPartID', most: 100, unit: 'characters', beyond: 'refuse' },
      { field: 'extrinsics', most: 100, unit: 'characters', beyond: 'refuse' },
    ],
    priceDecimals: 4,
  },
  orderTypes: ['new'],
  sources: [
    'notes of suppliers: UserAgent JAGGAER or SciQuest, DTD 1.2.011, part and auxiliary ids up to 100, prices up to 4 decimals',
    'the same: a unit without a mapping becomes EA in silence, the Total is added up again, UNSPSC is eight bare digits',
    'the same: comments and extrinsics up to 100 characters in all; copied carts bring back old auxiliary ids',
  ],
  unverified: [
    'cart.operations, takes, orderTypes: nothing found',
    'versions: 1.2.011 is that of its requests; which carts it wants is not said',
  ],
}

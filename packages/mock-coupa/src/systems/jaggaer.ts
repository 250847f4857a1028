import { generic } from './generic.js'
import type { ProcurementSystem } from './system.js'

/** JAGGAER, formerly SciQuest. What is not said here is as in {@link generic}. */
export const jaggaer: ProcurementSystem = {
  ...generic,
  name: 'jaggaer',
  title: 'JAGGAER',
  maker: 'JAGGAER',
  userAgent: 'JAGGAER',
  setup: {
    ...generic.setup,
    dtdVersion: '1.2.011',
    extrinsics: [
      { name: 'UserEmail', person: 'email' },
      { name: 'UniqueName', person: 'login' },
      { name: 'FirstName', person: 'firstName' },
      { name: 'LastName', person: 'lastName' },
      { name: 'Department', person: 'department' },
    ],
    shipTo: 'by site',
    browserFormPost: '/apps/Router/PunchoutReturn',
  },
  operations: ['create', 'edit', 'inspect'],
  shopping: { ...generic.shopping, copiedLines: 'kept' },
  cart: {
    ...generic.cart,
    lengths: [
      { field: 'supplierPartID', most: 100, unit: 'characters', beyond: 'refuse' },
      { field: 'supplierPartAuxiliaryID', most: 100, unit: 'characters', beyond: 'refuse' },
      { field: 'comments and extrinsics', most: 100, unit: 'characters', beyond: 'refuse' },
    ],
    priceDecimals: 4,
    unknownUnit: 'each',
    needsUnspsc: true,
    bareUnspsc: true,
  },
  order: {
    ...generic.order,
    dtdVersion: '1.2.011',
    types: ['new'],
    orderVersion: false,
    moneyDecimals: 2,
    accounting: 'Segment',
  },
  sources: [
    'Suppliers who connect to JAGGAER: UserAgent JAGGAER or SciQuest, DTD 1.2.011, units without a mapping become EA',
    'Notes for suppliers of SciQuest: part and auxiliary numbers up to 100, prices up to 4 decimals, UNSPSC as 8 digits',
    'The same: comments and extrinsics of a line up to 100 characters in all; copied carts bring back old auxiliary ids',
    'The same: the Total of a cart is added up again from its lines, as this mock does for every system',
  ],
  unverified: [
    'cart.lengths, cart.priceDecimals, cart.bareUnspsc: the limits are sourced, that beyond them the cart is refused is not',
    'setup.extrinsics, setup.buyerCookie, setup.browserFormPost: no sample found',
    'order: no sample found; that changes are told by hand follows from that',
    'sending, takes, operations: nothing found',
  ],
}

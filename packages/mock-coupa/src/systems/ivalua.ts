import { generic } from './generic.js'
import type { ProcurementSystem } from './system.js'

/** Ivalua Buyer. What is not said here is as in {@link generic}. */
export const ivalua: ProcurementSystem = {
  ...generic,
  name: 'ivalua',
  title: 'Ivalua',
  maker: 'Ivalua',
  userAgent: 'Ivalua Buyer',
  parties: {
    buyer: { domain: 'NetworkID', identity: 'Northwind' },
    supplier: { domain: 'NetworkID', identity: 'brightstack' },
  },
  setup: {
    ...generic.setup,
    dtdVersion: '1.1.008',
    deploymentMode: 'absent',
    extrinsics: [{ name: 'UserEmail', person: 'email' }],
    contact: { name: 'fullName', xmlLang: 'en', emailName: 'work' },
    shipTo: 'never',
    buyerCookie: { bytes: 48, form: 'base64' },
    selectedItem: 'always',
    browserFormPost: '/page.aspx/en/pun/basket_cxml',
  },
  operations: ['create'],
  order: { ...generic.order, types: ['new'], orderVersion: false, accounting: 'none' },
  sources: [
    'One public test of a supplier holds a request of Ivalua: DTD 1.1.008, NetworkID, an empty SelectedItem, BuyerCookie in base64',
  ],
  unverified: [
    'setup: one sample of one company; there the Extrinsic stands last, which no DTD allows and the mock does not do',
    'cart, order, sending, takes, operations: nothing found',
  ],
}

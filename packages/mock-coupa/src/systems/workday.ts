import { generic } from './generic.js'
import type { ProcurementSystem } from './system.js'

/** Workday Procurement, of which nothing citable was found. What is not said here is as in {@link generic}. */
export const workday: ProcurementSystem = {
  ...generic,
  name: 'workday',
  title: 'Workday',
  maker: 'Workday',
  userAgent: 'Workday',
  dates: 'utc',
  setup: {
    ...generic.setup,
    extrinsics: [
      { name: 'UserEmail', person: 'email' },
      { name: 'UniqueName', person: 'email' },
    ],
    shipTo: 'never',
    buyerCookie: { bytes: 16, form: 'hex' },
    browserFormPost: '/procurement/punchout/return',
  },
  // Nothing says that a cart can be opened again.
  operations: ['create'],
  order: {
    ...generic.order,
    types: ['new'],
    orderVersion: false,
    requisitionID: false,
    accounting: 'none',
  },
  sources: [],
  unverified: ['everything: it speaks cXML, and no document of the maker and no sample was found'],
}

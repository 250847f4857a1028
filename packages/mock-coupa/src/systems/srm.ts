import { generic } from './generic.js'
import type { ProcurementSystem } from './system.js'

/**
 * SAP SRM (and MM, S/4HANA): catalogues by SAP's Open Catalog Interface, orders by cXML. What is not said here is as in
 * {@link generic}.
 */
export const srm: ProcurementSystem = {
  ...generic,
  name: 'srm',
  title: 'SAP SRM',
  maker: 'SAP',
  userAgent: 'SAP SRM',
  catalogs: 'oci',
  operations: ['create'],
  cart: { ...generic.cart, unknownUnit: 'refuse' },
  order: { ...generic.order, types: ['new', 'update'], accounting: 'none' },
  sources: [
    "Public notes on SAP's papers about OCI 3.0, 4.0 and 5.0: the call, the fields of a returned line, their lengths",
    'The same: lines that cannot be taken are dropped without a word to the shop',
  ],
  unverified: [
    'userAgent, parties, order, sending, takes: an SRM sends orders by what its company put in between',
  ],
}

import { allKept, embedsMany } from '../schema/embedded.js'
import { alike, belongsTo, boolean, integer, keptList, string } from '../schema/field.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { addressFields } from './contacts.js'
import { authors, identity } from './dated.js'

const required = {
  ...addressFields,
  street1: string({ required: true, maxLength: 255 }),
  city: string({ required: true, maxLength: 255 }),
  'postal-code': string({ required: true, maxLength: 255 }),
  country: belongsTo('country', { of: 'code', required: true }),
}

/** Where a supplier is paid. Documented: Remit-To Addresses API. */
export const remitToAddress: ObjectDefinition = defineObject({
  name: 'remit-to-address',
  plural: 'remit-to-addresses',
  title: 'Remit-To Addresses',
  scope: 'supplier',
  table: 'remit_to_addresses',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  fields: {
    ...identity,
    // In the list of its supplier it says which is meant.
    id: integer(),
    ...allKept({
      ...required,
      ...alike('remit-to-code external-src-ref external-src-name', string({ maxLength: 255 })),
    }),
    'supplier-id': integer({ sql: 't.supplier', direction: 'out' }),
    ...authors,
  },
})

/** Documented by the example calls of the Addresses API: `/api/users/85/addresses`. */
export const personalAddress: ObjectDefinition = defineObject({
  name: 'personal-address',
  element: 'address',
  plural: 'addresses',
  title: 'Personal Addresses',
  scope: 'user',
  table: 'personal_addresses',
  where: 't.removed_at IS NULL',
  fields: { ...identity, ...allKept(required), ...authors },
})

/** Documented: Supplier Sites API. Orders go where the supplier says: the settings of a site are kept, and no more. */
export const supplierSite: ObjectDefinition = defineObject({
  name: 'supplier-site',
  title: 'Supplier Sites',
  scope: 'supplier',
  table: 'supplier_sites',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  fields: {
    ...identity,
    ...allKept({
      code: string({ required: true, unique: true, maxLength: 20 }),
      name: string({ maxLength: 255 }),
      active: boolean({ beginning: true }),
      ...alike(
        'allow-change-requests allow-order-confirmation-item-substitutions buyer-hold on-hold',
        boolean(),
      ),
      ...alike(
        `cxml-domain cxml-http-username cxml-identity cxml-protocol cxml-ssl-version cxml-supplier-domain
          cxml-supplier-identity cxml-url default-locale po-email po-method po-change-method`,
        string({ maxLength: 255 }),
      ),
      'cxml-secret': string({ direction: 'in' }),
      'payment-term': belongsTo('payment-term', { of: 'code' }),
      'shipping-term': belongsTo('shipping-term', { of: 'code' }),
    }),
    contacts: embedsMany('supplier-contact', { list: 'merged' }),
    addresses: embedsMany('supplier-address', { list: 'merged' }),
    'content-groups': embedsMany('content-group'),
    'account-types': keptList(),
    'supplier-id': integer({ sql: 't.supplier', direction: 'out' }),
    ...authors,
  },
})

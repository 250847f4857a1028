import { defineEmbedded, embedsMany, embedsOne } from '../schema/embedded.js'
import { belongsTo, boolean, type FieldMaker, integer, string } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'

/** Documented by the example calls of the Suppliers API. */
export const phoneNumber: ObjectDefinition = defineEmbedded({
  name: 'phone-number',
  title: 'Phone Numbers',
  fields: {
    'country-code': string({ maxLength: 255 }),
    'area-code': string({ maxLength: 255 }),
    number: string({ maxLength: 255 }),
    extension: string({ maxLength: 255 }),
  },
})

/** What a contact or an address is for. */
export const purpose: ObjectDefinition = defineEmbedded({
  name: 'purpose',
  title: 'Purposes',
  fields: { id: integer(), name: string({ maxLength: 255 }) },
})

export const supplierContact: ObjectDefinition = defineEmbedded({
  name: 'supplier-contact',
  element: 'contact',
  title: 'Contacts',
  fields: {
    id: integer(),
    email: string({ maxLength: 255 }),
    'name-prefix': string({ maxLength: 255 }),
    'name-suffix': string({ maxLength: 255 }),
    'name-additional': string({ maxLength: 255 }),
    'name-given': string({ maxLength: 255 }),
    'name-family': string({ maxLength: 255 }),
    'name-fullname': string({ maxLength: 255 }),
    notes: string(),
    active: boolean(),
    purposes: embedsMany('purpose'),
    'phone-work': embedsOne('phone-number'),
    'phone-mobile': embedsOne('phone-number'),
    'phone-fax': embedsOne('phone-number'),
  },
})

export const addressFields: Readonly<Record<string, FieldMaker>> = {
  name: string({ maxLength: 255 }),
  'location-code': string({ maxLength: 255 }),
  street1: string({ maxLength: 255 }),
  street2: string({ maxLength: 255 }),
  street3: string({ maxLength: 255 }),
  street4: string({ maxLength: 255 }),
  city: string({ maxLength: 255 }),
  state: string({ maxLength: 255 }),
  'state-iso-code': string({ maxLength: 255 }),
  'postal-code': string({ maxLength: 255 }),
  attention: string({ maxLength: 255 }),
  active: boolean(),
  'vat-number': string({ maxLength: 255 }),
  'local-tax-number': string({ maxLength: 255 }),
  purposes: embedsMany('purpose'),
  country: belongsTo('country', { of: 'code' }),
  'vat-country': belongsTo('country', { of: 'code' }),
}

export const supplierAddress: ObjectDefinition = defineEmbedded({
  name: 'supplier-address',
  title: 'Supplier Addresses',
  fields: { id: integer(), ...addressFields },
})

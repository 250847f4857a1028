import type { Address, Company } from '../../company/company.js'
import { embedsMany } from '../schema/embedded.js'
import { belongsTo, boolean, empty, kept, keptList, keptReference, string } from '../schema/field.js'
import { type Given, keyGiven, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { companyWriter } from './company-writer.js'
import { authors, identity } from './dated.js'

export const country: ObjectDefinition = defineObject({
  name: 'country',
  plural: 'countries',
  title: 'Countries',
  scope: 'common',
  table: 'countries',
  embedded: ['id', 'code', 'name'],
  fields: { ...identity, code: string(), name: string() },
})

export const address: ObjectDefinition = defineObject({
  name: 'address',
  plural: 'addresses',
  path: 'addresses',
  title: 'Addresses',
  scope: 'common',
  table: 'addresses',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  namedBy: ['id', 'location-code', 'name'],
  fields: {
    ...identity,
    name: string({ maxLength: 255 }),
    'location-code': string({ unique: true, maxLength: 255 }),
    street1: string({ required: true, maxLength: 255 }),
    street2: string({ maxLength: 255 }),
    street3: string({ maxLength: 255 }),
    street4: string({ maxLength: 255 }),
    city: string({ required: true, maxLength: 255 }),
    state: string({ maxLength: 255 }),
    'postal-code': string({ required: true, maxLength: 255 }),
    attention: string({ maxLength: 255 }),
    active: boolean(),
    'business-group-name': kept('string', { maxLength: 255 }),
    'vat-number': kept('string', { maxLength: 255 }),
    'local-tax-number': kept('string', { maxLength: 255 }),
    'state-iso-code': kept('string', { maxLength: 255 }),
    'external-src-ref': kept('string', { maxLength: 255 }),
    'external-src-name': kept('string', { maxLength: 255 }),
    type: empty(),
    country: belongsTo('country', { of: 'code' }),
    'country-code': string({ direction: 'in', sql: 'NULL' }),
    'vat-country': keptReference('country', 'code'),
    'content-groups': embedsMany('content-group'),
    purposes: embedsMany('purpose'),
    'tax-registrations': keptList(),
    ...authors,
  },
  ...companyWriter({
    definition: () => address,
    own: ['active'],
    key: { column: 'location_code', of: place => place.code },
    listOf: company => company.addresses,
    write: placeOf,
  }),
})

const regionNames = new Intl.DisplayNames('en', { type: 'region' })

function placeOf(given: Given, known: Address | undefined, company: Company): Address {
  const text = (name: string) => textGiven(given, name) ?? undefined
  const isoCountryCode = text('country-code') ?? keyGiven(given, 'country') ?? known?.isoCountryCode ?? 'US'
  const streets = ['street1', 'street2', 'street3', 'street4'].map(
    (name, index) => textGiven(given, name) ?? (given.fields.has(name) ? '' : (known?.streets[index] ?? '')),
  )
  const attention = given.fields.has('attention') ? text('attention') : known?.attention
  return {
    code: known?.code ?? text('location-code') ?? nextCode(company),
    name: text('name') ?? known?.name ?? streets[0] ?? '',
    ...(attention === undefined ? {} : { attention }),
    streets: streets.filter(street => street !== ''),
    city: text('city') ?? known?.city ?? '',
    state: text('state') ?? known?.state ?? '',
    postalCode: text('postal-code') ?? known?.postalCode ?? '',
    isoCountryCode,
    country: regionNames.of(isoCountryCode) ?? isoCountryCode,
  }
}

/** An address without a code of its own is known by a number. */
function nextCode({ addresses }: Company): string {
  const taken = new Set(addresses.map(({ code }) => code))
  for (let number = addresses.length + 1; ; number++) {
    if (!taken.has(String(number))) return String(number)
  }
}

const departmentFields = {
  ...identity,
  name: string({ required: true, unique: true, maxLength: 255 }),
  active: boolean(),
  ...authors,
}

export const department: ObjectDefinition = defineObject({
  name: 'department',
  path: 'departments',
  title: 'Departments',
  scope: 'common',
  table: 'departments',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  embedded: Object.keys(departmentFields),
  fields: departmentFields,
  ...companyWriter<string>({
    definition: () => department,
    own: ['active'],
    key: { column: 'name', of: name => name },
    listOf: company => company.departments,
    write: (given, known) => known ?? textGiven(given, 'name') ?? '',
  }),
})

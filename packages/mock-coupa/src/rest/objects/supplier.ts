import type { Company, Supplier } from '../../company/company.js'
import { confirmationLevels } from '../../directory/kinds.js'
import { CoupaError } from '../../errors.js'
import { belongsTo, boolean, emptyList, integer, kept, string } from '../schema/field.js'
import { type Given, numberGiven, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { companyWriter } from './company-writer.js'
import { authors, identity } from './dated.js'

const poMethods = ['cxml', 'xml', 'email', 'prompt', 'mark_as_sent', 'buy_online'] as const

/** Secrets are taken and never shown. */
export const supplier: ObjectDefinition = defineObject({
  name: 'supplier',
  path: 'suppliers',
  title: 'Suppliers',
  scope: 'supplier',
  table: 'suppliers',
  where: 't.removed_at IS NULL',
  customFields: 'custom_fields',
  embedded: ['id', 'name', 'display-name', 'number'],
  fields: {
    ...identity,
    name: string({ required: true, unique: true, maxLength: 100 }),
    'display-name': string({
      sql: `coalesce(json_extract(t.more, '$."display-name"'), t.name)`,
      column: 'more.display-name',
    }),
    number: kept('string', { unique: true }),
    'account-number': kept('string'),
    status: string({ oneOf: ['active', 'inactive', 'draft'] }),
    active: boolean({ sql: `t.status = 'active'`, direction: 'out' }),
    'po-method': string({ oneOf: poMethods }),
    'po-change-method': kept('string', { oneOf: poMethods }),
    'po-email': kept('string', { maxLength: 255 }),
    'payment-method': kept('string', {
      oneOf: ['invoice', 'pcard', 'invoice_only', 'pcard_only', 'virtual_card'],
    }),
    'invoice-matching-level': kept('string', { oneOf: ['2-way', '3-way', '3-way-direct', 'none'] }),
    'on-hold': kept('boolean'),
    'buyer-hold': kept('boolean'),
    'order-confirmation-level': integer(),
    'confirm-by-hrs': integer(),
    'cxml-url': string(),
    'cxml-domain': string(),
    'cxml-identity': string(),
    'cxml-supplier-domain': string(),
    'cxml-supplier-identity': string(),
    'cxml-secret': string({ direction: 'in', sql: 'NULL' }),
    'cxml-protocol': kept('string'),
    'cxml-http-username': kept('string'),
    'cxml-http-password': string({ direction: 'in', sql: 'NULL' }),
    'cxml-ssl-version': kept('string'),
    'disable-cert-verify': kept('boolean'),
    'allow-cxml-invoicing': kept('boolean'),
    'cxml-invoice-buyer-domain': string({ sql: 't.cxml_domain', direction: 'out' }),
    'cxml-invoice-buyer-identity': string({ sql: 't.cxml_identity', direction: 'out' }),
    'cxml-invoice-supplier-domain': string(),
    'cxml-invoice-supplier-identity': string(),
    'cxml-invoice-secret': string({ direction: 'in', sql: 'NULL' }),
    website: kept('string'),
    duns: kept('string'),
    'tax-id': kept('string'),
    'default-locale': kept('string', { maxLength: 255 }),
    'one-time-supplier': kept('boolean'),
    'payment-term': belongsTo('payment-term', {
      of: 'code',
      sql: `json_extract(t.more, '$."payment-term"')`,
      column: 'more.payment-term',
    }),
    'shipping-term': belongsTo('shipping-term', {
      of: 'code',
      sql: `json_extract(t.more, '$."shipping-term"')`,
      column: 'more.shipping-term',
    }),
    'parent-id': integer({ sql: 'NULL', direction: 'out' }),
    contacts: emptyList(),
    'remit-to-addresses': emptyList(),
    'supplier-addresses': emptyList(),
    'restricted-account-types': emptyList(),
    tags: emptyList(),
    taggings: emptyList(),
    diversities: emptyList(),
    ...authors,
  },
  ...companyWriter({
    definition: () => supplier,
    key: { column: 'id', of: known => known.id },
    listOf: company => company.suppliers,
    write: supplierOf,
  }),
})

function supplierOf(given: Given, known: Supplier | undefined, company: Company): Supplier {
  const text = (name: string) => textGiven(given, name) ?? undefined
  const status = text('status')
  const poMethod = text('po-method')
  const cxml = cxmlOf(given, known)
  const inbound = inboundOf(given, known)
  return {
    ...known,
    id: known?.id ?? Math.max(0, ...company.suppliers.map(({ id }) => id)) + 1,
    name: text('name') ?? known?.name ?? '',
    active: status === undefined ? (known?.active ?? true) : status === 'active',
    poMethod: (poMethod as Supplier['poMethod'] | undefined) ?? known?.poMethod ?? 'mark_as_sent',
    ...confirmingOf(given),
    ...(cxml === undefined ? {} : { cxml }),
    ...(inbound === undefined ? {} : { inbound }),
  }
}

function confirmingOf(given: Given): Pick<Supplier, 'orderConfirmationLevel' | 'confirmByHours'> {
  const number = numberGiven(given, 'order-confirmation-level')
  const level = number === undefined ? undefined : confirmationLevels[number]
  if (number !== undefined && level === undefined) {
    const message = 'Order confirmation level must be 0 (not applicable), 1 (header) or 2 (line)'
    throw new CoupaError('ERR_COUPA_INVALID', message, {
      fields: [{ field: 'order-confirmation-level', message }],
    })
  }
  const hours = numberGiven(given, 'confirm-by-hrs')
  return {
    ...(level === undefined ? {} : { orderConfirmationLevel: level }),
    ...(hours === undefined ? {} : { confirmByHours: hours }),
  }
}

function cxmlOf(given: Given, known: Supplier | undefined): Supplier['cxml'] {
  const text = (name: string) => textGiven(given, name) ?? undefined
  const url = text('cxml-url') ?? known?.cxml?.url
  if (url === undefined) return undefined
  return {
    ...known?.cxml,
    url,
    domain: text('cxml-domain') ?? known?.cxml?.domain ?? '',
    identity: text('cxml-identity') ?? known?.cxml?.identity ?? '',
    supplierDomain: text('cxml-supplier-domain') ?? known?.cxml?.supplierDomain ?? '',
    supplierIdentity: text('cxml-supplier-identity') ?? known?.cxml?.supplierIdentity ?? '',
    secret: text('cxml-secret') ?? known?.cxml?.secret ?? '',
  }
}

function inboundOf(given: Given, known: Supplier | undefined): Supplier['inbound'] {
  const text = (name: string) => textGiven(given, name) ?? undefined
  const identity = text('cxml-invoice-supplier-identity') ?? known?.inbound?.identity
  if (identity === undefined) return undefined
  return {
    domain: text('cxml-invoice-supplier-domain') ?? known?.inbound?.domain ?? '',
    identity,
    secret: text('cxml-invoice-secret') ?? known?.inbound?.secret ?? '',
  }
}

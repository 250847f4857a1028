import type { Company } from '../../company/company.js'
import type { Supplier } from '../../company/supplier.js'
import { sslVersions } from '../../company/tls-settings.js'
import { confirmationLevels } from '../../directory/kinds.js'
import type { Call } from '../schema/call.js'
import { boolean, integer, kept, keptReference, string } from '../schema/field.js'
import { flagGiven, type Given, listGiven, numberGiven, said, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { remitToAddress, supplierSite } from './addresses-of-others.js'
import { companyWriter } from './company-writer.js'
import { authors, identity } from './dated.js'
import { ownedRecords, writeOwned } from './owned-records.js'
import { supplierDetails } from './supplier-details.js'
import { withTlsGiven } from './tls-given.js'

/** Coupa's own, but for plain XML. */
const poMethods = ['cxml', 'xml', 'email', 'prompt', 'mark_as_sent', 'buy_online'] as const

const statuses = ['active', 'inactive', 'draft'] as const

const matchingLevels = ['2-way', '3-way', '3-way-direct', 'none'] as const

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
    status: string({
      sql: `CASE WHEN t.status = 'active' THEN 'active'
        WHEN json_extract(t.more, '$.status') = 'draft' THEN 'draft' ELSE 'inactive' END`,
      column: 'more.status',
      oneOf: statuses,
      // Documented.
      beginning: 'draft',
    }),
    'supplier-status': string({ sql: 'NULL', column: 'more.status', direction: 'in', oneOf: statuses }),
    active: boolean({ sql: `t.status = 'active'`, direction: 'out' }),
    'po-method': string({ oneOf: poMethods }),
    'po-change-method': string({ oneOf: poMethods }),
    'po-email': string({ maxLength: 255 }),
    'payment-method': string({
      sql: `coalesce(json_extract(t.more, '$."payment-method"'), 'invoice')`,
      column: 'more.payment-method',
      oneOf: ['invoice', 'pcard', 'invoice_only', 'pcard_only', 'virtual_card'],
    }),
    'invoice-matching-level': string({ oneOf: matchingLevels }),
    'on-hold': boolean(),
    'buyer-hold': boolean(),
    'order-confirmation-level': integer({ oneOf: ['0', '1', '2'], words: confirmationLevels }),
    'confirm-by-hrs': integer(),
    'cxml-url': string(),
    'cxml-domain': string(),
    'cxml-identity': string(),
    'cxml-supplier-domain': string(),
    'cxml-supplier-identity': string(),
    'cxml-secret': string({ direction: 'in', sql: 'NULL' }),
    'cxml-protocol': kept('string'),
    'cxml-http-username': string(),
    'cxml-http-password': string({ direction: 'in', sql: 'NULL' }),
    'cxml-ssl-version': string({ oneOf: sslVersions }),
    'disable-cert-verify': boolean(),
    'allow-cxml-invoicing': boolean(),
    'send-invoices-to-approvals': boolean(),
    'hold-invoices-for-ap-review': boolean(),
    'cxml-invoice-buyer-domain': string({ sql: 't.cxml_domain', direction: 'out' }),
    'cxml-invoice-buyer-identity': string({ sql: 't.cxml_identity', direction: 'out' }),
    'cxml-invoice-supplier-domain': string(),
    'cxml-invoice-supplier-identity': string({ unique: true }),
    'cxml-invoice-secret': string({ direction: 'in', sql: 'NULL' }),
    website: kept('string'),
    duns: kept('string'),
    'tax-id': kept('string'),
    'default-locale': kept('string', { maxLength: 255 }),
    'one-time-supplier': kept('boolean'),
    'payment-term': keptReference('payment-term', 'code'),
    'shipping-term': keptReference('shipping-term', 'code'),
    ...supplierDetails,
    ...authors,
  },
  async create(call, given) {
    const id = await writer.create(call, given)
    writeRemitTo(call, id, given)
    return id
  },
  async update(call, id, given) {
    await writer.update(call, id, given)
    writeRemitTo(call, id, given)
  },
  nested: [
    ownedRecords(() => remitToAddress, 'supplier', 'addresses'),
    ownedRecords(() => remitToAddress, 'supplier', 'remit_to_addresses'),
    ownedRecords(() => supplierSite, 'supplier', 'supplier_sites'),
  ],
})

const writer = companyWriter({
  definition: () => supplier,
  key: { column: 'id', of: known => known.id },
  listOf: company => company.suppliers,
  write: supplierOf,
})

function writeRemitTo(call: Call, id: number, given: Given): void {
  const addresses = listGiven(given, 'remit-to-addresses')
  call.transaction(work =>
    writeOwned(work, remitToAddress, { owner: 'supplier', id, given: addresses, login: call.login }),
  )
}

function supplierOf(given: Given, known: Supplier | undefined, company: Company): Supplier {
  const text = (name: string) => textGiven(given, name) ?? undefined
  const status = text('supplier-status') ?? text('status')
  const cxml = cxmlOf(given, known)
  const inbound = inboundOf(given, known)
  const written: Supplier = {
    ...known,
    id: known?.id ?? Math.max(0, ...company.suppliers.map(({ id }) => id)) + 1,
    name: text('name') ?? known?.name ?? '',
    active: status === undefined ? (known?.active ?? true) : status === 'active',
    poMethod: poMethods.find(method => method === text('po-method')) ?? known?.poMethod ?? 'mark_as_sent',
    ...settingsOf(given),
    ...(cxml === undefined ? {} : { cxml }),
    ...(inbound === undefined ? {} : { inbound }),
  }
  return withTlsGiven(written, given, 'cxml-ssl-version')
}

function settingsOf(given: Given): Partial<Supplier> {
  const level = numberGiven(given, 'order-confirmation-level')
  const changeMethod = textGiven(given, 'po-change-method')
  const matching = textGiven(given, 'invoice-matching-level')
  return said({
    poChangeMethod: poMethods.find(method => method === changeMethod),
    poEmail: textGiven(given, 'po-email') ?? undefined,
    buyerHold: flagGiven(given, 'buyer-hold'),
    onHold: flagGiven(given, 'on-hold'),
    orderConfirmationLevel: level === undefined ? undefined : confirmationLevels[level],
    confirmByHours: numberGiven(given, 'confirm-by-hrs'),
    invoiceMatchingLevel: matchingLevels.find(known => known === matching),
    allowCxmlInvoicing: flagGiven(given, 'allow-cxml-invoicing'),
    sendInvoicesToApprovals: flagGiven(given, 'send-invoices-to-approvals'),
    holdInvoicesForApReview: flagGiven(given, 'hold-invoices-for-ap-review'),
  }) as Partial<Supplier>
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
    ...said({
      httpUsername: text('cxml-http-username') ?? known?.cxml?.httpUsername,
      httpPassword: text('cxml-http-password') ?? known?.cxml?.httpPassword,
    }),
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

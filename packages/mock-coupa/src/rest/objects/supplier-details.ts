import { embedsMany, embedsOne } from '../schema/embedded.js'
import {
  alike,
  belongsTo,
  empty,
  emptyList,
  type FieldMaker,
  hasMany,
  integer,
  kept,
  keptList,
  keptObject,
  keptReference,
  string,
} from '../schema/field.js'

/** There is one of each, which is known by the supplier's own id, as in Coupa's example. */
const primary = (object: string): FieldMaker => {
  const of = (name: string) => `json_set(json_extract(t.more, '$."${name}"'), '$.id', t.id)`
  return name => embedsOne(object, { sql: of(name), column: `more.${name}` })(name)
}

/** What Coupa knows of a supplier besides what the mock acts upon. Documented: Suppliers API. */
export const supplierDetails: Readonly<Record<string, FieldMaker>> = {
  ...alike(
    `allow-change-requests allow-cn-no-backing-doc-from-connect allow-csp-access-without-two-factor
      allow-inv-choose-billing-account allow-inv-from-connect allow-inv-no-backing-doc-from-connect
      allow-inv-unbacked-lines-from-connect allow-order-confirmation-item-substitutions coupa-pay-financing-only
      whitelist-dd scope-three-emissions do-not-accelerate strategic-supplier`,
    kept('boolean'),
  ),
  ...alike('corporate-url storefront-url online-store scf-configs dd-settings risk-level', kept('string')),
  ...alike('supplier-community-enablement business-entity-id', kept('integer')),
  'savings-pct': kept('decimal'),
  'price-amount': kept('decimal', { places: 2 }),
  type: string({ sql: `'Supplier'`, direction: 'out' }),
  'coupa-connect-secret': empty(),
  'payment-terms': string({ sql: `json_extract(t.more, '$."payment-term"')`, direction: 'out' }),
  'payment-term-id-for-api': belongsTo('payment-term', {
    of: 'code',
    sql: 'NULL',
    column: 'more.payment-term',
    direction: 'in',
  }),
  'parent-id': integer({ sql: `json_extract(t.more, '$.parent')`, direction: 'out' }),
  parent: keptReference('supplier'),
  commodity: keptReference('commodity', 'name'),
  'primary-contact': primary('supplier-contact'),
  'primary-address': primary('supplier-address'),
  contacts: embedsMany('supplier-contact', { list: 'merged' }),
  'supplier-addresses': embedsMany('supplier-address', { list: 'merged' }),
  'remit-to-addresses': hasMany('remit-to-address', {
    foreign: 't.supplier',
    where: 't.removed_at IS NULL',
    direction: 'both',
  }),
  'supplier-sites': hasMany('supplier-site', {
    foreign: 't.supplier',
    where: 't.removed_at IS NULL',
    direction: 'out',
  }),
  enterprise: embedsOne('enterprise'),
  'inventory-organization': empty(),
  'tax-code': keptObject(),
  ...alike(
    `supplier-classification-detail supplier-enterprise-detail supplier-insurance-detail supplier-risk-detail
      supplier-tax-detail`,
    keptObject(),
  ),
  'business-groups': embedsMany('content-group'),
  'payment-types': embedsMany('payment-type'),
  tags: embedsMany('named-tag'),
  ...alike(
    `account-types restricted-account-types preferred-commodities invoice-emails customer-support-contacts
      diversities`,
    keptList(),
  ),
  taggings: emptyList(),
  'diversity-categories': emptyList(),
}

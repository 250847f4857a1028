import type { Account, Company, User } from '../company/company.js'
import { commodityOfItem } from '../company/find.js'
import type { Item, SupplierItem } from '../company/item.js'
import { fullName } from '../company/people.js'
import type { ConfirmationLevel, Supplier } from '../company/supplier.js'
import { countryCodes } from './countries.js'

export type Values = Record<string, string | number | null>

/** One kind of thing that the configuration names. */
export interface Kind {
  readonly table: string
  /** The column that it is known by. */
  readonly key: string
  readonly rows: (company: Readonly<Company>) => readonly Values[]
}

/** In an order in which each refers only to those before. */
export const directoryKinds: readonly Kind[] = [
  { table: 'departments', key: 'name', rows: company => unique(company.departments).map(name => ({ name })) },
  { table: 'countries', key: 'code', rows: countryRows },
  { table: 'addresses', key: 'location_code', rows: addressRows },
  { table: 'currencies', key: 'code', rows: currencyRows },
  {
    table: 'account_types',
    key: 'name',
    rows: company => [{ name: company.name, currency: company.currency }],
  },
  {
    table: 'accounts',
    key: 'name',
    rows: company => company.accounts.map(account => accountRow(account, company)),
  },
  { table: 'users', key: 'login', rows: company => company.people.map(person => userRow(person, company)) },
  {
    table: 'uoms',
    key: 'code',
    rows: company => unique(company.uoms).map(code => ({ code, name: uomNames[code] ?? code })),
  },
  {
    table: 'commodities',
    key: 'name',
    rows: company =>
      uniqueBy(company.commodities, ({ name }) => name).map(({ name, unspscPrefix }) => ({
        name,
        unspsc_prefix: unspscPrefix,
      })),
  },
  {
    table: 'suppliers',
    key: 'id',
    rows: company => company.suppliers.map(supplier => supplierRow(supplier, company)),
  },
  { table: 'punchout_sites', key: 'id', rows: siteRows },
  {
    table: 'punchout_site_tags',
    key: 'key',
    rows: company => company.punchoutSites.flatMap(({ id, tags }) => listRows(id, tags)),
  },
  {
    table: 'punchout_site_commodities',
    key: 'key',
    rows: company =>
      company.punchoutSites.flatMap(({ id, relatedCommodities }) => listRows(id, relatedCommodities ?? [])),
  },
  { table: 'items', key: 'id', rows: itemRows },
  {
    table: 'supplier_items',
    key: 'key',
    rows: company => company.items.flatMap(item => supplierItemRows(item, company)),
  },
]

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}

function uniqueBy<T>(things: readonly T[], key: (thing: T) => string): T[] {
  return [...new Map(things.map(thing => [key(thing), thing])).values()]
}

function flag(value: boolean): number {
  return value ? 1 : 0
}

const regionNames = new Intl.DisplayNames('en', { type: 'region' })
const currencyNames = new Intl.DisplayNames('en', { type: 'currency' })

function countryRows(company: Readonly<Company>): Values[] {
  const codes = unique([...company.addresses.map(({ isoCountryCode }) => isoCountryCode), ...countryCodes])
  return codes.map(code => ({ code, name: /^[A-Z]{2}$/.test(code) ? (regionNames.of(code) ?? code) : code }))
}

function addressRows(company: Readonly<Company>): Values[] {
  return uniqueBy(company.addresses, ({ code }) => code).map(address => ({
    location_code: address.code,
    name: address.name,
    attention: address.attention ?? null,
    street1: address.streets[0] ?? null,
    street2: address.streets[1] ?? null,
    street3: address.streets[2] ?? null,
    street4: address.streets[3] ?? null,
    city: address.city,
    state: address.state,
    postal_code: address.postalCode,
    country: address.isoCountryCode,
  }))
}

function currencyRows({ currency, currencies = [] }: Readonly<Company>): Values[] {
  return [currency, ...currencies.map(({ code }) => code)].map(currencyRow)
}

function currencyRow(code: string): Values {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
  })
  const symbol = format.formatToParts(0).find(part => part.type === 'currency')?.value ?? code
  return {
    code,
    name: currencyNames.of(code) ?? code,
    symbol,
    decimals: format.resolvedOptions().maximumFractionDigits ?? 2,
  }
}

/** Unverified: that an account's code is its segments joined by a dash. */
function accountRow(account: Account, company: Readonly<Company>): Values {
  const segments = Array.from({ length: 20 }, (_, index) => [
    `segment_${index + 1}`,
    account.segments[index]?.id ?? null,
  ])
  return {
    name: account.name,
    code: account.segments.map(({ id }) => id).join('-') || account.name,
    account_type: company.name,
    ...Object.fromEntries(segments),
  }
}

function userRow(person: User, company: Readonly<Company>): Values {
  const groups = (company.approvalGroups ?? []).filter(({ members }) => members.includes(person.login))
  return {
    login: person.login,
    email: person.email,
    firstname: person.firstName,
    lastname: person.lastName,
    fullname: fullName(person),
    title: person.title,
    department: person.department || null,
    manager: person.manager ?? null,
    address: person.address,
    account: person.account,
    requisition_approval_limit: person.approvalLimit ?? null,
    requisition_self_approval_limit: person.selfApprovalLimit ?? null,
    invoice_approval_limit: person.invoiceApprovalLimit ?? null,
    invoice_self_approval_limit: person.invoiceSelfApprovalLimit ?? null,
    contract_approval_limit: person.contractApprovalLimit ?? null,
    contract_self_approval_limit: person.contractSelfApprovalLimit ?? null,
    administrator: flag(person.administrator),
    active: flag(person.active),
    approval_groups: JSON.stringify(groups.map(({ id, name }) => ({ id, name }))),
  }
}

function supplierRow(supplier: Supplier, company: Readonly<Company>): Values {
  const { cxml, inbound } = supplier
  return {
    id: supplier.id,
    name: supplier.name,
    status: supplier.active ? 'active' : 'inactive',
    po_method: supplier.poMethod,
    po_change_method: supplier.poChangeMethod ?? null,
    po_email: supplier.poEmail ?? null,
    buyer_hold: flag(supplier.buyerHold ?? false),
    on_hold: flag(supplier.onHold ?? false),
    invoice_matching_level: supplier.invoiceMatchingLevel ?? null,
    allow_cxml_invoicing: flag(supplier.allowCxmlInvoicing ?? true),
    send_invoices_to_approvals: flag(
      supplier.sendInvoicesToApprovals ?? company.sendInvoicesToApprovals ?? false,
    ),
    hold_invoices_for_ap_review: flag(supplier.holdInvoicesForApReview ?? false),
    cxml_http_username: cxml?.httpUsername ?? null,
    cxml_ssl_version: supplier.sslVersion ?? null,
    disable_cert_verify: flag(supplier.disableCertVerify ?? false),
    order_confirmation_level: levelNumber(supplier.orderConfirmationLevel),
    confirm_by_hrs: supplier.confirmByHours ?? null,
    cxml_url: cxml?.url ?? null,
    cxml_domain: cxml?.domain ?? null,
    cxml_identity: cxml?.identity ?? null,
    cxml_supplier_domain: cxml?.supplierDomain ?? null,
    cxml_supplier_identity: cxml?.supplierIdentity ?? null,
    cxml_invoice_supplier_domain: inbound?.domain ?? null,
    cxml_invoice_supplier_identity: inbound?.identity ?? null,
  }
}

/** Unverified: which number is which. */
export const confirmationLevels: readonly ConfirmationLevel[] = ['not_applicable', 'header', 'line']

function levelNumber(level: ConfirmationLevel | undefined): number | null {
  return level === undefined ? null : confirmationLevels.indexOf(level)
}

function siteRows(company: Readonly<Company>): Values[] {
  return company.punchoutSites.map(site => ({
    id: site.id,
    name: site.name,
    description: site.description,
    url: site.url,
    domain: site.domain,
    identity: site.identity,
    sender_domain: site.senderDomain,
    sender_identity: site.senderIdentity,
    supplier: site.supplier,
    supports_edit: flag(site.supportsEdit),
    supports_inspect: flag(site.supportsInspect),
    use_api: flag(site.openBuy.enabled),
    active: flag(site.active),
    contract_id: site.contractId ?? null,
    ssl_version: site.sslVersion ?? null,
    disable_cert_verify: flag(site.disableCertVerify ?? false),
  }))
}

/** Names that a punchout site lists. */
function listRows(siteId: number, names: readonly string[]): Values[] {
  return unique(names).map(name => ({ key: `${siteId} ${name}`, site_id: siteId, name }))
}

function itemRows(company: Readonly<Company>): Values[] {
  return company.items.map(item => ({
    id: item.id,
    name: item.name,
    description: item.description,
    item_number: item.partNumber,
    uom: item.uom,
    unspsc_code: item.unspsc || null,
    price: item.unitPrice,
    currency: company.currency,
    supplier: item.supplier,
    manufacturer_name: item.manufacturerName ?? null,
    manufacturer_part_number: item.manufacturerPartNumber ?? null,
    active: flag(item.active ?? true),
    commodity: commodityOfItem(company, item) ?? null,
  }))
}

/** What the item names itself is the preferred one. */
function supplierItemRows(item: Item, company: Readonly<Company>): Values[] {
  const rowOf = (key: string, of: Pick<SupplierItem, 'supplier' | 'partNumber' | 'unitPrice'>) => ({
    key,
    item: item.id,
    supplier: of.supplier,
    supplier_part_num: of.partNumber,
    price: of.unitPrice,
    currency: company.currency,
    preferred: flag(of === item),
  })
  return [
    rowOf(String(item.id), item),
    ...(item.supplierItems ?? []).map(other => rowOf(`${item.id}/${other.id}`, other)),
  ]
}

/** Names of the codes of UN/ECE Recommendation 20 that companies enable most; another is shown by its code. */
const uomNames: Readonly<Record<string, string>> = {
  EA: 'Each',
  MON: 'Month',
  ANN: 'Year',
  HUR: 'Hour',
  C62: 'One',
  LO: 'Lot',
  DAY: 'Day',
  H87: 'Piece',
  BX: 'Box',
  CS: 'Case',
  DZN: 'Dozen',
  KGM: 'Kilogram',
  PK: 'Pack',
}

import { compareDecimals, isDecimal } from '@punchloop/sdk/cxml'
import { CoupaError, type FieldProblem } from '../errors.js'
import { checkAnnouncement } from './check-announcement.js'
import { checkApiFilter } from './check-api-filter.js'
import { checkApprovalGroup, checkApprovalRule } from './check-approvals.js'
import { amount, type Check, prefixed, required, unless, webUrl } from './check-field.js'
import { checkOrdering } from './check-ordering.js'
import { checkPunchoutSite } from './check-punchout-site.js'
import { checkRequestForm } from './check-request-form.js'
import { checkTlsSettings } from './check-tls-settings.js'
import type { ApiClient, ApiKey, Company, CustomFieldDefinition, User } from './company.js'
import type { Item } from './item.js'
import type { Supplier } from './supplier.js'

/** Everything that is wrong with a configuration; fields are paths: `people[2].email`. */
export function problemsOf(company: Company): FieldProblem[] {
  return [
    ...checkHead(company),
    ...each('people', company.people, checkPerson, company),
    ...each('approvalRules', company.approvalRules, checkApprovalRule, company),
    ...each('approvalGroups', company.approvalGroups ?? [], checkApprovalGroup, company),
    ...each('announcements', company.announcements ?? [], checkAnnouncement, company),
    ...each('forms', company.forms ?? [], checkRequestForm, company),
    ...each('suppliers', company.suppliers, checkSupplier, company),
    ...each('punchoutSites', company.punchoutSites, checkPunchoutSite, company),
    ...each('items', company.items, checkItem, company),
    ...each('apiClients', company.apiClients ?? [], checkApiClient, company),
    ...each('apiKeys', company.apiKeys ?? [], checkApiKey, company),
    ...each('apiFilters', company.apiFilters ?? [], checkApiFilter, company),
    ...each('customFields', company.customFields ?? [], checkCustomField, company),
    ...repeated('currencies', company.currencies ?? [], currency => currency.code, 'code'),
    ...repeated('people', company.people, person => person.login, 'login'),
    ...repeated('approvalRules', company.approvalRules, rule => String(rule.id), 'id'),
    ...repeated('approvalGroups', company.approvalGroups ?? [], group => String(group.id), 'id'),
    ...repeated('approvalGroups', company.approvalGroups ?? [], group => group.name, 'name'),
    ...repeated('announcements', company.announcements ?? [], ({ id }) => String(id), 'id'),
    ...repeated('forms', company.forms ?? [], ({ id }) => String(id), 'id'),
    ...repeated('forms', company.forms ?? [], ({ name }) => name, 'name'),
    ...repeated('suppliers', company.suppliers, supplier => String(supplier.id), 'id'),
    ...repeated('punchoutSites', company.punchoutSites, site => String(site.id), 'id'),
    ...repeated('punchoutSites', company.punchoutSites, site => site.name, 'name'),
    ...repeated('apiClients', company.apiClients ?? [], client => client.identifier, 'identifier'),
    ...repeated('apiFilters', company.apiFilters ?? [], filter => filter.name, 'name'),
  ]
}

/** `ERR_COUPA_INVALID` with every problem. */
export function assertCompany(company: Company): void {
  const fields = problemsOf(company)
  if (fields.length > 0) throw invalid(fields)
}

export function invalid(fields: readonly FieldProblem[]): CoupaError {
  const listed = fields.map(({ field, message }) => `${field}: ${message}`).join('; ')
  return new CoupaError('ERR_COUPA_INVALID', `The configuration cannot be taken. ${listed}`, { fields })
}

function each<T>(list: string, things: readonly T[], check: Check<T>, company: Company): FieldProblem[] {
  return things.flatMap((thing, index) =>
    check(thing, company).map(({ field, message }) => ({ field: `${list}[${index}].${field}`, message })),
  )
}

function repeated<T>(
  list: string,
  things: readonly T[],
  key: (thing: T) => string,
  field: string,
): FieldProblem[] {
  return things.flatMap((thing, index) =>
    things.findIndex(other => key(other) === key(thing)) < index
      ? [{ field: `${list}[${index}].${field}`, message: `"${key(thing)}" is taken` }]
      : [],
  )
}

function checkHead(company: Company): FieldProblem[] {
  return [
    ...required({ ...company }, ['name']),
    ...unless(/^[A-Z]{3}$/.test(company.currency), 'currency', 'must be an ISO 4217 code such as USD'),
    ...unless(/^[+-]\d\d:\d\d$/.test(company.utcOffset), 'utcOffset', 'must be an offset such as -08:00'),
    ...unless(isHour(company.digestHour ?? 0), 'digestHour', 'must be an hour from 0 to 23'),
    ...unless(
      company.addresses.some(address => address.code === company.billTo),
      'billTo',
      `must be the code of an address; found "${company.billTo}"`,
    ),
    ...unless(company.uoms.length > 0, 'uoms', 'must hold at least one unit of measure'),
    ...checkCurrencies(company),
    ...amount('estimatedTaxPercent', company.estimatedTaxPercent),
    ...prefixed('invoiceTolerances', checkTolerances(company.invoiceTolerances)),
  ]
}

function checkCurrencies({ currency, currencies = [] }: Company): FieldProblem[] {
  return currencies.flatMap(({ code, rate }, index) =>
    prefixed(`currencies[${index}]`, [
      ...unless(
        /^[A-Z]{3}$/.test(code) && code !== currency,
        'code',
        `must be an ISO 4217 code other than the company's own; found "${code}"`,
      ),
      ...unless(
        rate === undefined || (isDecimal(rate) && compareDecimals(rate, '0') > 0),
        'rate',
        `must be an exact decimal above 0 such as 1.08; found "${rate}"`,
      ),
    ]),
  )
}

const isHour = (hour: number) => Number.isInteger(hour) && hour >= 0 && hour <= 23

function checkTolerances({
  pricePercent,
  quantityPercent,
  totalAmount,
}: NonNullable<Company['invoiceTolerances']> = {}): FieldProblem[] {
  return [
    ...amount('pricePercent', pricePercent),
    ...amount('quantityPercent', quantityPercent),
    ...amount('totalAmount', totalAmount),
  ]
}

const checkCustomField: Check<CustomFieldDefinition> = ({ object, name }) =>
  unless(object !== '' && name !== '', 'name', 'must say an object and a name')

const checkPerson: Check<User> = (person, company) => [
  ...unless(
    /^[A-Za-z0-9._-]{1,60}$/.test(person.login),
    'login',
    'must be 1 to 60 letters, digits, dots, dashes or underscores',
  ),
  ...required({ ...person }, ['firstName', 'lastName']),
  ...unless(/^[^\s@<>"]+@[^\s@<>"]+$/.test(person.email), 'email', 'must be an e-mail address'),
  ...unless(
    company.addresses.some(address => address.code === person.address),
    'address',
    `must be the code of an address; found "${person.address}"`,
  ),
  ...unless(
    company.accounts.some(account => account.name === person.account),
    'account',
    `must be the name of an account; found "${person.account}"`,
  ),
  ...amount('approvalLimit', person.approvalLimit),
  ...amount('selfApprovalLimit', person.selfApprovalLimit),
  ...amount('invoiceApprovalLimit', person.invoiceApprovalLimit),
  ...amount('invoiceSelfApprovalLimit', person.invoiceSelfApprovalLimit),
  ...amount('contractApprovalLimit', person.contractApprovalLimit),
  ...amount('contractSelfApprovalLimit', person.contractSelfApprovalLimit),
  ...checkManager(person, company),
]

function checkManager(person: User, company: Company): FieldProblem[] {
  if (person.manager === undefined) return []
  const isThere = company.people.some(other => other.active && other.login === person.manager)
  if (!isThere)
    return [{ field: 'manager', message: `must be the login of an active person; found "${person.manager}"` }]
  const above = new Set([person.login])
  for (let login: string | undefined = person.manager; login !== undefined; ) {
    if (above.has(login))
      return [{ field: 'manager', message: `${person.login} would be above and below ${login}` }]
    above.add(login)
    login = company.people.find(other => other.login === login)?.manager
  }
  return []
}

const checkSupplier: Check<Supplier> = supplier => [
  ...required({ ...supplier }, ['name']),
  ...unless(
    ![supplier.poMethod, supplier.poChangeMethod].some(method => method === 'cxml' || method === 'xml') ||
      supplier.cxml !== undefined,
    'cxml',
    'must be given where orders go out by cXML or XML',
  ),
  ...checkOrdering(supplier),
  ...checkTlsSettings(supplier),
  ...(supplier.cxml === undefined
    ? []
    : prefixed('cxml', [
        ...webUrl('url', supplier.cxml.url),
        ...required({ ...supplier.cxml }, ['domain', 'identity', 'supplierDomain', 'supplierIdentity']),
      ])),
  ...(supplier.inbound === undefined
    ? []
    : prefixed('inbound', required({ ...supplier.inbound }, ['domain', 'identity', 'secret']))),
  ...(supplier.inboundSender === undefined
    ? []
    : prefixed('inboundSender', required({ ...supplier.inboundSender }, ['domain', 'identity']))),
]

const checkItem: Check<Item> = (item, company) => [
  ...required({ ...item }, ['name', 'partNumber']),
  ...amount('unitPrice', item.unitPrice),
  ...unless(
    company.uoms.includes(item.uom),
    'uom',
    `must be an enabled unit of measure; found "${item.uom}"`,
  ),
  ...unless(
    company.suppliers.some(supplier => supplier.id === item.supplier),
    'supplier',
    `must be the id of a supplier; found ${item.supplier}`,
  ),
  ...(item.supplierItems ?? []).flatMap((other, index) =>
    prefixed(`supplierItems[${index}]`, [
      ...required({ ...other }, ['partNumber']),
      ...amount('unitPrice', other.unitPrice),
      ...unless(
        company.suppliers.some(supplier => supplier.id === other.supplier),
        'supplier',
        `must be the id of a supplier; found ${other.supplier}`,
      ),
    ]),
  ),
]

const checkApiClient: Check<ApiClient> = (client, company) => [
  ...required({ ...client }, ['name', 'identifier', 'secret']),
  ...unless(
    client.scopes.length > 0 && client.scopes.every(scope => /^[a-z_]+(\.[a-z_]+)*$/.test(scope)),
    'scopes',
    'must be at least one scope such as core.requisition.read',
  ),
  ...actsFor(client.login, company),
]

const checkApiKey: Check<ApiKey> = (apiKey, company) => [
  ...required({ ...apiKey }, ['name', 'key']),
  ...actsFor(apiKey.login, company),
]

function actsFor(login: string, company: Company): FieldProblem[] {
  return unless(
    company.people.some(person => person.login === login),
    'login',
    `must be the login of a person; found "${login}"`,
  )
}

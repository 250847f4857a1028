import type { ApiFilter } from './api-filter.js'
import type { ApprovalGroup, ApprovalRule } from './approval-rule.js'
import type { ApiClient, EnabledCurrency, User } from './company.js'
import type { CompanyFile } from './company-file.js'
import {
  assertIn,
  type ConfiguredList,
  idIn,
  type Meant,
  removeFrom,
  removeNumbered,
  saveInto,
  saveNumbered,
} from './configured-list.js'
import type { Announcement } from './noticeboard.js'
import type { PunchoutSite } from './punchout-site.js'
import type { RequestForm } from './request-form.js'
import { siteWithoutSecrets, supplierWithoutSecrets } from './secrets.js'
import type { Supplier, SupplierCxml } from './supplier.js'

/** As somebody fills it in: a new one has no id yet, and gets the next free one. */
type Draft<T extends { id: number }> = Omit<T, 'id'> & { readonly id?: number }

const people: ConfiguredList<User> = { name: 'people', noun: 'person', of: company => company.people }
const approvalRules: ConfiguredList<ApprovalRule> = {
  name: 'approvalRules',
  noun: 'approval rule',
  of: company => company.approvalRules,
}
const approvalGroups: ConfiguredList<ApprovalGroup> = {
  name: 'approvalGroups',
  noun: 'approval group',
  of: company => (company.approvalGroups ??= []),
}
const announcements: ConfiguredList<Announcement> = {
  name: 'announcements',
  noun: 'announcement',
  of: company => (company.announcements ??= []),
}
const forms: ConfiguredList<RequestForm> = {
  name: 'forms',
  noun: 'form',
  of: company => (company.forms ??= []),
}
const punchoutSites: ConfiguredList<PunchoutSite> = {
  name: 'punchoutSites',
  noun: 'punchout site',
  of: company => company.punchoutSites,
}
const suppliers: ConfiguredList<Supplier> = {
  name: 'suppliers',
  noun: 'supplier',
  of: company => company.suppliers,
}
const apiClients: ConfiguredList<ApiClient> = {
  name: 'apiClients',
  noun: 'API client',
  of: company => (company.apiClients ??= []),
}
const apiFilters: ConfiguredList<ApiFilter> = {
  name: 'apiFilters',
  noun: 'API filter',
  of: company => (company.apiFilters ??= []),
}

/** Creates (a new login) or replaces. */
export async function savePerson(file: CompanyFile, person: User): Promise<User> {
  return saveInto(file, people, { thing: person, isMeant: ({ login }) => login === person.login })
}

export async function removePerson(file: CompanyFile, login: string): Promise<void> {
  return removeFrom(file, people, { name: `"${login}"`, isMeant: person => person.login === login })
}

export async function saveApprovalRule(file: CompanyFile, rule: Draft<ApprovalRule>): Promise<ApprovalRule> {
  return saveNumbered(file, approvalRules, { ...rule, id: idIn(file, approvalRules, rule.id) })
}

export async function removeApprovalRule(file: CompanyFile, id: number): Promise<void> {
  return removeNumbered(file, approvalRules, id)
}

export async function saveApprovalGroup(
  file: CompanyFile,
  group: Draft<ApprovalGroup>,
): Promise<ApprovalGroup> {
  return saveNumbered(file, approvalGroups, { ...group, id: idIn(file, approvalGroups, group.id) })
}

export async function removeApprovalGroup(file: CompanyFile, id: number): Promise<void> {
  return removeNumbered(file, approvalGroups, id)
}

export async function saveAnnouncement(file: CompanyFile, said: Draft<Announcement>): Promise<Announcement> {
  return saveNumbered(file, announcements, { ...said, id: idIn(file, announcements, said.id) })
}

export async function removeAnnouncement(file: CompanyFile, id: number): Promise<void> {
  return removeNumbered(file, announcements, id)
}

export async function saveForm(file: CompanyFile, form: Draft<RequestForm>): Promise<RequestForm> {
  return saveNumbered(file, forms, { ...form, id: idIn(file, forms, form.id) })
}

/** What was asked for by it stays as it is. */
export async function removeForm(file: CompanyFile, id: number): Promise<void> {
  return removeNumbered(file, forms, id)
}

export async function saveCurrencies(
  file: CompanyFile,
  currencies: readonly EnabledCurrency[],
): Promise<void> {
  await file.update(company => {
    company.currencies = [...currencies]
  })
}

/** Empty secrets keep the old ones. The answer is without secrets. */
export async function savePunchoutSite(file: CompanyFile, site: Draft<PunchoutSite>): Promise<PunchoutSite> {
  const old = file.current.punchoutSites.find(({ id }) => id === site.id)
  const saved = await saveNumbered(file, punchoutSites, {
    ...site,
    id: idIn(file, punchoutSites, site.id),
    secret: site.secret || (old?.secret ?? ''),
    ...(site.oci === undefined
      ? {}
      : { oci: { ...site.oci, password: site.oci.password || (old?.oci?.password ?? '') } }),
    openBuy: { ...site.openBuy, credentials: site.openBuy.credentials || (old?.openBuy.credentials ?? '') },
  })
  return siteWithoutSecrets(saved)
}

export async function removePunchoutSite(file: CompanyFile, id: number): Promise<void> {
  return removeNumbered(file, punchoutSites, id)
}

/** Empty secrets keep the old ones. The answer is without secrets. */
export async function saveSupplier(file: CompanyFile, supplier: Draft<Supplier>): Promise<Supplier> {
  const old = file.current.suppliers.find(({ id }) => id === supplier.id)
  const { cxml, inbound } = supplier
  const saved = await saveNumbered(file, suppliers, {
    ...supplier,
    id: idIn(file, suppliers, supplier.id),
    ...(cxml === undefined ? {} : { cxml: withKeptSecrets(cxml, old?.cxml) }),
    ...(inbound === undefined
      ? {}
      : { inbound: { ...inbound, secret: inbound.secret || (old?.inbound?.secret ?? '') } }),
  })
  return supplierWithoutSecrets(saved)
}

/** A password that is empty is kept as long as there is a user name it belongs to. */
function withKeptSecrets(cxml: SupplierCxml, old: SupplierCxml | undefined): SupplierCxml {
  const { httpPassword: given, ...rest } = cxml
  const httpPassword = rest.httpUsername === undefined ? undefined : given || old?.httpPassword
  return {
    ...rest,
    secret: cxml.secret || (old?.secret ?? ''),
    ...(httpPassword === undefined ? {} : { httpPassword }),
  }
}

/** Creates (a new identifier) or replaces. An empty secret keeps the old one. The answer is without the secret. */
export async function saveApiClient(file: CompanyFile, client: ApiClient): Promise<ApiClient> {
  const isMeant = ({ identifier }: ApiClient) => identifier === client.identifier
  const secret = client.secret || (file.current.apiClients?.find(isMeant)?.secret ?? '')
  const saved = await saveInto(file, apiClients, { thing: { ...client, secret }, isMeant })
  return { ...saved, secret: '' }
}

export async function removeApiClient(file: CompanyFile, identifier: string): Promise<void> {
  return removeFrom(file, apiClients, {
    name: `"${identifier}"`,
    isMeant: client => client.identifier === identifier,
  })
}

/** Creates, or replaces the one that was `named` so. */
export async function saveApiFilter(
  file: CompanyFile,
  filter: ApiFilter,
  named?: string,
): Promise<ApiFilter> {
  if (named === undefined) return saveInto(file, apiFilters, { thing: filter, isMeant: () => false })
  const meant = filterNamed(named)
  assertIn(file, apiFilters, meant)
  return saveInto(file, apiFilters, { thing: filter, ...meant })
}

export async function removeApiFilter(file: CompanyFile, named: string): Promise<void> {
  return removeFrom(file, apiFilters, filterNamed(named))
}

function filterNamed(named: string): Meant<ApiFilter> {
  return { name: `"${named}"`, isMeant: ({ name }) => name === named }
}

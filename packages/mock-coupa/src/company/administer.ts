import { CoupaError } from '../errors.js'
import type { ApprovalGroup, ApprovalRule } from './approval-rule.js'
import { invalid, problemsOf } from './check-company.js'
import type { Company, EnabledCurrency, User } from './company.js'
import type { CompanyFile } from './company-file.js'
import type { Announcement } from './noticeboard.js'
import type { PunchoutSite } from './punchout-site.js'
import type { RequestForm } from './request-form.js'
import type { Supplier, SupplierCxml } from './supplier.js'

/** The configuration without its secrets, for pages. */
export function withoutSecrets(company: Readonly<Company>): Company {
  const copy = structuredClone(company)
  return {
    ...copy,
    suppliers: copy.suppliers.map(supplierWithoutSecrets),
    punchoutSites: copy.punchoutSites.map(siteWithoutSecrets),
    apiClients: (copy.apiClients ?? []).map(client => ({ ...client, secret: '' })),
    apiKeys: (copy.apiKeys ?? []).map(apiKey => ({ ...apiKey, key: '' })),
  }
}

export function siteWithoutSecrets(site: PunchoutSite): PunchoutSite {
  return {
    ...site,
    secret: '',
    openBuy: { ...site.openBuy, credentials: '' },
    ...(site.oci === undefined ? {} : { oci: { ...site.oci, password: '' } }),
  }
}

export function supplierWithoutSecrets(supplier: Supplier): Supplier {
  return {
    ...supplier,
    ...(supplier.cxml === undefined ? {} : { cxml: cxmlWithoutSecrets(supplier.cxml) }),
    ...(supplier.inbound === undefined ? {} : { inbound: { ...supplier.inbound, secret: '' } }),
  }
}

function cxmlWithoutSecrets(cxml: SupplierCxml): SupplierCxml {
  return { ...cxml, secret: '', ...(cxml.httpPassword === undefined ? {} : { httpPassword: '' }) }
}

/** Creates (a new login) or replaces. */
export async function savePerson(file: CompanyFile, person: User): Promise<User> {
  return save(file, {
    list: 'people',
    listOf: company => company.people,
    thing: person,
    isSame: other => other.login === person.login,
  })
}

/** A new one gets the next free id. */
export async function saveApprovalRule(
  file: CompanyFile,
  rule: Omit<ApprovalRule, 'id'> & { readonly id?: number },
): Promise<ApprovalRule> {
  const { approvalRules } = file.current
  const thing = { ...rule, id: idFor(approvalRules, rule.id, 'approval rule') }
  return save(file, {
    list: 'approvalRules',
    listOf: company => company.approvalRules,
    thing,
    isSame: other => other.id === thing.id,
  })
}

/** A new one gets the next free id. */
export async function saveApprovalGroup(
  file: CompanyFile,
  group: Omit<ApprovalGroup, 'id'> & { readonly id?: number },
): Promise<ApprovalGroup> {
  const thing = { ...group, id: idFor(file.current.approvalGroups ?? [], group.id, 'approval group') }
  return save(file, {
    list: 'approvalGroups',
    listOf: company => (company.approvalGroups ??= []),
    thing,
    isSame: other => other.id === thing.id,
  })
}

/** A new one gets the next free id. */
export async function saveAnnouncement(
  file: CompanyFile,
  announcement: Omit<Announcement, 'id'> & { readonly id?: number },
): Promise<Announcement> {
  const { announcements = [] } = file.current
  const thing = { ...announcement, id: idFor(announcements, announcement.id, 'announcement') }
  return save(file, {
    list: 'announcements',
    listOf: company => (company.announcements ??= []),
    thing,
    isSame: other => other.id === thing.id,
  })
}

/** A new one gets the next free id. */
export async function saveForm(
  file: CompanyFile,
  form: Omit<RequestForm, 'id'> & { readonly id?: number },
): Promise<RequestForm> {
  const thing = { ...form, id: idFor(file.current.forms ?? [], form.id, 'form') }
  return save(file, {
    list: 'forms',
    listOf: company => (company.forms ??= []),
    thing,
    isSame: other => other.id === thing.id,
  })
}

/** Empty secrets keep the old ones. The answer is without secrets. */
export async function savePunchoutSite(
  file: CompanyFile,
  site: Omit<PunchoutSite, 'id'> & { readonly id?: number },
): Promise<PunchoutSite> {
  const { punchoutSites } = file.current
  const old = punchoutSites.find(other => other.id === site.id)
  const thing = {
    ...site,
    id: idFor(punchoutSites, site.id, 'punchout site'),
    secret: site.secret || (old?.secret ?? ''),
    ...(site.oci === undefined
      ? {}
      : { oci: { ...site.oci, password: site.oci.password || (old?.oci?.password ?? '') } }),
    openBuy: { ...site.openBuy, credentials: site.openBuy.credentials || (old?.openBuy.credentials ?? '') },
  }
  return siteWithoutSecrets(
    await save(file, {
      list: 'punchoutSites',
      listOf: company => company.punchoutSites,
      thing,
      isSame: other => other.id === thing.id,
    }),
  )
}

/** Empty secrets keep the old ones. The answer is without secrets. */
export async function saveSupplier(
  file: CompanyFile,
  supplier: Omit<Supplier, 'id'> & { readonly id?: number },
): Promise<Supplier> {
  const { suppliers } = file.current
  const old = suppliers.find(other => other.id === supplier.id)
  const { cxml, inbound } = supplier
  const thing = {
    ...supplier,
    id: idFor(suppliers, supplier.id, 'supplier'),
    ...(cxml === undefined ? {} : { cxml: withKeptSecrets(cxml, old?.cxml) }),
    ...(inbound === undefined
      ? {}
      : { inbound: { ...inbound, secret: inbound.secret || (old?.inbound?.secret ?? '') } }),
  }
  return supplierWithoutSecrets(
    await save(file, {
      list: 'suppliers',
      listOf: company => company.suppliers,
      thing,
      isSame: other => other.id === thing.id,
    }),
  )
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

function idFor(things: readonly { readonly id: number }[], wanted: number | undefined, what: string): number {
  if (wanted === undefined) return Math.max(0, ...things.map(({ id }) => id)) + 1
  if (!things.some(({ id }) => id === wanted)) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no ${what} ${wanted}`)
  }
  return wanted
}

/** Puts a thing into its list. Problems of the thing itself are named by its own fields: `email`, `openBuy.url`. */
async function save<T>(
  file: CompanyFile,
  into: {
    readonly list: string
    readonly listOf: (company: Company) => T[]
    readonly thing: T
    readonly isSame: (other: T) => boolean
  },
): Promise<T> {
  const place = (company: Company) => {
    const list = into.listOf(company)
    const index = list.findIndex(into.isSame)
    if (index === -1) list.push(into.thing)
    else list[index] = into.thing
    return index === -1 ? list.length - 1 : index
  }
  const draft = structuredClone(file.current)
  const prefix = `${into.list}[${place(draft)}].`
  const fields = problemsOf(draft).map(({ field, message }) => ({
    field: field.replace(prefix, ''),
    message,
  }))
  if (fields.length > 0) throw invalid(fields)
  await file.update(place)
  return into.thing
}

/** Refused (by the check of the whole) while something else refers to it. */
export async function removePerson(file: CompanyFile, login: string): Promise<void> {
  assertThere(
    file.current.people.some(person => person.login === login),
    `person "${login}"`,
  )
  await file.update(company => {
    company.people = company.people.filter(person => person.login !== login)
  })
}

export async function removeApprovalRule(file: CompanyFile, id: number): Promise<void> {
  assertThere(
    file.current.approvalRules.some(rule => rule.id === id),
    `approval rule ${id}`,
  )
  await file.update(company => {
    company.approvalRules = company.approvalRules.filter(rule => rule.id !== id)
  })
}

/** Refused (by the check of the whole) while a rule asks for it. */
export async function removeApprovalGroup(file: CompanyFile, id: number): Promise<void> {
  assertThere(
    (file.current.approvalGroups ?? []).some(group => group.id === id),
    `approval group ${id}`,
  )
  await file.update(company => {
    company.approvalGroups = (company.approvalGroups ?? []).filter(group => group.id !== id)
  })
}

export async function removeAnnouncement(file: CompanyFile, id: number): Promise<void> {
  assertThere(
    (file.current.announcements ?? []).some(announcement => announcement.id === id),
    `announcement ${id}`,
  )
  await file.update(company => {
    company.announcements = (company.announcements ?? []).filter(announcement => announcement.id !== id)
  })
}

/** What was asked for by it stays as it is. */
export async function removeForm(file: CompanyFile, id: number): Promise<void> {
  assertThere(
    (file.current.forms ?? []).some(form => form.id === id),
    `form ${id}`,
  )
  await file.update(company => {
    company.forms = (company.forms ?? []).filter(form => form.id !== id)
  })
}

export async function saveCurrencies(
  file: CompanyFile,
  currencies: readonly EnabledCurrency[],
): Promise<void> {
  await file.update(company => {
    company.currencies = [...currencies]
  })
}

export async function removePunchoutSite(file: CompanyFile, id: number): Promise<void> {
  assertThere(
    file.current.punchoutSites.some(site => site.id === id),
    `punchout site ${id}`,
  )
  await file.update(company => {
    company.punchoutSites = company.punchoutSites.filter(site => site.id !== id)
  })
}

function assertThere(isThere: boolean, what: string): void {
  if (!isThere) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no ${what}`)
}

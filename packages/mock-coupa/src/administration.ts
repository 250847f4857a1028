import type { CompanySetup } from './company/administer-company-setup.js'
import type { ApiFilter } from './company/api-filter.js'
import type { ApprovalGroup, ApprovalRule } from './company/approval-rule.js'
import type { ApiClient, Company, EnabledCurrency, User } from './company/company.js'
import type { Announcement } from './company/noticeboard.js'
import type { PunchoutSite } from './company/punchout-site.js'
import type { RequestForm } from './company/request-form.js'
import type { Supplier } from './company/supplier.js'

/**
 * What the administrator configures. Every change is checked as a whole; `ERR_COUPA_INVALID` names the fields
 * (`email`, `openBuy.url`). Secrets are write-only for pages: a form shows whether there is one, and an empty
 * secret in an update keeps the old one.
 */
export interface Administration {
  /** The whole configuration with every secret replaced by an empty string. */
  configuration(login: string): Company
  /** Creates (a new login) or replaces. */
  savePerson(login: string, person: User): Promise<User>
  removePerson(login: string, personLogin: string): Promise<void>
  /** `id` absent: creates. */
  saveApprovalRule(
    login: string,
    rule: Omit<ApprovalRule, 'id'> & { readonly id?: number },
  ): Promise<ApprovalRule>
  removeApprovalRule(login: string, id: number): Promise<void>
  saveApprovalGroup(
    login: string,
    group: Omit<ApprovalGroup, 'id'> & { readonly id?: number },
  ): Promise<ApprovalGroup>
  removeApprovalGroup(login: string, id: number): Promise<void>
  /** `id` absent: creates. */
  saveAnnouncement(
    login: string,
    announcement: Omit<Announcement, 'id'> & { readonly id?: number },
  ): Promise<Announcement>
  removeAnnouncement(login: string, id: number): Promise<void>
  /** `id` absent: creates. `ERR_COUPA_INVALID` names fields of questions as `fields.0.name`. */
  saveForm(login: string, form: Omit<RequestForm, 'id'> & { readonly id?: number }): Promise<RequestForm>
  removeForm(login: string, id: number): Promise<void>
  /** Those besides the company's own, all of them. Rates hold for what is written or issued from then on. */
  saveCurrencies(login: string, currencies: readonly EnabledCurrency[]): Promise<void>
  /** All of it: what is absent is as it is by default. */
  saveCompanySetup(login: string, setup: CompanySetup): Promise<void>
  /** The answer, too, is without secrets. */
  savePunchoutSite(
    login: string,
    site: Omit<PunchoutSite, 'id'> & { readonly id?: number },
  ): Promise<PunchoutSite>
  removePunchoutSite(login: string, id: number): Promise<void>
  /** Creates (a new identifier) or replaces. */
  saveApiClient(login: string, client: ApiClient): Promise<ApiClient>
  removeApiClient(login: string, identifier: string): Promise<void>
  /** Creates, or replaces the one that was named so. */
  saveApiFilter(login: string, filter: ApiFilter, named?: string): Promise<ApiFilter>
  removeApiFilter(login: string, named: string): Promise<void>
  saveSupplier(login: string, supplier: Omit<Supplier, 'id'> & { readonly id?: number }): Promise<Supplier>
}

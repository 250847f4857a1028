import type { Company } from '../company/company.js'
import { activePerson, fullName } from '../company/people.js'
import type { ApprovableKey, ApprovableType } from '../control/approvable-key.js'

/** What approvers are asked about. */
export interface Approvable extends ApprovableKey {
  /** `Requisition 1001`, `Invoice INV-7`. */
  readonly name: string
  /** What it is for, in a few words. */
  readonly title: string
  /** Whoever wants it approved. The login is empty where that is nobody of the company. */
  readonly requestedBy: { readonly login: string; readonly fullName: string }
  /** Whoever filled it in that one's name, and may do for it what the requester may. */
  readonly preparedBy?: { readonly login: string; readonly fullName: string }
  /** Exact decimal. */
  readonly total: string
  readonly currency: string
  readonly status: string
  /** `draft`: nobody is asked yet. `pending`: it waits for its approvers. `over`: neither. */
  readonly stage: 'draft' | 'pending' | 'over'
}

/** The first of these who is still there. */
export function requesterAmong(
  company: Company,
  logins: readonly (string | undefined)[],
): Approvable['requestedBy'] | undefined {
  const [found] = logins.flatMap(login => (login === undefined ? [] : (activePerson(company, login) ?? [])))
  return found && { login: found.login, fullName: fullName(found) }
}

/** For whoever may not learn its name. */
export function nounOf({ type }: Pick<ApprovableKey, 'type'>): string {
  return nouns[type]
}

const nouns: Readonly<Record<ApprovableType, string>> = {
  RequisitionHeader: 'requisition',
  OrderHeaderChange: 'change of a purchase order',
  InvoiceHeader: 'invoice',
  Contract: 'contract',
}

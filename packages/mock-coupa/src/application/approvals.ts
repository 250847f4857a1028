import { addApprover, removeAddedWatcher, removeApprover, removePlanned } from '../approvals/ad-hoc.js'
import { delegate, endDelegation } from '../approvals/delegate.js'
import { delegationsOf, findDelegation } from '../approvals/delegation.js'
import { decideByMail, readMailLink } from '../approvals/mail-links.js'
import { findPerson, fullName } from '../company/people.js'
import type { Work } from '../control/work.js'
import type { Approvals, MailLinkView } from '../coupa.js'
import { CoupaError } from '../errors.js'
import { readSummary } from '../requisitions/requisition-records.js'
import { assertMaySee, type Reading, requisitionView } from './requisition-view.js'
import type { Transaction } from './unit-of-work.js'

export function approvals(
  { transaction }: { readonly transaction: Transaction },
  reading: () => Reading,
): Approvals {
  /** Whoever may not see the requisition is not told that there is one. */
  const change = <D extends { readonly requisition: number }>(
    login: string,
    detail: D,
    transition: (work: Work, login: string, detail: D) => void,
  ) => {
    assertMaySee(reading(), login, readSummary(reading().db, detail.requisition))
    transaction(work => transition(work, login, detail))
    return requisitionView(reading(), login, detail.requisition)
  }
  return {
    addApprover: (login, addition) => change(login, addition, addApprover),
    removeApprover: (login, removal) => change(login, removal, removeApprover),
    removePlannedApprover: (login, removal) => change(login, removal, removePlanned),
    removeWatcher: (login, removal) => change(login, removal, removeAddedWatcher),
    delegations: login => delegationsOf(reading(), findPerson(reading().company, login).login),
    delegate(login, wanted) {
      const id = transaction(work => delegate(work, login, wanted))
      const made = findDelegation(reading().db, id)
      if (made === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no delegation ${id}`)
      return made
    },
    endDelegation: (login, id) => transaction(work => endDelegation(work, login, id)),
    mailLink(token) {
      const { login, approval } = readMailLink(reading(), token)
      return mailLinkView(reading(), login, approval.requisition)
    },
    decideByMail(token, decision) {
      const { login } = readMailLink(reading(), token)
      const requisition = transaction(work => decideByMail(work, token, decision))
      return mailLinkView(reading(), login, requisition)
    },
  }
}

function mailLinkView({ db, company }: Reading, login: string, requisition: number): MailLinkView {
  return {
    person: { login, fullName: fullName(findPerson(company, login)) },
    requisition: readSummary(db, requisition),
  }
}

import { readApprovable } from '../approvables.js'
import { addApprover, removeAddedWatcher, removeApprover, removePlanned } from '../approvals/ad-hoc.js'
import type { Approvable } from '../approvals/approvable.js'
import { approve, goOn, hold, reject } from '../approvals/decide.js'
import { delegate, endDelegation } from '../approvals/delegate.js'
import { delegationsOf, findDelegation } from '../approvals/delegation.js'
import { decideByMail, readMailLink } from '../approvals/mail-links.js'
import type { Approvals, MailLinkView } from '../approvals.js'
import { findPerson, fullName } from '../company/people.js'
import type { ApprovableKey } from '../control/approvable-key.js'
import type { Work } from '../control/work.js'
import { CoupaError } from '../errors.js'
import { approvalsView } from './approvals-view.js'
import { toDo } from './home.js'
import { assertMaySeeDocument } from './may-see.js'
import type { Reading } from './reading.js'
import type { Transaction } from './unit-of-work.js'

export function approvals(
  { transaction }: { readonly transaction: Transaction },
  reading: () => Reading,
): Approvals {
  /** Whoever has nothing to do with the document is not told that there is one. */
  const decide = <D extends { readonly on: ApprovableKey }>(
    login: string,
    decision: D,
    transition: (work: Work, login: string, decision: D) => void,
  ) => {
    transaction(work => transition(work, findPerson(work.company, login).login, decision))
    return approvalsView(reading(), login, decision.on)
  }
  const changeChain = (
    login: string,
    on: ApprovableKey,
    change: (work: Work, approvable: Approvable) => void,
  ) => {
    assertMaySeeDocument(reading(), login, on)
    transaction(work => change(work, readApprovable(work, on)))
    return approvalsView(reading(), login, on)
  }
  return {
    approve: (login, decision) => decide(login, decision, approve),
    reject: (login, decision) => decide(login, decision, reject),
    hold: (login, decision) => decide(login, decision, hold),
    goOn: (login, decision) => decide(login, decision, goOn),
    toDo: login => toDo(reading(), login),
    addApprover: (login, { on, ...addition }) =>
      changeChain(login, on, (work, approvable) => addApprover(work, login, approvable, addition)),
    removeApprover: (login, { on, approval }) =>
      changeChain(login, on, (work, approvable) => removeApprover(work, login, approvable, approval)),
    removePlannedApprover: (login, { on, planned }) =>
      changeChain(login, on, (work, approvable) => removePlanned(work, login, approvable, planned)),
    removeWatcher: (login, { on, watcher }) =>
      changeChain(login, on, (work, approvable) => removeAddedWatcher(work, login, approvable, watcher)),
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
      return mailLinkView(reading(), login, approval.on)
    },
    decideByMail(token, decision) {
      const { login } = readMailLink(reading(), token)
      const on = transaction(work => decideByMail(work, token, decision))
      return mailLinkView(reading(), login, on)
    },
  }
}

function mailLinkView(reading: Reading, login: string, on: ApprovableKey): MailLinkView {
  return {
    person: { login, fullName: fullName(findPerson(reading.company, login)) },
    approvable: readApprovable(reading, on),
  }
}

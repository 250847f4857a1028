import type { AdHocPlace } from '../../approvals/approval.js'
import { type Page, type Redirect, redirect, type Visit } from '../answer.js'
import { requisitionPath } from '../paths.js'
import { readNumber } from '../read-number.js'
import { act } from './decide.js'
import { requisitionNumber } from './show-page.js'

/** Approvers and watchers that somebody adds to one requisition, or takes back. */

export function addApprover(visit: Visit): Page | Redirect {
  const approver = visit.form.text('approver')
  return act(visit, 'chain-changed', (login, requisition) =>
    visit.coupa.addApprover(login, { requisition, approver, place: readPlace(visit.form.text('place')) }),
  )
}

function readPlace(text: string): AdHocPlace {
  return text === 'at_end' || text === 'as_watcher' ? text : 'after_current'
}

export function removeApprover({ coupa, person, params }: Visit): Redirect {
  const requisition = requisitionNumber(params)
  coupa.removeApprover(person.login, { requisition, approval: readNumber(params.approval, 'approval') })
  return redirect(requisitionPath(requisition), 'chain-changed')
}

export function removePlannedApprover({ coupa, person, params }: Visit): Redirect {
  const requisition = requisitionNumber(params)
  coupa.removePlannedApprover(person.login, { requisition, planned: readNumber(params.planned, 'approver') })
  return redirect(requisitionPath(requisition), 'chain-changed')
}

export function removeWatcher({ coupa, person, params }: Visit): Redirect {
  const requisition = requisitionNumber(params)
  coupa.removeWatcher(person.login, { requisition, watcher: readNumber(params.watcher, 'watcher') })
  return redirect(requisitionPath(requisition), 'chain-changed')
}

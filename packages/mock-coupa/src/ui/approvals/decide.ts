import type { AdHocPlace } from '../../approvals/approval.js'
import type { ApprovableKey, ApprovableType } from '../../control/approvable-key.js'
import { CoupaError } from '../../errors.js'
import { type Action, type Page, type Redirect, redirect, type Visit } from '../answer.js'
import { contractPage } from '../contracts/show-page.js'
import { invoicePage } from '../invoices/show-page.js'
import type { NoticeCode } from '../notices.js'
import { orderPage } from '../orders/show-page.js'
import { contractPath, invoicePath, orderPath, ownRequisitionPath } from '../paths.js'
import { overtaken } from '../problem-page.js'
import { readNumber } from '../read-number.js'
import { requisitionPage } from '../requisitions/show-page.js'
import type { Attempt } from './attempt.js'

/** Where one type of document is shown. */
interface Shown {
  readonly path: (visit: Visit, id: number) => string
  readonly page: (visit: Visit, id: number, attempt?: Attempt) => Page
}

const shown: Readonly<Record<ApprovableType, Shown>> = {
  RequisitionHeader: {
    path: ({ coupa, person }, number) => ownRequisitionPath(coupa.requisition(person.login, number)),
    page: ({ coupa, person }, number, attempt) =>
      requisitionPage(coupa.requisition(person.login, number), attempt),
  },
  OrderHeaderChange: {
    path: ({ coupa, person }, id) => orderPath(coupa.changeOrder(person.login, id).number),
    page({ coupa, person }, id, attempt) {
      const { number } = coupa.changeOrder(person.login, id)
      return orderPage(coupa.purchaseOrder(person.login, number), attempt && { change: id, ...attempt })
    },
  },
  InvoiceHeader: {
    path: (_, id) => invoicePath(id),
    page: ({ coupa, person }, id, attempt) => invoicePage(coupa.invoice(person.login, id), attempt),
  },
  Contract: {
    path: (_, id) => contractPath(id),
    page: ({ coupa, person }, id, attempt) => contractPage(coupa.contract(person.login, id), attempt),
  },
}

/** What people do with the approvals of one document: each is one POST, and then the page of the document again. */
const actions: readonly (readonly [
  path: string,
  done: NoticeCode,
  act: (visit: Visit, on: ApprovableKey) => void,
])[] = [
  [
    'approve',
    'approved',
    (visit, on) => visit.coupa.approve(visit.person.login, { on, ...commentOf(visit) }),
  ],
  [
    'reject',
    'rejected',
    ({ coupa, person, form }, on) => coupa.reject(person.login, { on, comment: form.text('comment') }),
  ],
  ['hold', 'held', (visit, on) => visit.coupa.hold(visit.person.login, { on, ...commentOf(visit) })],
  ['go-on', 'off-hold', ({ coupa, person }, on) => coupa.goOn(person.login, { on })],
  [
    'approvers',
    'chain-changed',
    ({ coupa, person, form }, on) =>
      coupa.addApprover(person.login, {
        on,
        approver: form.text('approver'),
        place: placeOf(form.text('place')),
      }),
  ],
  [
    'approvers/:which/remove',
    'chain-changed',
    (visit, on) => visit.coupa.removeApprover(visit.person.login, { on, approval: whichOf(visit) }),
  ],
  [
    'planned-approvers/:which/remove',
    'chain-changed',
    (visit, on) => visit.coupa.removePlannedApprover(visit.person.login, { on, planned: whichOf(visit) }),
  ],
  [
    'watchers/:which/remove',
    'chain-changed',
    (visit, on) => visit.coupa.removeWatcher(visit.person.login, { on, watcher: whichOf(visit) }),
  ],
]

/** Below the address of a document of this type, `base`. */
export function approvalRoutes(
  base: string,
  type: ApprovableType,
): readonly (readonly ['POST', string, Action, 'person'])[] {
  return actions.map(([path, done, act]) => [
    'POST',
    `${base}/:document/${path}`,
    visit => answer(visit, { type, id: readNumber(visit.params.document, 'document') }, { done, act }),
    'person',
  ])
}

/** What comes too late or has a wrong field brings the page back; any other refusal is a page of its own. */
function answer(
  visit: Visit,
  on: ApprovableKey,
  { done, act }: { readonly done: NoticeCode; readonly act: (visit: Visit, on: ApprovableKey) => void },
): Page | Redirect {
  const { path, page } = shown[on.type]
  try {
    act(visit, on)
    return redirect(path(visit, on.id), done)
  } catch (error) {
    if (!(error instanceof CoupaError)) throw error
    if (error.code === 'ERR_COUPA_CONFLICT') return overtaken(page(visit, on.id), error)
    if (error.fields.length === 0) throw error
    const values = Object.fromEntries(
      ['comment', 'approver', 'place'].map(name => [name, visit.form.text(name)]),
    )
    return page(visit, on.id, { values, problems: error.fields })
  }
}

function commentOf({ form }: Visit): { readonly comment?: string } {
  const comment = form.optional('comment')
  return comment === undefined ? {} : { comment }
}

function placeOf(text: string): AdHocPlace {
  return text === 'at_end' || text === 'as_watcher' ? text : 'after_current'
}

function whichOf({ params }: Visit): number {
  return readNumber(params.which, 'approver')
}

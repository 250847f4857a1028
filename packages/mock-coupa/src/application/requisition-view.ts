import { isInvolvedIn } from '../approvals/acting.js'
import { listAttachments } from '../comments/attachment-records.js'
import { isMentionedOn, listComments } from '../comments/comment-records.js'
import { listTags } from '../comments/tags.js'
import type { Company, User } from '../company/company.js'
import { findPerson, fullName } from '../company/people.js'
import { CoupaError } from '../errors.js'
import { historyOfRequisition } from '../journal/history.js'
import { listPurchaseOrders } from '../purchase-orders/purchase-order-records.js'
import type { CartChoices, RequisitionView } from '../requests.js'
import { linesToCopy } from '../requisitions/copy.js'
import { isOwn as isOwnRequisition } from '../requisitions/edit-cart.js'
import { type Looking, punchoutSessions } from '../requisitions/punchout-session.js'
import type { Requisition } from '../requisitions/requisition.js'
import { isPreparedBy, readRequisition } from '../requisitions/requisition-records.js'
import { readOperationAllowed } from '../shopping/trip-records.js'
import { approvalsView } from './approvals-view.js'
import type { Reading } from './reading.js'

/** Whose lines can be opened again at a shop depends on who looks. */
export function lookingAt({ db, company, system }: Reading, login: string): Looking {
  const { operations } = system
  return { login, company, operations, operationAllowed: trip => readOperationAllowed(db, trip) }
}

/** Administrators see everybody's. */
export function ownOrAll({ company }: Reading, login: string): { readonly login?: string } {
  return findPerson(company, login).administrator ? {} : { login }
}

/** For the requester, the approvers of its chain and administrators; for others it does not exist. */
export function requisitionView(reading: Reading, login: string, number: number): RequisitionView {
  const requisition = readRequisition(reading.db, number)
  assertMaySee(reading, login, requisition)
  const isOwn = isOwnRequisition(requisition, login)
  const isOpen = requisition.status === 'cart' || requisition.status === 'draft'
  const approvals = approvalsView(reading, login, { type: 'RequisitionHeader', id: number })
  const mayComplete =
    requisition.status === 'pending_buyer_action' && findPerson(reading.company, login).administrator
  return {
    ...requisition,
    ...approvals,
    requester: requesterOf(reading.company, requisition),
    history: historyOfRequisition(reading.db, number),
    comments: listComments(reading.db, { type: 'RequisitionHeader', id: number }),
    attachments: listAttachments(reading.db, { type: 'RequisitionHeader', id: number }),
    purchaseOrders: listPurchaseOrders(reading.db, { requisition: number }),
    tags: listTags(reading.db, { type: 'RequisitionHeader', id: number }),
    trace: `requisition-${number}`,
    punchoutSessions: punchoutSessions(requisition, lookingAt(reading, login)),
    may: {
      copy: isOwn && linesToCopy(reading.system, requisition.lines).length > 0,
      edit: isOwn && isOpen,
      submit: isOwn && isOpen && requisition.lines.length > 0,
      complete: mayComplete,
      withdraw: isOwn && (requisition.status === 'pending_approval' || requisition.status === 'draft'),
      ...approvals.may,
    },
    supplierChoices: mayComplete ? activeSuppliers(reading) : [],
    ...((isOwn && isOpen) || mayComplete ? { cartChoices: cartChoices(reading.company) } : {}),
  }
}

/** Names of commodities are not unique: several codes lead to one. */
function cartChoices({ people, addresses, commodities, accounts }: Readonly<Company>): CartChoices {
  return {
    people: people
      .filter(({ active }) => active)
      .map(person => ({ login: person.login, fullName: fullName(person) })),
    addresses: addresses.map(({ code, name }) => ({ code, name })),
    commodities: [...new Set(commodities.map(({ name }) => name))],
    accounts: accounts.map(({ name }) => name),
  }
}

/**
 * The existence of somebody else's requisition is not told: numbers can be counted through.
 * Unverified: whoever a comment mentions may see what it stands on; else the mention would lead nowhere.
 */
export function assertMaySee(
  reading: Reading,
  login: string,
  requisition: { readonly number: number; readonly requestedBy: { readonly login: string } },
): void {
  const person = findPerson(reading.company, login)
  const may =
    person.administrator ||
    requisition.requestedBy.login === login ||
    isPreparedBy(reading.db, requisition.number, login) ||
    isInvolvedIn(reading, { type: 'RequisitionHeader', id: requisition.number }, login) ||
    isMentionedOn(reading.db, requisition.number, login)
  if (!may) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no requisition ${requisition.number}`)
}

/** Whoever has left is shown by what the requisition remembers. */
function requesterOf(company: Readonly<Company>, { requestedBy }: Requisition): User {
  const person = company.people.find(candidate => candidate.login === requestedBy.login)
  if (person !== undefined) return person
  const [firstName = requestedBy.fullName, ...rest] = requestedBy.fullName.split(' ')
  return {
    login: requestedBy.login,
    firstName,
    lastName: rest.join(' '),
    email: '',
    title: '',
    department: '',
    administrator: false,
    active: false,
    address: '',
    account: '',
  }
}

function activeSuppliers({ company }: Reading): { readonly id: number; readonly name: string }[] {
  return company.suppliers.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))
}

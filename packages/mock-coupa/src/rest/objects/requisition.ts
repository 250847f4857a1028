import { planApprover, readPlannedApprovers } from '../../approvals/planned-approvers.js'
import { findPerson, fullName } from '../../company/people.js'
import type { Work } from '../../control/work.js'
import { CoupaError } from '../../errors.js'
import { abandon } from '../../requisitions/abandon.js'
import { changeDraft, changeUnchecked, createDraft } from '../../requisitions/draft.js'
import { findCart, readRequisition } from '../../requisitions/requisition-records.js'
import { scheduleIssuance } from '../../requisitions/schedule-issuance.js'
import { submitFor } from '../../requisitions/submit.js'
import type { Call } from '../schema/call.js'
import {
  belongsTo,
  boolean,
  datetime,
  decimal,
  emptyList,
  hasMany,
  integer,
  kept,
  keptList,
  keptObject,
  string,
} from '../schema/field.js'
import { type Given, keyGiven, listGiven, nothingGiven, numberGiven } from '../schema/given.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { approvalFields, chainActions } from './chain-actions.js'
import { attachmentsOf, conversationOn } from './conversation.js'
import { authors, identity } from './dated.js'
import { draftOf } from './requisition-draft.js'
import { hasTags, tagFields, writeTagsGiven } from './tags.js'

export const requisition: ObjectDefinition = defineObject({
  name: 'requisition-header',
  path: 'requisitions',
  title: 'Requisitions',
  scope: 'requisition',
  table: 'requisitions',
  id: 't.number',
  customFields: 'custom_fields',
  namedBy: ['id'],
  fields: {
    ...identity,
    id: integer({ sql: 't.number', direction: 'out' }),
    'req-title': string({ sql: 't.title', maxLength: 50 }),
    'buyer-note': string(),
    justification: string(),
    'need-by-date': datetime(),
    'reject-reason-comment': string({ sql: 't.reject_reason', direction: 'out' }),
    status: string({ direction: 'out' }),
    'price-hidden': boolean({ sql: 't.hide_price', direction: 'out' }),
    'hide-price': boolean({ direction: 'in' }),
    'submitted-at': datetime({ direction: 'out' }),
    exported: boolean(),
    'last-exported-at': datetime({ direction: 'out' }),
    'ship-to-attention': string({ maxLength: 255 }),
    'receiving-warehouse-id': kept('integer'),
    'external-po-reference': string({ maxLength: 255 }),
    'line-count': integer({
      sql: '(SELECT count(*) FROM requisition_lines l WHERE l.requisition = t.number)',
      direction: 'out',
    }),
    total: decimal({ direction: 'out', places: 2 }),
    'total-with-estimated-tax': decimal({
      sql: `CASE t.estimated_tax_percent WHEN '0' THEN t.total
        ELSE decimal_with_percent(t.total, t.estimated_tax_percent) END`,
      direction: 'out',
      places: 2,
    }),
    'mobile-total': decimal({ sql: 't.total', direction: 'out', places: 2 }),
    currency: belongsTo('currency', { of: 'code' }),
    'requested-by': belongsTo('user', { of: 'login', sql: 't.login' }),
    requester: belongsTo('user', { of: 'login', sql: 't.login', direction: 'in' }),
    'ship-to-address': belongsTo('address', {
      of: 'location_code',
      sql: 'coalesce(t.ship_to, (SELECT address FROM users WHERE users.login = t.login))',
      column: 'ship_to',
    }),
    department: belongsTo('department', { of: 'name' }),
    attachments: attachmentsOf('RequisitionHeader', 't.number'),
    'requisition-lines': hasMany('requisition-line', {
      sql: 't.number',
      foreign: 't.requisition',
      order: 't.line_num',
      direction: 'both',
    }),
    ...approvalFields('RequisitionHeader', 't.number'),
    'mobile-currency': belongsTo('currency', { of: 'code', sql: 't.currency', direction: 'out' }),
    milestones: keptList(),
    'recurring-rules': emptyList(),
    ...tagFields('RequisitionHeader', 't.number'),
    pcard: keptObject(),
    'user-members': emptyList(),
    'user-group-members': emptyList(),
    ...authors,
    'created-by': belongsTo('user', { of: 'login' }),
  },
  create: (call, given) => createBy(call, given, 'draft'),
  update: (call, id, given) => change(call, id, given),
  remove(call, id) {
    call.transaction(work => abandon(work, id, { name: fullName(findPerson(work.company, call.login)) }))
  },
  actions: requisitionActions(),
  nested: conversationOn('RequisitionHeader'),
  lists: [
    {
      path: 'mine',
      summary: 'Requisitions of the person that the client acts as',
      where: ({ login }) => [{ sql: 't.login', type: 'string', operator: 'eq', values: [login] }],
    },
  ],
})

function createBy(call: Call, given: Given, status: 'cart' | 'draft'): number {
  return call.transaction(work => {
    const createdBy =
      (work.company.allowCreatedByOverrideViaApi && keyGiven(given, 'created-by')) || call.login
    const by = { requester: requesterOf(call, given), createdBy, status }
    const id = createDraft(work, draftOf(given), by)
    writeBeside(work, id, given, call.login)
    return id
  })
}

function change(call: Call, id: number, given: Given, write = changeDraft): void {
  call.transaction(work => {
    write(work, id, draftOf(given), call.login)
    writeBeside(work, id, given, call.login)
  })
}

/** Tags, of the whole and of lines, and whom the body wants asked besides. Unverified: where in the chain. */
function writeBeside(work: Work, id: number, given: Given, login: string): void {
  writeTagsGiven(work, { type: 'RequisitionHeader', id }, given, login)
  const lines = listGiven(given, 'requisition-lines') ?? []
  if (lines.some(hasTags)) {
    for (const [line, lineId] of writtenLines(work, id, lines)) {
      writeTagsGiven(work, { type: 'RequisitionLine', id: lineId }, line, login)
    }
  }
  const approver = keyGiven(given, 'approver')
  const on = { type: 'RequisitionHeader', id } as const
  const isPlanned = readPlannedApprovers(work.db, on).some(planned => planned.login === approver)
  if (approver && !isPlanned) planApprover(work, login, { on, approver, place: 'at_end' })
}

/** Whoever the body names; else the person that the client acts as. */
function requesterOf({ login }: Call, given: Given): string {
  return keyGiven(given, 'requester') ?? keyGiven(given, 'requested-by') ?? login
}

/** The lines of a body with their ids: named by id or number, else added at the end, one after the other. */
function writtenLines(work: Work, id: number, given: readonly Given[]): (readonly [Given, number])[] {
  const { lines } = readRequisition(work.db, id)
  const known = given.map(line => {
    const [lineId, lineNum] = [numberGiven(line, 'id'), numberGiven(line, 'line-num')]
    return lines.find(one => one.id === lineId || (lineId === undefined && one.lineNum === lineNum))
  })
  const added = lines.slice(lines.length - known.filter(line => line === undefined).length)
  return given.flatMap((line, index) => {
    const written = known[index] ?? added.shift()
    return written === undefined ? [] : [[line, written.id] as const]
  })
}

/** The cart of a person, opened where there is none. */
function cartOf(call: Call, given: Given): number {
  return call.transaction(work => {
    const requester = requesterOf(call, given)
    const cart = findCart(work.db, requester)
    if (cart !== undefined) return cart.number
    return createDraft(work, {}, { requester, createdBy: call.login, status: 'cart' })
  })
}

function submitById(call: Call, id: number): number {
  call.transaction(work => submitFor(work, call.login, { requisition: id }))
  return id
}

/** Unverified: how the two actions name the moment. We take `issue-at`, in the query or the body. */
function schedule(isSet: boolean): Action['perform'] {
  return (call, _id, given) => {
    const id = Number(call.query.get('id') ?? given.fields.get('id') ?? 0)
    const issueAt = call.query.get('issue_at') ?? call.query.get('issue-at')
    const at = issueAt === null ? undefined : new Date(issueAt)
    if (isSet && (at === undefined || Number.isNaN(at.getTime()))) {
      throw new CoupaError('ERR_COUPA_INVALID', 'issue_at must be a time such as 2026-03-02T09:00:00-08:00')
    }
    call.transaction(work =>
      scheduleIssuance(work, id, fullName(findPerson(work.company, call.login)), isSet ? at : undefined),
    )
    return id
  }
}

function requisitionActions(): Action[] {
  const post = (path: string, summary: string, perform: Action['perform']): Action => ({
    method: 'POST',
    path,
    summary,
    perform,
    scope: 'write',
    takesBody: true,
  })
  const put = (path: string, summary: string, perform: Action['perform']): Action => ({
    ...post(`:id/${path}`, summary, perform),
    method: 'PUT',
  })
  const update = (call: Call, id: number, given: Given) => {
    change(call, id, given)
    return id
  }
  return [
    {
      method: 'GET',
      path: 'current_cart',
      summary: 'The cart of the person that the client acts as, opened where there is none',
      scope: 'read',
      perform: call => cartOf(call, nothingGiven),
    },
    post('create_as_cart', 'Creates a requisition, as a draft', (call, _id, given) =>
      createBy(call, given, 'draft'),
    ),
    post('add_to_cart', 'Adds lines to the cart', (call, _id, given) => {
      const cart = cartOf(call, given)
      return update(call, cart, given)
    }),
    post('submit_for_approval', 'Creates a requisition and submits it', (call, _id, given) =>
      submitById(call, createBy(call, given, 'draft')),
    ),
    post('new/submit_for_approval', 'The same, as it was called before', (call, _id, given) =>
      submitById(call, createBy(call, given, 'draft')),
    ),
    post('schedule_issuance', 'Orders are issued at a time', schedule(true)),
    post('unschedule_issuance', 'Orders are issued once approved', schedule(false)),
    put('submit_for_approval', 'Submits', submitById),
    put('update_and_submit_for_approval', 'Changes and submits', (call, id, given) => {
      update(call, id, given)
      return submitById(call, id)
    }),
    ...chainActions('RequisitionHeader'),
    put(
      'update_without_validation',
      'Changes, and leaves the checks to the submission',
      (call, id, given) => {
        change(call, id, given, changeUnchecked)
        return id
      },
    ),
    put('save_for_later', 'A cart becomes a draft', (call, id, given) => {
      update(call, id, given)
      call.transaction(({ db }) =>
        db.run(`UPDATE requisitions SET status = 'draft' WHERE number = $id AND status = 'cart'`, { id }),
      )
      return id
    }),
  ]
}

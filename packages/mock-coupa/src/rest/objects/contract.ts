import { findPerson } from '../../company/people.js'
import {
  assertChangeable,
  assertNotLocked,
  checkIn,
  checkOut,
  completeContract,
  publishContract,
  recordPublishedChange,
  submitContract,
} from '../../contracts/act-on-contract.js'
import { readContract } from '../../contracts/contract-records.js'
import type { Work } from '../../control/work.js'
import { CoupaError } from '../../errors.js'
import { recordHistory } from '../../journal/history.js'
import type { Call } from '../schema/call.js'
import { belongsTo, datetime, decimal, integer, keptReference, string } from '../schema/field.js'
import type { Given } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { insertRow, updateRow } from '../schema/table-writer.js'
import { actorOf } from './actor.js'
import { approvalFields, chainActions } from './chain-actions.js'
import { contractDetails } from './contract-details.js'
import { authors, identity } from './dated.js'
import { transitionBy } from './transition.js'

const put = transitionBy('PUT')

/** Documented: Contracts API. */
export const contract: ObjectDefinition = defineObject({
  name: 'contract',
  path: 'contracts',
  title: 'Contracts',
  scope: 'contract',
  table: 'contracts',
  customFields: 'custom_fields',
  embedded: ['id', 'created-at', 'updated-at', 'name', 'number', 'status', 'start-date', 'end-date'],
  fields: {
    ...identity,
    name: string({ required: true, unique: true, maxLength: 100 }),
    number: string({ required: true, unique: true, maxLength: 50 }),
    status: string({ sql: 't.status' }),
    type: string({ sql: `'MasterContract'`, direction: 'out' }),
    'start-date': datetime(),
    'end-date': datetime(),
    'minimum-value': decimal({ places: 2 }),
    'maximum-value': decimal({ places: 2 }),
    'reject-reason': string({ direction: 'out' }),
    ...contractDetails,
    version: integer({ direction: 'out' }),
    'published-date': datetime({ direction: 'out' }),
    'locked-by-user-id': integer({
      sql: '(SELECT id FROM users WHERE users.login = t.locked_by)',
      direction: 'out',
    }),
    supplier: belongsTo('supplier', { required: true }),
    currency: belongsTo('currency', { of: 'code' }),
    submitter: belongsTo('user', { of: 'login', direction: 'out' }),
    'payment-term': keptReference('payment-term', 'code'),
    'shipping-term': keptReference('shipping-term', 'code'),
    ...approvalFields('Contract'),
    ...authors,
  },
  create(call, given) {
    return call.transaction(work => {
      const { status = 'draft', given: content } = withoutStatus(given)
      if (status !== 'draft' && status !== 'published') {
        throw new CoupaError(
          'ERR_COUPA_INVALID',
          'Status must be draft or published; actions lead to the others',
        )
      }
      const columns = { status: 'draft' }
      const id = insertRow(work, contract, { given: content, login: call.login, columns })
      recordHistory(work, { on: { type: 'Contract', id }, by: actorOf(call).name, text: 'Created' })
      if (status === 'published') publishContract(work, call.login, id)
      return id
    })
  },
  update(call, id, given) {
    call.transaction(work => {
      assertChangeable(work, call.login, id)
      write(work, call, id, given)
    })
  },
  actions: [
    put('submit_for_approval', 'Asks its approvers', submitContract),
    ...chainActions('Contract'),
    put('complete', 'Ends a contract', completeContract),
    put('check_out', 'Keeps others from changing it', checkOut),
    put('check_in', 'Lets others change it again', checkIn),
    {
      method: 'POST',
      path: ':id/create_published',
      summary: 'Changes a draft and publishes it without asking anybody',
      scope: 'write',
      takesBody: true,
      perform(call, id, given) {
        call.transaction(work => {
          assertChangeable(work, call.login, id)
          write(work, call, id, given)
          publishContract(work, call.login, id)
        })
        return id
      },
    },
    {
      method: 'PUT',
      path: ':id/update_published',
      summary: 'Changes what is published, without asking anybody',
      scope: 'write',
      takesBody: true,
      perform(call, id, given) {
        call.transaction(work => changePublished(work, call, id, given))
        return id
      },
    },
  ],
})

function withoutStatus(given: Given): { readonly status: unknown; readonly given: Given } {
  const fields = new Map(given.fields)
  const status = fields.get('status')
  fields.delete('status')
  return { status, given: { ...given, fields } }
}

/** A status that it has already may be said again: clients send back what they have read. */
function write(work: Work, call: Call, id: number, given: Given): void {
  const { status, given: content } = withoutStatus(given)
  const known = readContract(work.db, id).status
  if (status !== undefined && status !== known) {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `A contract becomes ${String(status)} by an action, such as submit_for_approval or create_published; it is ${known}`,
    )
  }
  updateRow(work, contract, { id, given: content, login: call.login })
}

function changePublished(work: Work, call: Call, id: number, given: Given): void {
  findPerson(work.company, call.login)
  assertNotLocked(work, call.login, id)
  const { name, status } = readContract(work.db, id)
  if (status !== 'published') {
    throw new CoupaError(
      'ERR_COUPA_CONFLICT',
      `Contract ${name} is ${status}: update_published changes what is published`,
    )
  }
  write(work, call, id, given)
  recordPublishedChange(work, call.login, id)
}

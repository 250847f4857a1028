import { findPerson, fullName } from '../../company/people.js'
import type { Work } from '../../control/work.js'
import type { Actor } from '../../purchase-orders/revisions.js'
import {
  receiveShipNotice,
  receiveShipNoticeLine,
  voidShipNotice,
  voidShipNoticeLine,
} from '../../receiving/ship-notice.js'
import type { Call } from '../schema/call.js'
import { belongsTo, datetime, decimal, hasMany, integer, string } from '../schema/field.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { authors, identity } from './dated.js'

function act(path: string, summary: string, transition: (work: Work, id: number, by: Actor) => void): Action {
  return {
    method: 'PUT',
    path: `:id/${path}`,
    summary,
    scope: 'write',
    perform(call: Call, id) {
      const by = { login: call.login, name: fullName(findPerson(call.companyFile.current, call.login)) }
      call.transaction(work => transition(work, id, by))
      return id
    },
  }
}

/** Unverified: the names of the fields; Coupa's page lists the addresses only. */
export const asnHeader: ObjectDefinition = defineObject({
  name: 'asn-header',
  path: 'asn/headers',
  title: 'Advance Ship Notices',
  scope: 'inventory.asn',
  table: 'asn_headers',
  namedBy: ['id'],
  embedded: ['id', 'asn-number', 'status', 'ship-date', 'delivery-date', 'tracking-number'],
  fields: {
    ...identity,
    'asn-number': string({ direction: 'out' }),
    status: string({ direction: 'out' }),
    'notice-date': datetime({ direction: 'out' }),
    'ship-date': datetime({ direction: 'out' }),
    'delivery-date': datetime({ direction: 'out' }),
    carrier: string({ direction: 'out' }),
    'tracking-number': string({ direction: 'out' }),
    comments: string({ direction: 'out' }),
    supplier: belongsTo('supplier', { direction: 'out' }),
    'asn-lines': hasMany('asn-line', { foreign: 't.asn', order: 't.line_num' }),
    ...authors,
  },
  actions: [
    act('receive', 'Everything in it has arrived', receiveShipNotice),
    act('void', 'It does not come', voidShipNotice),
  ],
})

export const asnLine: ObjectDefinition = defineObject({
  name: 'asn-line',
  path: 'asn/lines',
  title: 'Advance Ship Notice Lines',
  scope: 'inventory.asn',
  table: 'asn_lines',
  namedBy: ['id'],
  fields: {
    ...identity,
    'line-num': integer({ direction: 'out' }),
    status: string({ direction: 'out' }),
    quantity: decimal({ direction: 'out' }),
    'asn-header-id': integer({ sql: 't.asn', direction: 'out' }),
    'order-header-id': integer({ sql: 't.purchase_order', direction: 'out' }),
    'order-line': belongsTo('order-line', { direction: 'out' }),
    uom: belongsTo('uom', { of: 'code', direction: 'out' }),
  },
  actions: [
    act('receive', 'It has arrived', receiveShipNoticeLine),
    act('void', 'It does not come', voidShipNoticeLine),
  ],
})

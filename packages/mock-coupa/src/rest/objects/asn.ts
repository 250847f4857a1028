import type { Work } from '../../control/work.js'
import { readLine } from '../../purchase-orders/purchase-order-lines.js'
import type { Actor } from '../../purchase-orders/revisions.js'
import {
  receiveShipNotice,
  receiveShipNoticeLine,
  voidShipNotice,
  voidShipNoticeLine,
} from '../../receiving/ship-notice.js'
import {
  type NewShipNotice,
  type NewShipNoticeLine,
  readShipNotice,
  type ShipNotice,
} from '../../receiving/ship-notice-records.js'
import { changeShipNotice, createShipNotice } from '../../receiving/write-ship-notice.js'
import {
  alike,
  belongsTo,
  datetime,
  decimal,
  hasMany,
  integer,
  kept,
  keptObject,
  keptReference,
  string,
} from '../schema/field.js'
import { dateGiven, type Given, idGiven, keyGiven, listGiven, said, textGiven } from '../schema/given.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { keepFields } from '../schema/table-writer.js'
import { actorOf } from './actor.js'
import { authors, identity } from './dated.js'

/** Of one, and of each that is found. */
function act(
  path: string,
  summary: string,
  transition: (work: Work, id: number, by: Actor) => void,
): Action[] {
  const action: Action = {
    method: 'PUT',
    path,
    summary,
    // What is received is received as a whole, whether or not this is said. Documented: the name.
    query: path === 'receive' ? ['fully_consume'] : [],
    scope: 'write',
    perform(call, id) {
      call.transaction(work => transition(work, id, actorOf(call)))
      return id
    },
  }
  return [
    { ...action, each: true },
    { ...action, path: `:id/${path}` },
  ]
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
    'asn-number': string({ required: true, maxLength: 255 }),
    status: string({ direction: 'out' }),
    'notice-date': datetime(),
    'ship-date': datetime(),
    'delivery-date': datetime(),
    carrier: string({ maxLength: 255 }),
    'tracking-number': string({ maxLength: 255 }),
    comments: string(),
    ...alike(
      `bill-of-lading container packing-slip ship-method ship-note standard-carrier-alpha-code trailer uom`,
      kept('string', { maxLength: 255 }),
    ),
    'gross-weight': kept('decimal'),
    'export-flag': kept('boolean'),
    'ship-to-address': keptReference('address', 'location_code'),
    'ship-to-user': keptReference('user', 'login'),
    'ship-to-warehouse': keptObject(),
    supplier: belongsTo('supplier', { required: true }),
    // Coupa's page calls them `lines`; both are taken and shown.
    lines: hasMany('asn-line', { foreign: 't.asn', order: 't.line_num', direction: 'both' }),
    'asn-lines': hasMany('asn-line', { foreign: 't.asn', order: 't.line_num', direction: 'both' }),
    ...authors,
  },
  create: (call, given) =>
    call.transaction(work => {
      const id = createShipNotice(work, noticeOf(work, given), actorOf(call))
      work.db.run('UPDATE asn_headers SET created_by = $by, updated_by = $by WHERE id = $id', {
        id,
        by: call.login,
      })
      keepFields(work, asnHeader, { id, given, login: call.login })
      return id
    }),
  update(call, id, given) {
    call.transaction(work => {
      const known = readShipNotice(work.db, id)
      changeShipNotice(work, id, { ...known, ...noticeOf(work, given, known) }, actorOf(call))
      work.db.run('UPDATE asn_headers SET updated_by = $by WHERE id = $id', { id, by: call.login })
      keepFields(work, asnHeader, { id, given, login: call.login })
    })
  },
  actions: [
    ...act('receive', 'Everything in it has arrived', receiveShipNotice),
    ...act('void', 'It does not come', voidShipNotice),
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
    quantity: decimal({ required: true }),
    'asn-header-id': integer({ sql: 't.asn', direction: 'out' }),
    'order-header-id': integer({ sql: 't.purchase_order', direction: 'out' }),
    'order-line': belongsTo('order-line', { required: true }),
    uom: belongsTo('uom', { of: 'code' }),
  },
  actions: [
    ...act('receive', 'It has arrived', receiveShipNoticeLine),
    ...act('void', 'It does not come', voidShipNoticeLine),
  ],
})

function noticeOf(work: Work, given: Given, known?: ShipNotice): NewShipNotice {
  const lines = (listGiven(given, 'lines') ?? listGiven(given, 'asn-lines'))?.map(line => lineOf(work, line))
  const standing = known?.lines.filter(({ status }) => status === 'in_transit') ?? []
  return {
    asnNumber: textGiven(given, 'asn-number') ?? known?.asnNumber ?? '',
    supplier: idGiven(given, 'supplier') ?? known?.supplier ?? 0,
    lines: lines ?? standing,
    ...said({
      noticeDate: dateGiven(given, 'notice-date') ?? undefined,
      shipDate: dateGiven(given, 'ship-date') ?? undefined,
      deliveryDate: dateGiven(given, 'delivery-date') ?? undefined,
      carrier: textGiven(given, 'carrier') ?? undefined,
      trackingNumber: textGiven(given, 'tracking-number') ?? undefined,
      comments: textGiven(given, 'comments') ?? undefined,
    }),
  }
}

function lineOf(work: Work, given: Given): NewShipNoticeLine {
  const orderLine = idGiven(given, 'order-line') ?? 0
  return {
    orderLine,
    purchaseOrder: readLine(work.db, orderLine).purchaseOrder,
    quantity: textGiven(given, 'quantity') ?? '0',
    ...said({ uom: keyGiven(given, 'uom') ?? undefined }),
  }
}

import { compareDecimals } from '@punchloop/sdk/cxml'
import { findPerson, fullName } from '../../company/people.js'
import { CoupaError } from '../../errors.js'
import { actOnLine } from '../../purchase-orders/line-progress.js'
import type { Actor } from '../../purchase-orders/revisions.js'
import { receiptTypes } from '../../receiving/receipt.js'
import { receive, voidReceipt } from '../../receiving/receive.js'
import type { Call } from '../schema/call.js'
import {
  alike,
  belongsTo,
  boolean,
  datetime,
  decimal,
  empty,
  emptyList,
  hasMany,
  kept,
  keptList,
  keptObject,
  string,
} from '../schema/field.js'
import { dateGiven, flagGiven, type Given, idGiven, said, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { keepFields, updateRow } from '../schema/table-writer.js'
import { soleAccount } from './account-allocation.js'
import { authors, identity } from './dated.js'

/** Unverified: unless a receipt says an account of its own, that of the order's line, which else is its order's. */
const charged = `coalesce(json_extract(t.more, '$.account'), (SELECT CASE WHEN l.allocations = '[]'
    THEN json_extract(o.account, '$.name') ELSE ${soleAccount('account.name', 'l')} END
  FROM purchase_order_lines l JOIN purchase_orders o ON o.number = l.purchase_order WHERE l.id = t.order_line))`

/** A receipt of a purchase order's line. Documented: Receiving Transactions API. */
export const receivingTransaction: ObjectDefinition = defineObject({
  name: 'inventory-transaction',
  path: 'receiving_transactions',
  aliases: ['inventory_transactions'],
  title: 'Receiving Transactions',
  scope: 'inventory.receiving',
  table: 'receiving_transactions',
  customFields: 'custom_fields',
  namedBy: ['id'],
  fields: {
    ...identity,
    type: string({ oneOf: receiptTypes }),
    status: string({ direction: 'out' }),
    quantity: decimal(),
    price: decimal({ places: 2 }),
    total: decimal({ places: 2 }),
    'transaction-date': datetime(),
    comments: string(),
    'match-reference': string({ maxLength: 255 }),
    exported: boolean(),
    'last-exported-at': datetime({ direction: 'out' }),
    ...alike('barcode rfid-tag', kept('string', { maxLength: 255 })),
    'received-weight': kept('decimal'),
    'soft-close-for-receiving': boolean({ direction: 'in', sql: 'NULL' }),
    'voided-value': decimal({
      sql: `CASE WHEN t.status = 'voided' THEN t.quantity END`,
      direction: 'out',
    }),
    'receipts-batch-id': empty('integer'),
    'original-transaction-id': empty('integer'),
    'order-line': belongsTo('order-line', { required: true }),
    'asn-line': belongsTo('asn-line'),
    'asn-header': belongsTo('asn-header', {
      sql: '(SELECT a.asn FROM asn_lines a WHERE a.id = t.asn_line)',
      direction: 'out',
    }),
    item: belongsTo('item', {
      sql: '(SELECT l.item FROM purchase_order_lines l WHERE l.id = t.order_line)',
      direction: 'out',
    }),
    account: belongsTo('account', { of: 'name', column: 'more.account', sql: charged }),
    ...alike(
      `from-warehouse from-warehouse-location to-warehouse to-warehouse-location adjustment-code inspection-code
        receipt receiving-form-response`,
      keptObject(),
    ),
    'inventory-transaction-lots': keptList(),
    currency: belongsTo('currency', { of: 'code', direction: 'out' }),
    // It is the line's: what is given is checked, and changes nothing.
    uom: belongsTo('uom', { of: 'code' }),
    'account-allocations': keptList(),
    'asset-tags': keptList(),
    attachments: emptyList(),
    'inventory-transaction-valuations': emptyList(),
    'reason-insight': empty(),
    'current-integration-history-records': hasMany('integration-history-record', {
      foreign: 't.document_id',
      where: `t.document_type = 'InventoryTransaction'`,
    }),
    ...authors,
  },
  create: (call, given) =>
    call.transaction(work => {
      const arrival = arrivalOf(given)
      const id = receive(work, arrival, actor(call))
      keepFields(work, receivingTransaction, { id, given, login: call.login })
      if (flagGiven(given, 'soft-close-for-receiving') === true) {
        actOnLine(work, arrival.orderLine, actor(call), 'soft_close_for_receiving')
      }
      return id
    }),
  update(call, id, given) {
    // What arrived is not changed: it is voided and received again. The flags of an export are.
    const fields = new Map([...given.fields].filter(([name]) => changeable.has(name)))
    call.transaction(work => {
      const exportedAt = flagGiven(given, 'exported') ? { last_exported_at: work.now.toISOString() } : {}
      updateRow(work, receivingTransaction, {
        id,
        given: { ...given, fields },
        login: call.login,
        columns: exportedAt,
      })
    })
  },
  remove(call, id) {
    call.transaction(work => voidReceipt(work, id, actor(call)))
  },
  actions: [
    {
      method: 'PUT',
      path: ':id/void',
      summary: 'It never arrived: the line is open again',
      query: ['reason'],
      scope: 'write',
      perform(call, id) {
        const reason = call.query.get('reason') ?? undefined
        call.transaction(work => voidReceipt(work, id, actor(call), reason))
        return id
      },
    },
  ],
})

const changeable = new Set(['exported', 'comments', 'match-reference'])

function actor({ companyFile, login }: Call): Actor {
  return { login, name: fullName(findPerson(companyFile.current, login)) }
}

function arrivalOf(given: Given) {
  const type = textGiven(given, 'type') ?? 'ReceivingQuantityConsumption'
  const quantity = textGiven(given, 'quantity') ?? textGiven(given, 'total')
  if (typeof quantity !== 'string') {
    throw new CoupaError('ERR_COUPA_INVALID', "Quantity can't be blank", {
      fields: [{ field: 'quantity', message: "Quantity can't be blank" }],
    })
  }
  const isReturn = type.endsWith('ReturnToSupplier') && compareDecimals(quantity, '0') > 0
  return {
    orderLine: idGiven(given, 'order-line') ?? 0,
    quantity: isReturn ? `-${quantity}` : quantity,
    isIntoInventory: type === 'InventoryReceipt',
    ...said({
      transactionDate: dateGiven(given, 'transaction-date') ?? undefined,
      comments: textGiven(given, 'comments') ?? undefined,
      asnLine: idGiven(given, 'asn-line') ?? undefined,
    }),
  }
}

/**
 * A receipt that somebody would have to approve first. Documented: Receipt Requests API. No receipt waits for anybody
 * here, so there is none.
 */
export const receiptRequest: ObjectDefinition = defineObject({
  name: 'receipt-request',
  path: 'receipt_requests',
  title: 'Receipt Requests',
  scope: 'inventory.receiving',
  table: 'receiving_transactions',
  where: '0',
  namedBy: ['id'],
  fields: {
    ...identity,
    type: string({ direction: 'out' }),
    status: string({ direction: 'out' }),
    lines: emptyList(),
    ...authors,
  },
})

import { compareDecimals } from '@punchloop/sdk/cxml'
import { findPerson, fullName } from '../../company/people.js'
import { CoupaError } from '../../errors.js'
import type { Actor } from '../../purchase-orders/revisions.js'
import { receiptTypes } from '../../receiving/receipt.js'
import { receive, voidReceipt } from '../../receiving/receive.js'
import type { Call } from '../schema/call.js'
import { belongsTo, boolean, datetime, decimal, empty, emptyList, string } from '../schema/field.js'
import { dateGiven, flagGiven, type Given, idGiven, said, textGiven } from '../schema/given.js'
import { defineObject, type ObjectDefinition } from '../schema/object.js'
import { updateRow } from '../schema/table-writer.js'
import { authors, identity } from './dated.js'

/** A receipt of a purchase order's line. Documented: Receiving Transactions API. */
export const receivingTransaction: ObjectDefinition = defineObject({
  name: 'inventory-transaction',
  path: 'receiving_transactions',
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
    barcode: empty(),
    'rfid-tag': empty(),
    'received-weight': empty('decimal'),
    'order-line': belongsTo('order-line', { required: true }),
    'asn-line': belongsTo('asn-line'),
    currency: belongsTo('currency', { of: 'code', direction: 'out' }),
    uom: belongsTo('uom', { of: 'code', direction: 'out' }),
    'account-allocations': emptyList(),
    'asset-tags': emptyList(),
    attachments: emptyList(),
    ...authors,
  },
  create: (call, given) => call.transaction(work => receive(work, arrivalOf(given), actor(call))),
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
    ...said({
      transactionDate: dateGiven(given, 'transaction-date') ?? undefined,
      comments: textGiven(given, 'comments') ?? undefined,
      asnLine: idGiven(given, 'asn-line') ?? undefined,
    }),
  }
}

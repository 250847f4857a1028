import { findPerson, fullName } from '../../company/people.js'
import { actOnInvoice, markPaid } from '../../invoicing/act-on-invoice.js'
import { changeInvoice, createInvoice } from '../../invoicing/create-invoice.js'
import { type InvoiceAction, invoiceActions } from '../../invoicing/transitions.js'
import type { Actor } from '../../purchase-orders/revisions.js'
import type { Call } from '../schema/call.js'
import { belongsTo, boolean, datetime, decimal, hasMany, kept, string } from '../schema/field.js'
import { dateGiven, flagGiven, type Given, textGiven } from '../schema/given.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { updateRow } from '../schema/table-writer.js'
import { approvalFields, chainActions } from './chain-actions.js'
import { attachmentsOf, conversationOn } from './conversation.js'
import { authors, identity } from './dated.js'
import { otherInvoiceActions } from './invoice-actions.js'
import { complianceFields } from './invoice-compliance.js'
import { changedInvoice, newInvoice } from './invoice-draft.js'
import { headerFields } from './invoice-header.js'
import { tagFields, writeTagsGiven } from './tags.js'
import { taxFields } from './tax-line.js'

const money = { places: 2 } as const

/** Documented: Invoices API. Of its many fields those stand here that the mock does something with. */
export const invoice: ObjectDefinition = defineObject({
  name: 'invoice-header',
  path: 'invoices',
  title: 'Invoices',
  scope: 'invoice',
  table: 'invoices',
  customFields: 'custom_fields',
  namedBy: ['id', 'invoice-number'],
  fields: {
    ...identity,
    'invoice-number': string({ required: true, maxLength: 40 }),
    'invoice-date': datetime({ required: true }),
    'document-type': string({ oneOf: ['Invoice', 'Credit Note'] }),
    'is-credit-note': boolean({ direction: 'in', sql: 'NULL' }),
    status: string({ direction: 'out' }),
    paid: boolean(),
    'payment-date': datetime(),
    'payment-notes': string(),
    exported: boolean(),
    'last-exported-at': datetime({ direction: 'out' }),
    'original-invoice-number': string({ maxLength: 40 }),
    'supplier-note': string({ sql: 't.comments' }),
    comments: string({ maxLength: 255 }),
    'internal-note': kept('string'),
    'dispute-reason': string({ direction: 'out' }),
    'shipping-amount': decimal(money),
    'handling-amount': decimal(money),
    'misc-amount': decimal(money),
    ...taxFields,
    'net-total': decimal({ ...money, direction: 'out' }),
    'gross-total': decimal({ ...money, direction: 'out' }),
    'supplier-total': kept('decimal', money),
    'total-with-taxes': decimal({ ...money, direction: 'out', sql: 't.gross_total' }),
    // Unverified: what it is where nobody says.
    'line-level-taxation': boolean({
      sql: `coalesce(json_extract(t.more, '$."line-level-taxation"'),
        EXISTS (SELECT 1 FROM invoice_lines l WHERE l.invoice = t.id AND l.tax_lines <> '[]'))`,
      column: 'more.line-level-taxation',
    }),
    // Unverified: what Coupa writes there; we write codes of tolerances.
    'tolerance-failures': string({
      sql: `(SELECT nullif(group_concat(json_extract(value, '$.code'), ', '), '') FROM json_each(t.failed_tolerances))`,
      direction: 'out',
    }),
    'supplier-created': boolean({ sql: `t.via <> 'api'`, direction: 'out' }),
    supplier: belongsTo('supplier', { required: true }),
    currency: belongsTo('currency', { of: 'code' }),
    contract: belongsTo('contract'),
    'account-type': belongsTo('account-type', {
      of: 'name',
      sql: `json_extract(t.more, '$."account-type"')`,
      column: 'more.account-type',
    }),
    'bill-to-address': belongsTo('address', {
      of: 'location_code',
      sql: `json_extract(t.more, '$."bill-to-address"')`,
      column: 'more.bill-to-address',
    }),
    'invoice-lines': hasMany('invoice-line', {
      foreign: 't.invoice',
      order: 't.line_num',
      direction: 'both',
    }),
    attachments: attachmentsOf('InvoiceHeader', 't.id'),
    ...approvalFields('InvoiceHeader'),
    ...headerFields,
    ...tagFields('InvoiceHeader'),
    ...complianceFields,
    ...authors,
  },
  nested: conversationOn('InvoiceHeader'),
  create(call, given) {
    return call.transaction(work => {
      const id = createInvoice(work, newInvoice(work, given), actor(call))
      updateRow(work, invoice, { id, given: only(given, keptFields), login: call.login })
      writeTagsGiven(work, { type: 'InvoiceHeader', id }, given, call.login)
      return id
    })
  },
  update(call, id, given) {
    call.transaction(work => {
      const content = changedInvoice(work, id, given)
      if (content !== undefined) changeInvoice(work, id, content, actor(call))
      const paid = flagGiven(given, 'paid')
      if (paid !== undefined) markPaid(work, id, { by: actor(call), paid, ...paymentOf(given) })
      updateRow(work, invoice, {
        id,
        given: only(given, keptFields),
        login: call.login,
        columns: flagGiven(given, 'exported') ? { last_exported_at: work.now.toISOString() } : {},
      })
      writeTagsGiven(work, { type: 'InvoiceHeader', id }, given, call.login)
    })
  },
  actions: [...invoiceActions.map(actionOf), ...chainActions('InvoiceHeader'), ...otherInvoiceActions],
})

/** Of the body, written to the row as they come. */
const keptFields = new Set([
  'exported',
  'internal-note',
  'line-level-taxation',
  'supplier-total',
  'account-type',
  'bill-to-address',
])

function only(given: Given, names: ReadonlySet<string>): Given {
  return { ...given, fields: new Map([...given.fields].filter(([name]) => names.has(name))) }
}

function paymentOf(given: Given): { readonly date?: Date; readonly notes?: string } {
  const date = dateGiven(given, 'payment-date')
  const notes = textGiven(given, 'payment-notes')
  return { ...(date ? { date } : {}), ...(notes ? { notes } : {}) }
}

function actor({ companyFile, login }: Call): Actor {
  return { login, name: fullName(findPerson(companyFile.current, login)) }
}

function actionOf(action: InvoiceAction): Action {
  return {
    method: 'PUT',
    path: `:id/${action}`,
    summary: action.replaceAll('_', ' '),
    query: ['reason'],
    scope: 'write',
    perform(call, id) {
      const reason = call.query.get('reason') ?? call.query.get('dispute_reason') ?? undefined
      call.transaction(work =>
        actOnInvoice(work, id, {
          action,
          by: actor(call),
          ...(reason === undefined ? {} : { reason }),
        }),
      )
      return id
    },
  }
}

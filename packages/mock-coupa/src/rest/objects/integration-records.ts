import { CoupaError } from '../../errors.js'
import { insertMail } from '../../notifications/mail-records.js'
import type { Call } from '../schema/call.js'
import { belongsTo, boolean, empty, integer, kept, keptList, string } from '../schema/field.js'
import { type Given, textGiven } from '../schema/given.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { type Columns, insertRow, tableWriter } from '../schema/table-writer.js'
import { authors, identity } from './dated.js'

export const integrationError: ObjectDefinition = defineObject({
  name: 'integration-error',
  path: 'integration_errors',
  title: 'Integration Errors',
  scope: 'integration',
  table: 'integration_errors',
  fields: {
    ...identity,
    'document-type': string({ maxLength: 255 }),
    'document-id': integer(),
    'document-status': kept('string', { maxLength: 255 }),
    'document-revision': kept('integer'),
    'contact-alert-type': kept('string', { maxLength: 255 }),
    status: kept('string', { maxLength: 255 }),
    'response-code': string(),
    responses: keptList(),
    resolved: boolean(),
    'integration-run-id': integer({ sql: 't.integration_run' }),
    'integration-run': belongsTo('integration-run', { required: true, direction: 'in' }),
    ...authors,
  },
  ...tableWriter(() => integrationError),
  actions: [
    {
      method: 'POST',
      path: 'create_alert',
      summary: 'Something went wrong, and somebody must look at it',
      scope: 'write',
      takesBody: true,
      perform: (call, _id, given) => alertTo(call, integrationError, { given, columns: {} }),
    },
    resolution('integration_errors'),
  ],
})

function resolution(table: 'integration_errors' | 'integration_history_records'): Action {
  return {
    method: 'PUT',
    path: ':id/resolve',
    summary: 'Nothing more has to be done',
    scope: 'write',
    perform({ transaction }, id) {
      transaction(({ db }) => db.run(`UPDATE ${table} SET resolved = 1 WHERE id = $id`, { id }))
      return id
    },
  }
}

/**
 * Writes it down, and mails whom an alert is for. Unverified: the words; and that the integration's contacts, whom the
 * mock does not know, are the administrators.
 */
function alertTo(
  call: Call,
  object: ObjectDefinition,
  row: { readonly given: Given; readonly columns: Columns },
): number {
  const about = `${textGiven(row.given, 'document-type') ?? 'document'} ${row.given.fields.get('document-id') ?? ''}`
  const said = (listOf(row.given.kept.responses) ?? []).map(response => JSON.stringify(response))
  return call.transaction(work => {
    for (const { email, administrator, active } of work.company.people) {
      if (!administrator || !active) continue
      const text = [`The integration of ${about.trim()} needs somebody's attention.`, ...said].join('\n')
      insertMail(work, { to: email, subject: `Integration alert: ${about.trim()}`, text })
    }
    return insertRow(work, object, { ...row, login: call.login })
  })
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined
}

/** Tables whose rows can be exported, by Coupa's names for documents. */
const documents: Readonly<Record<string, { readonly table: string; readonly id: string }>> = {
  RequisitionHeader: { table: 'requisitions', id: 'number' },
  OrderHeader: { table: 'purchase_orders', id: 'number' },
  InvoiceHeader: { table: 'invoices', id: 'id' },
  InventoryTransaction: { table: 'receiving_transactions', id: 'id' },
  OrderHeaderConfirmation: { table: 'order_header_confirmations', id: 'id' },
}

function markExported({ transaction }: Call, documentType: string, documentId: number): void {
  const document = documents[documentType]
  if (document === undefined) {
    const known = Object.keys(documents).join(', ')
    throw new CoupaError('ERR_COUPA_INVALID', `A ${documentType} cannot be exported; known are ${known}`)
  }
  transaction(({ db, now }) =>
    db.run(
      `UPDATE ${document.table} SET exported = 1, last_exported_at = $now WHERE ${document.id} = $documentId`,
      { documentId, now: now.toISOString() },
    ),
  )
}

/** By POST, and by PUT, as an example call of the Invoices API has it. */
function record(
  path: string,
  summary: string,
  by: { readonly status?: string; readonly exports?: true; readonly alerts?: true },
): Action[] {
  const action: Omit<Action, 'method'> = {
    path,
    summary,
    scope: 'write',
    takesBody: true,
    creates: true,
    perform(call, _id, given) {
      const documentType = textGiven(given, 'document-type') ?? ''
      if (by.exports) markExported(call, documentType, Number(given.fields.get('document-id') ?? 0))
      const row = { given, columns: by.status === undefined ? {} : { status: by.status } }
      if (by.alerts) return alertTo(call, integrationHistoryRecord, row)
      return call.transaction(work =>
        insertRow(work, integrationHistoryRecord, { ...row, login: call.login }),
      )
    },
  }
  return [
    ...(path === '' ? [] : [{ ...action, method: 'POST' as const }]),
    { ...action, method: 'PUT' as const },
  ]
}

export const integrationHistoryRecord: ObjectDefinition = defineObject({
  name: 'integration-history-record',
  path: 'integration_history_records',
  title: 'Integration History Records',
  scope: 'integration',
  table: 'integration_history_records',
  fields: {
    ...identity,
    'integration-run-id': integer({ sql: 't.integration_run' }),
    'integration-filename': empty(),
    'document-type': string({ required: true, maxLength: 255 }),
    'document-id': integer({ required: true }),
    'document-status': string({ maxLength: 255 }),
    'document-revision': integer(),
    'contact-alert-type': string({ maxLength: 255 }),
    status: string({ maxLength: 255 }),
    'external-id': string({ maxLength: 255 }),
    'creation-method': string({ maxLength: 255 }),
    resolved: boolean({ direction: 'out' }),
    integration: belongsTo('integration'),
    'integration-run': belongsTo('integration-run', { direction: 'in' }),
    responses: keptList(),
    ...authors,
  },
  ...tableWriter(() => integrationHistoryRecord),
  actions: [
    ...record('', 'Create one', {}),
    ...record('acknowledge', 'The other side has a document', { status: 'acknowledged' }),
    ...record('create_alert', 'Somebody must look at a document', { status: 'alert', alerts: true }),
    ...record('create_alert_and_mark_exported', 'Both at once', {
      status: 'alert',
      exports: true,
      alerts: true,
    }),
    ...record('mark_exported', 'A document has left the house', { status: 'exported', exports: true }),
    resolution('integration_history_records'),
  ],
})

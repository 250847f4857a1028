import { CoupaError } from '../../errors.js'
import type { Call } from '../schema/call.js'
import { belongsTo, boolean, datetime, empty, hasMany, integer, keptList, string } from '../schema/field.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { insertRow, tableWriter } from '../schema/table-writer.js'
import { authors, identity } from './dated.js'

export const integration: ObjectDefinition = defineObject({
  name: 'integration',
  path: 'integrations',
  title: 'Integrations',
  scope: 'integration',
  table: 'integrations',
  fields: {
    ...identity,
    name: string({ required: true, unique: true, maxLength: 255 }),
    code: string(),
    direction: string(),
    ...authors,
  },
  ...tableWriter(() => integration),
})

/** Unverified: the names of the statuses, which are those of the actions. */
const runStatuses = ['pending', 'running', 'paused', 'success', 'failed'] as const

function become(status: (typeof runStatuses)[number], isEnd: boolean): Action['perform'] {
  return ({ transaction }, id) => {
    transaction(({ db, now }) =>
      db.run(
        `UPDATE integration_runs SET status = $status, updated_at = $now,
           start_time = CASE WHEN $status = 'running' THEN coalesce(start_time, $now) ELSE start_time END,
           end_time = CASE WHEN $end THEN $now ELSE end_time END WHERE id = $id`,
        { id, status, now: now.toISOString(), end: Number(isEnd) },
      ),
    )
    return id
  }
}

function runAction(path: string, summary: string, perform: Action['perform']): Action {
  return { method: 'PUT', path: `:id/${path}`, summary, scope: 'write', perform }
}

export const integrationRun: ObjectDefinition = defineObject({
  name: 'integration-run',
  path: 'integration_runs',
  title: 'Integration Runs',
  scope: 'integration',
  table: 'integration_runs',
  fields: {
    ...identity,
    status: string({ oneOf: runStatuses }),
    flow: string(),
    'start-time': datetime(),
    'end-time': datetime(),
    'total-records': integer(),
    'records-processed': integer(),
    integration: belongsTo('integration', { required: true }),
    'integration-errors': hasMany('integration-error', { foreign: 't.integration_run' }),
    ...authors,
  },
  embedded: ['id', 'created-at', 'updated-at', 'status', 'start-time', 'end-time'],
  ...tableWriter(() => integrationRun, { beginning: { status: 'pending' } }),
  actions: [
    runAction('run', 'Begins', become('running', false)),
    runAction('pause', 'Pauses', become('paused', false)),
    runAction('pending', 'Waits', become('pending', false)),
    runAction('success', 'Ended well', become('success', true)),
    runAction('fail', 'Failed', become('failed', true)),
  ],
})

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
    'response-code': string(),
    responses: string(),
    resolved: boolean(),
    'integration-run-id': integer({ sql: 't.integration_run', direction: 'out' }),
    'integration-run': belongsTo('integration-run', { required: true, direction: 'in' }),
    ...authors,
  },
  ...tableWriter(() => integrationError),
  actions: [runAction('resolve', 'Nothing more has to be done', resolve('integration_errors'))],
})

function resolve(table: 'integration_errors' | 'integration_history_records'): Action['perform'] {
  return ({ transaction }, id) => {
    transaction(({ db }) => db.run(`UPDATE ${table} SET resolved = 1 WHERE id = $id`, { id }))
    return id
  }
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

function record(
  path: string,
  summary: string,
  by: { readonly status: string; readonly exports: boolean },
): Action {
  return {
    method: 'POST',
    path,
    summary,
    scope: 'write',
    takesBody: true,
    perform(call, _id, given) {
      const documentType = String(given.fields.get('document-type') ?? '')
      if (by.exports) markExported(call, documentType, Number(given.fields.get('document-id') ?? 0))
      return call.transaction(work =>
        insertRow(work, integrationHistoryRecord, {
          given,
          login: call.login,
          columns: { status: by.status },
        }),
      )
    },
  }
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
    record('acknowledge', 'The other side has a document', { status: 'acknowledged', exports: false }),
    record('create_alert', 'Somebody must look at a document', { status: 'alert', exports: false }),
    record('create_alert_and_mark_exported', 'Both at once', { status: 'alert', exports: true }),
    record('mark_exported', 'A document has left the house', { status: 'exported', exports: true }),
    runAction('resolve', 'Nothing more has to be done', resolve('integration_history_records')),
  ],
})

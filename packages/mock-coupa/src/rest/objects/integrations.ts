import { belongsTo, datetime, hasMany, integer, string } from '../schema/field.js'
import { type Action, defineObject, type ObjectDefinition } from '../schema/object.js'
import { tableWriter, updateRow } from '../schema/table-writer.js'
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

/** Documented: the actions of the Integration Runs API say what they set. */
const runStatuses = ['pending', 'running', 'paused', 'successful', 'failed'] as const

function become(status: (typeof runStatuses)[number], isEnd: boolean): Action['perform'] {
  return ({ transaction, login }, id, given) => {
    transaction(work => {
      const { db, now } = work
      // Who starts a run says with it how many records there are.
      if (given.fields.size > 0) updateRow(work, integrationRun, { id, given, login })
      db.run(
        `UPDATE integration_runs SET status = $status, updated_at = $now,
           start_time = CASE WHEN $status = 'running' THEN coalesce(start_time, $now) ELSE start_time END,
           end_time = CASE WHEN $end THEN $now ELSE end_time END WHERE id = $id`,
        { id, status, now: now.toISOString(), end: Number(isEnd) },
      )
    })
    return id
  }
}

function runAction(path: string, summary: string, perform: Action['perform']): Action {
  return { method: 'PUT', path: `:id/${path}`, summary, scope: 'write', takesBody: true, perform }
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
    runAction('success', 'Ended well', become('successful', true)),
    runAction('fail', 'Failed', become('failed', true)),
  ],
})

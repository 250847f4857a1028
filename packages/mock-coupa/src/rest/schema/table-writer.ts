import type { Work } from '../../control/work.js'
import type { Kept } from '../../requisitions/requisition.js'
import type { Call } from './call.js'
import type { Field } from './field.js'
import type { Given, GivenValue } from './given.js'
import { withIds } from './list-ids.js'
import type { ObjectDefinition, Writer } from './object.js'

/** Columns of a row that something is written to. */
export type Columns = Record<string, string | number | null>

/** Writes what was given to the object's own table: for what only the API knows. */
export function tableWriter(
  definition: () => ObjectDefinition,
  options: {
    readonly beginning?: Columns
    readonly check?: (call: Call, given: Given, id?: number) => void
  } = {},
): Required<Pick<Writer, 'create' | 'update'>> {
  return {
    create(call, given) {
      options.check?.(call, given)
      return call.transaction(work =>
        insertRow(work, definition(), { given, login: call.login, columns: options.beginning ?? {} }),
      )
    },
    update(call, id, given) {
      options.check?.(call, given, id)
      call.transaction(work => updateRow(work, definition(), { id, given, login: call.login }))
    },
  }
}

/** The id of the new row. */
export function insertRow(
  work: Work,
  object: ObjectDefinition,
  row: { readonly given: Given; readonly login: string; readonly columns?: Columns },
): number {
  const kept = withIds(object, row.given.kept, {})
  const now = work.now.toISOString()
  const all: Columns = {
    ...row.columns,
    ...columnsOf(object, row.given),
    created_at: now,
    updated_at: now,
    created_by: row.login,
    updated_by: row.login,
    ...(Object.keys(kept).length === 0 ? {} : { more: JSON.stringify(kept) }),
    ...customColumn(object, row.given),
  }
  const names = Object.keys(all)
  const { lastId } = work.db.run(
    `INSERT INTO ${object.table} (${names.join(', ')}) VALUES (${names.map(name => `$${name}`).join(', ')})`,
    all,
  )
  return lastId
}

export function updateRow(
  work: Work,
  object: ObjectDefinition,
  row: { readonly id: number; readonly given: Given; readonly login: string; readonly columns?: Columns },
): void {
  const kept = withIds(object, row.given.kept, knownLists(work, object, row.id))
  const all: Columns = { ...row.columns, ...columnsOf(object, row.given) }
  const custom = Object.keys(row.given.customFields).length > 0 ? object.customFields : undefined
  const assignments = [
    ...Object.keys(all).map(name => `${name} = $${name}`),
    ...keptAssignment(object, kept),
    ...(custom === undefined ? [] : [`${custom} = json_patch(${custom}, $custom_given)`]),
    'updated_at = $now',
    'updated_by = $by',
  ]
  work.db.run(`UPDATE ${object.table} AS t SET ${assignments.join(', ')} WHERE ${object.id} = $row_id`, {
    ...all,
    ...(Object.keys(kept).length === 0 ? {} : { more_fields: JSON.stringify(kept) }),
    ...(custom === undefined ? {} : { custom_given: JSON.stringify(row.given.customFields) }),
    now: work.now.toISOString(),
    by: row.login,
    row_id: row.id,
  })
}

/**
 * A value takes the place of the one before: patched into one another, two objects would become a third. Only what is
 * embedded is changed field by field. Documented: of a supplier's primary contact.
 */
function keptAssignment({ fields }: ObjectDefinition, kept: Kept): string[] {
  const names = Object.keys(kept)
  if (names.length === 0) return []
  const replaced = names.filter(name => fields.get(name)?.kind !== 'embeds-one')
  const paths = replaced.map(name => `, '$."${name}"'`)
  return [`more = json_patch(json_remove(more${paths.join('')}), $more_fields)`]
}

function customColumn({ customFields }: ObjectDefinition, given: Given): Columns {
  if (customFields === undefined || Object.keys(given.customFields).length === 0) return {}
  return { [customFields]: JSON.stringify(given.customFields) }
}

/** Only what the API alone knows of a document, whose other columns somebody else has written. */
export function keepFields(
  work: Work,
  object: ObjectDefinition,
  row: { readonly id: number; readonly given: Given; readonly login: string },
): void {
  if (Object.keys(row.given.kept).length === 0) return
  updateRow(work, object, { ...row, given: { ...row.given, fields: new Map(), customFields: {} } })
}

/** What the lists of a row hold that are changed entry by entry. */
function knownLists({ db }: Work, object: ObjectDefinition, id: number): Kept {
  if (![...object.fields.values()].some(isMerged)) return {}
  const row = db.get(`SELECT t.more AS more FROM ${object.table} t WHERE ${object.id} = $id`, { id })
  return row === undefined ? {} : JSON.parse(String(row.more))
}

function isMerged(field: Field): boolean {
  return field.kind === 'embeds-many' && field.list === 'merged'
}

function columnsOf(object: ObjectDefinition, given: Given): Columns {
  const columns: Columns = {}
  for (const [name, value] of given.fields) {
    const field = object.fields.get(name)
    if (field === undefined || !('column' in field) || field.column === undefined || name === 'id') continue
    const plain = plainOf(value)
    if (plain === undefined || field.column.startsWith('more.')) continue
    columns[field.column] = typeof plain === 'boolean' ? Number(plain) : plain
  }
  return columns
}

function plainOf(value: GivenValue): string | number | boolean | null | undefined {
  if (value === null || typeof value !== 'object') return value
  return 'key' in value ? value.key : undefined
}

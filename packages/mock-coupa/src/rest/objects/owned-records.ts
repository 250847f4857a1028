import type { Work } from '../../control/work.js'
import { CoupaError } from '../../errors.js'
import { columnName } from '../schema/field.js'
import type { Given } from '../schema/given.js'
import type { Nested, ObjectDefinition } from '../schema/object.js'
import { insertRow, updateRow } from '../schema/table-writer.js'

/** Records that are another one's own, at an address below it. */
export function ownedRecords(
  definition: () => ObjectDefinition,
  owner: 'supplier' | 'user',
  path: string,
): Nested {
  return {
    path,
    object: definition().name,
    where: 't.removed_at IS NULL',
    parent: `t.${columnName(owner)}`,
    create(call, id, body) {
      if ('bytes' in body) throw new CoupaError('ERR_COUPA_INVALID', 'A file was not expected')
      return call.transaction(work =>
        insertRow(work, definition(), { given: body, login: call.login, columns: { [owner]: id } }),
      )
    },
    update(call, id, given) {
      call.transaction(work => updateRow(work, definition(), { id, given, login: call.login }))
    },
    remove(call, id) {
      call.transaction(({ db, now }) =>
        db.run(`UPDATE ${definition().table} SET removed_at = $now WHERE id = $id`, {
          id,
          now: now.toISOString(),
        }),
      )
    },
  }
}

/** Those that its own body lists: with an id one of them is changed, without one it is added. */
export function writeOwned(
  work: Work,
  definition: ObjectDefinition,
  by: {
    readonly owner: 'supplier' | 'user'
    readonly id: number
    readonly given: readonly Given[] | undefined
    readonly login: string
  },
): void {
  for (const given of by.given ?? []) {
    const id = given.fields.get('id')
    const known =
      typeof id === 'number' &&
      work.db.get(`SELECT 1 FROM ${definition.table} WHERE id = $id AND ${by.owner} = $owner`, {
        id,
        owner: by.id,
      })
    if (known) updateRow(work, definition, { id: Number(id), given, login: by.login })
    else if (typeof id === 'number') {
      throw new CoupaError('ERR_COUPA_INVALID', `There is no ${definition.name} ${id} of this ${by.owner}`)
    } else insertRow(work, definition, { given, login: by.login, columns: { [by.owner]: by.id } })
  }
}

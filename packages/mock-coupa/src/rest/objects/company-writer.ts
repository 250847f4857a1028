import type { Company } from '../../company/company.js'
import { CoupaError } from '../../errors.js'
import { numberOf } from '../../store/row.js'
import type { Call } from '../schema/call.js'
import type { Given } from '../schema/given.js'
import { humanName } from '../schema/human-name.js'
import type { ObjectDefinition, Writer } from '../schema/object.js'
import { type Columns, updateRow } from '../schema/table-writer.js'

/** How the API writes what the configuration holds: the configuration is changed, and its row follows. */
export interface CompanyPlace<T> {
  readonly definition: () => ObjectDefinition
  /** Column of the row, and what it is of a thing. */
  readonly key: { readonly column: string; readonly of: (thing: T) => string | number }
  readonly listOf: (company: Company) => T[]
  /** `known`: undefined when it is created. */
  readonly write: (given: Given, known: T | undefined, company: Company) => T
  /** Columns that the configuration has no place for, and no mirror touches. */
  readonly own?: readonly string[]
}

export function companyWriter<T>(place: CompanyPlace<T>): Required<Pick<Writer, 'create' | 'update'>> {
  return {
    async create(call, given) {
      let key: string | number = ''
      await call.companyFile.update(company => {
        const thing = place.write(given, undefined, company)
        key = place.key.of(thing)
        place.listOf(company).push(thing)
      })
      const id = idOf(call, place, key)
      keepRest(call, place, { id, given, columns: { created_by: call.login } })
      return id
    },
    async update(call, id, given) {
      const key = keyOf(call, place, id)
      assertSameKey(place, key, given)
      await call.companyFile.update(company => {
        const list = place.listOf(company)
        const index = list.findIndex(thing => place.key.of(thing) === key)
        if (index !== -1) list[index] = place.write(given, list[index], company)
      })
      keepRest(call, place, { id, given, columns: {} })
    },
  }
}

/** What others refer to a thing by stays as it is, and nobody shall believe otherwise. */
function assertSameKey<T>({ definition, key }: CompanyPlace<T>, known: string | number, given: Given): void {
  const { fields } = definition()
  const [name] = [...fields].find(([, field]) => 'column' in field && field.column === key.column) ?? []
  const wanted = name === undefined ? undefined : given.fields.get(name)
  if (name === undefined || wanted === undefined || wanted === known) return
  const message = `${humanName(name)} cannot be changed from ${known}: others refer to it by that`
  throw new CoupaError('ERR_COUPA_INVALID', message, { fields: [{ field: name, message }] })
}

/** What the configuration has no place for stands in the row only. */
function keepRest<T>(
  call: Call,
  { definition, own = [] }: CompanyPlace<T>,
  { id, given, columns }: { readonly id: number; readonly given: Given; readonly columns: Columns },
): void {
  const object = definition()
  const fields = new Map(
    [...given.fields].filter(([name]) => {
      const field = object.fields.get(name)
      if (field === undefined || !('column' in field) || field.column === undefined) return false
      return field.column.startsWith('more.') || own.includes(field.column)
    }),
  )
  call.transaction(work =>
    updateRow(work, object, { id, given: { ...given, fields }, login: call.login, columns }),
  )
}

function idOf<T>({ db }: Call, { definition, key }: CompanyPlace<T>, value: string | number): number {
  const row = db.get(`SELECT id FROM ${definition().table} WHERE ${key.column} = $value`, { value })
  if (row === undefined) throw new CoupaError('ERR_COUPA_CONFLICT', `"${value}" was removed meanwhile`)
  return numberOf(row, 'id')
}

function keyOf<T>({ db }: Call, { definition, key }: CompanyPlace<T>, id: number): string | number {
  const row = db.get(`SELECT ${key.column} AS key FROM ${definition().table} WHERE id = $id`, { id })
  return (row?.key as string | number | undefined) ?? ''
}

import { RestError } from '../errors.js'
import { findObject } from '../objects.js'
import { type Condition, type Operator, operators } from '../schema/condition.js'
import { isAssociation, type ScalarField } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'
import { readScalar } from '../schema/scalar.js'

/** All must hold. Conditions on the lines of a requisition must hold for one and the same line. */
export interface FilterTree {
  readonly conditions: Condition[]
  readonly through: Map<string, FilterTree>
}

/** `attr[op]=v`, and through others: `order-lines[account][code][starts_with]=SF`. */
export function readFilters(query: URLSearchParams, object: ObjectDefinition): FilterTree {
  const tree = emptyTree()
  const wanted = new Map<string, string[]>()
  for (const [key, value] of query) {
    // `status[in][]=a&status[in][]=b` and `status[]=a&status[]=b`, as several clients write lists.
    const list = key.replace(/\[\]$/, '')
    const name = list !== key && !list.endsWith(']') ? `${list}[in]` : list
    wanted.set(name, [...(wanted.get(name) ?? []), value])
  }
  for (const [key, values] of wanted) {
    const way = segmentsOf(key)
    if (way !== undefined) addFilter(tree, object, way, values)
  }
  return tree
}

function emptyTree(): FilterTree {
  return { conditions: [], through: new Map() }
}

function segmentsOf(key: string): readonly string[] | undefined {
  // `[lookup][created-at][gt]=…` is the same as `lookup[created-at][gt]=…`. Documented by an example call.
  const [, first, rest = ''] =
    /^([^[\]]{1,80})((?:\[[^[\]]{1,80}\]){0,8})$/.exec(key.replace(/^\[([^[\]]+)\]/, '$1')) ?? []
  if (first === undefined) return undefined
  return [first, ...[...rest.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name)]
}

function addFilter(
  tree: FilterTree,
  object: ObjectDefinition,
  [first = '', ...rest]: readonly string[],
  values: readonly string[],
): void {
  const name = first.replaceAll('_', '-')
  const field = object.fields.get(name)
  if (field === undefined) {
    const named = object.fields.get(name.replace(/-id$/, ''))
    if (name === 'custom-fields' && object.customFields !== undefined)
      addCustomField(tree, object, rest, values)
    // `from_currency_id=1` looks through the association. Documented: Arguments of the Core API.
    else if (named?.kind === 'belongs-to' && name.endsWith('-id'))
      addFilter(tree, object, [name.replace(/-id$/, ''), 'id', ...rest], values)
    return
  }
  if (isAssociation(field)) {
    if (rest[0] === 'blank' && rest.length === 1 && field.kind === 'belongs-to') {
      addCondition(tree, { object, name, field: { type: 'string', sql: field.sql } }, rest, values)
      return
    }
    const inner = tree.through.get(name) ?? emptyTree()
    tree.through.set(name, inner)
    // `supplier=7` can only mean its id.
    const way = rest.length === 0 && field.kind === 'belongs-to' ? ['id'] : rest
    addFilter(inner, findObject(field.object), way, values)
    return
  }
  if (field.kind === 'scalar') addCondition(tree, { object, name, field }, rest, values)
}

function addCustomField(
  tree: FilterTree,
  object: ObjectDefinition,
  [name = '', ...rest]: readonly string[],
  values: readonly string[],
): void {
  if (!/^[\w-]{1,80}$/.test(name)) return
  const text = (key: string) => `json_extract(t.${object.customFields}, '$."${key}"')`
  const other = name.includes('_') ? name.replaceAll('_', '-') : name.replaceAll('-', '_')
  const sql = `CAST(coalesce(${text(name)}, ${text(other)}) AS TEXT)`
  addCondition(tree, { object, name, field: { type: 'string', sql } }, rest, values)
}

function addCondition(
  tree: FilterTree,
  of: {
    readonly object: ObjectDefinition
    readonly name: string
    readonly field: Pick<ScalarField, 'type' | 'sql'>
  },
  rest: readonly string[],
  values: readonly string[],
): void {
  const operator = rest.length === 0 ? 'eq' : operators.find(known => known === rest[0]?.replaceAll('-', '_'))
  if (operator === undefined || rest.length > 1) return
  // Documented: such a search is not available for dates.
  if (of.field.type === 'datetime' && textual.has(operator)) {
    throw new RestError(400, of.object.name, [`${of.name} is a datetime: ${operator} looks into text only`])
  }
  const given = operator === 'in' || operator === 'not_in' ? values.flatMap(listed) : values.slice(-1)
  tree.conditions.push({
    sql: of.field.sql,
    type: of.field.type,
    operator,
    values: given.map(text => comparable(text, operator, of)),
  })
}

const textual: ReadonlySet<Operator> = new Set(['contains', 'starts_with', 'ends_with'])

function listed(value: string): string[] {
  return value.split(',').flatMap(part => part.trim() || [])
}

function comparable(
  text: string,
  operator: Operator,
  { object, name, field }: { object: ObjectDefinition; name: string; field: Pick<ScalarField, 'type'> },
): string | number {
  if (operator === 'blank') return /^(true|1|yes)$/i.test(text) ? 1 : 0
  if (operator === 'contains' || operator === 'starts_with' || operator === 'ends_with') return text
  const value = readScalar(text, field.type)
  if (value.problem === undefined) return typeof value.value === 'boolean' ? Number(value.value) : value.value
  throw new RestError(400, object.name, [`${name} ${value.problem}`])
}

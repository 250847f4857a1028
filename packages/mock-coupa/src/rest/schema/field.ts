/** What a plain value is. Decimals and times are text in the database, exact and in UTC. */
export type ScalarType = 'integer' | 'string' | 'decimal' | 'boolean' | 'datetime'

/** `in`: taken, never shown. `out`: shown, ignored when given. As Coupa's field tables have it. */
export type Direction = 'in' | 'out' | 'both'

export interface ScalarField {
  readonly kind: 'scalar'
  readonly type: ScalarType
  readonly direction: Direction
  /** What it is in SQL; the object's row is `t`. */
  readonly sql: string
  /** The column that a written value goes to; absent: who writes the object knows. */
  readonly column?: string
  /** Must be given when the object is created. */
  readonly required: boolean
  /** No other of the kind may have the same. */
  readonly unique: boolean
  readonly oneOf?: readonly string[]
  readonly maxLength?: number
  /** What it is of a new object whose body does not say. */
  readonly beginning?: string | boolean
  /** Of an integer: the words that stand for 0, 1, 2 …, and may be given instead. */
  readonly words?: readonly string[]
  /** Digits after the point that a decimal has at least, such as `12.50`. */
  readonly places: number
  readonly kept?: true
}

/** One other object, by a column of ours that holds its key. */
export interface BelongsToField {
  readonly kind: 'belongs-to'
  readonly object: string
  readonly direction: Direction
  /** Our side, in SQL. */
  readonly sql: string
  /** Their column. */
  readonly of: string
  readonly column?: string
  readonly required: boolean
  readonly kept?: true
}

/** Other objects that point at us. */
export interface HasManyField {
  readonly kind: 'has-many'
  readonly object: string
  readonly direction: Direction
  /** Our side, in SQL. */
  readonly sql: string
  /** Their side, in SQL: their row is `t`. */
  readonly foreign: string
  /** Which of them, in SQL: their row is `t`. */
  readonly where?: string
  readonly order: string
  readonly required: boolean
}

/**
 * An object or a list of objects that nothing here looks into: what somebody wrote is shown as it was written, with
 * dashed keys. It stands in the JSON column `more`, as plain fields do that are only kept.
 */
export interface KeptField {
  readonly kind: 'kept'
  readonly shape: 'object' | 'list'
  readonly direction: Direction
  readonly sql: string
  readonly column: string
  readonly required: false
  readonly kept: true
}

/** An object, or a list of them, that is part of this one and has no row of its own: a phone number, a contact. */
interface Embedded<Kind extends string> {
  readonly kind: Kind
  readonly object: string
  readonly direction: Direction
  /** Its JSON, in SQL. */
  readonly sql: string
  readonly column?: string
  readonly required: boolean
  /**
   * What becomes of a list when one is given. `replaced`: it is the new list. `merged`: entries with the id of a known
   * one change it, others are added. Unverified: which of Coupa's lists is which.
   */
  readonly list: 'replaced' | 'merged'
  readonly kept?: true
}

/** A list that real answers have and that is always empty here. */
export interface EmptyListField {
  readonly kind: 'empty-list'
}

export type EmbeddedField = Embedded<'embeds-one'> | Embedded<'embeds-many'>

export type Field = ScalarField | BelongsToField | HasManyField | EmbeddedField | KeptField | EmptyListField

/** Fields through which others are reached. */
export type AssociationField = BelongsToField | HasManyField | EmbeddedField

export function isAssociation(field: Field): field is AssociationField {
  return 'object' in field
}

export type ScalarOptions = Partial<Omit<ScalarField, 'kind' | 'type'>>

/** `line-num` is column `line_num` of the object's row, unless `sql` says otherwise. */
export type FieldMaker = (name: string) => Field

export function scalar(type: ScalarType, options: ScalarOptions): (name: string) => ScalarField {
  return name => {
    const column = options.column ?? (options.sql === undefined ? columnName(name) : undefined)
    return {
      kind: 'scalar',
      type,
      direction: 'both',
      sql: `t.${columnName(name)}`,
      required: false,
      unique: false,
      places: 1,
      ...options,
      ...(column === undefined ? {} : { column }),
    }
  }
}

export function columnName(name: string): string {
  return name.replaceAll('-', '_')
}

export const integer = (options: ScalarOptions = {}) => scalar('integer', options)
export const string = (options: ScalarOptions = {}) => scalar('string', options)
export const decimal = (options: ScalarOptions = {}) => scalar('decimal', options)
export const boolean = (options: ScalarOptions = {}) => scalar('boolean', options)
export const datetime = (options: ScalarOptions = {}) => scalar('datetime', options)

/** A field that real answers have and that is never filled here: `null`. */
export const empty = (type: ScalarType = 'string') => scalar(type, { sql: 'NULL', direction: 'out' })

/** Where a field stands that is only kept. */
export const inMore = (name: string) => ({
  sql: `json_extract(t.more, '$."${name}"')`,
  column: `more.${name}`,
  kept: true as const,
})

/** A field that the mock only keeps for whoever wrote it, in the object's JSON column `more`. */
export const kept =
  (type: ScalarType, options: ScalarOptions = {}): FieldMaker =>
  name =>
    scalar(type, { ...options, ...inMore(name) })(name)

/** The same for another object of the API, by what `of` says of it. */
export const keptReference =
  (object: string, of = 'id'): FieldMaker =>
  name =>
    belongsTo(object, { of, ...inMore(name) })(name)

const keptShape =
  (shape: KeptField['shape']) =>
  (direction: Direction = 'both'): FieldMaker =>
  name => ({ kind: 'kept', shape, direction, required: false, ...inMore(name) })

/** The same for an object, and for a list of objects, that the mock has no definition of. */
export const keptObject = keptShape('object')
export const keptList = keptShape('list')

/** Fields that are alike but for their names, which one text lists. */
export function alike(names: string, maker: FieldMaker): Readonly<Record<string, FieldMaker>> {
  return Object.fromEntries(names.split(/\s+/).flatMap(name => (name === '' ? [] : [[name, maker]])))
}

export function belongsTo(
  object: string,
  options: { readonly of?: string } & Partial<Omit<BelongsToField, 'kind' | 'object'>> = {},
): (name: string) => BelongsToField {
  return name => {
    const column = options.column ?? (options.sql === undefined ? columnName(name) : undefined)
    return {
      kind: 'belongs-to',
      object,
      direction: 'both',
      sql: `t.${columnName(name)}`,
      of: 'id',
      required: false,
      ...options,
      ...(column === undefined ? {} : { column }),
    }
  }
}

export function hasMany(
  object: string,
  options: Pick<HasManyField, 'foreign'> & Partial<Omit<HasManyField, 'kind' | 'object'>>,
): FieldMaker {
  return () => ({
    kind: 'has-many',
    object,
    direction: 'out',
    sql: 't.id',
    order: 't.id',
    required: false,
    ...options,
  })
}

export const emptyList = (): FieldMaker => () => ({ kind: 'empty-list' })

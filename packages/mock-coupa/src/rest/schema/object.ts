import type { Call } from './call.js'
import type { Condition } from './condition.js'
import type { Field, FieldMaker } from './field.js'
import type { Given } from './given.js'

/** What a named method of an object does: `PUT /api/approvals/7/approve`. */
export interface Action {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the object's own address; with `:id`, of one of them. */
  readonly path: string
  readonly summary: string
  /** Query parameters that it reads. */
  readonly query?: readonly string[]
  /** It reads a body of the object's own fields. */
  readonly takesBody?: boolean
  /** It reads a form with a file. */
  readonly takesFile?: true
  /** It answers a file. */
  readonly answersFile?: true
  readonly scope: 'read' | 'write'
  /** It makes a new one, whatever its method. Default: as a POST does that names none. */
  readonly creates?: true
  /** It names no one: each that the filters of the query find is meant, and all or none. */
  readonly each?: true
  /** The id of what is answered; undefined: nothing is. `id` is 0 where the path names none. */
  readonly perform: (
    call: Call,
    id: number,
    given: Given,
    file?: UploadedFile,
  ) => Answered | Promise<Answered>
}

export type Answered = number | undefined | Elsewhere | UploadedFile

/** What was asked for stands at another address. */
export interface Elsewhere {
  readonly location: string
}

/** A list of some of an object: `GET /api/requisitions/mine`. */
export interface NamedList {
  readonly path: string
  readonly summary: string
  /** Which there are, besides what the query's filters say. */
  readonly where: (call: Call) => readonly Condition[]
}

/** Objects that stand below another one's address: `/api/requisitions/1001/comments`. */
export interface Nested {
  readonly path: string
  readonly object: string
  /** Which of them, in SQL: their row is `t`. */
  readonly where: string
  /** Their column of the other one's id, in SQL. */
  readonly parent: string
  readonly create?: (call: Call, parent: number, body: Given | UploadedFile) => number | Promise<number>
  readonly update?: (call: Call, id: number, given: Given) => void | Promise<void>
  readonly remove?: (call: Call, id: number) => void | Promise<void>
  /** What one of them is when its address is opened, where it is a file. */
  readonly file?: (call: Call, id: number) => UploadedFile | undefined
}

/** A file as it was sent, with the other fields of its form. */
export interface UploadedFile {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
  readonly form: Readonly<Record<string, string>>
}

/** How an object comes to be and changes. What is answered is read again by id. */
export interface Writer {
  readonly create?: (call: Call, given: Given) => number | Promise<number>
  readonly update?: (call: Call, id: number, given: Given) => void | Promise<void>
  readonly remove?: (call: Call, id: number) => void | Promise<void>
}

/** One kind of Coupa's objects: what serves requests, and what the OpenAPI document is made of. */
export interface ObjectDefinition extends Writer {
  /** What others call it, and the root of its errors: `requisition-header`. */
  readonly name: string
  /** Root of the XML. Default: the name. */
  readonly element: string
  /** Root of a list in XML. Default: the name with an `s`. */
  readonly plural: string
  /** Below `/api/`; absent: it only stands inside others. */
  readonly path?: string
  /** Other paths below which it is served as well. */
  readonly aliases?: readonly string[]
  /** The tag under which the API is documented. */
  readonly title: string
  /** `core.<scope>.read` and `core.<scope>.write`. */
  readonly scope: string
  readonly table: string
  /** The id in SQL. */
  readonly id: string
  /** Which rows there are for the API. */
  readonly where?: string
  /** Column of the JSON object with its custom fields. */
  readonly customFields?: string
  readonly fields: ReadonlyMap<string, Field>
  /** Names of the fields that it shows inside others. Default: all. */
  readonly embedded?: ReadonlySet<string>
  /** The field that a bare word stands for where an object is expected: the name of a tag. */
  readonly byWord?: string
  /** Fields by which another object's body may name it. */
  readonly namedBy: readonly string[]
  readonly actions: readonly Action[]
  readonly nested: readonly Nested[]
  readonly lists: readonly NamedList[]
}

export type ObjectOptions = Pick<ObjectDefinition, 'name' | 'scope' | 'table' | 'title'> &
  Partial<Omit<ObjectDefinition, 'fields' | 'embedded' | 'name' | 'scope' | 'table' | 'title'>> & {
    readonly fields: Readonly<Record<string, FieldMaker>>
    readonly embedded?: readonly string[]
  }

export function defineObject({ fields, embedded, ...options }: ObjectOptions): ObjectDefinition {
  return {
    element: options.name,
    plural: `${options.name}s`,
    id: 't.id',
    namedBy: ['id', 'name', 'code', 'number', 'login', 'email'].filter(name => name in fields),
    actions: [],
    nested: [],
    lists: [],
    ...options,
    fields: new Map(Object.entries(fields).map(([name, make]) => [name, make(name)])),
    ...(embedded === undefined ? {} : { embedded: new Set(embedded) }),
  }
}

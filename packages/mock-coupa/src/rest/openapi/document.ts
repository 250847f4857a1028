import { findObject, objects } from '../objects.js'
import { operators } from '../schema/condition.js'
import type { Field, ScalarType } from '../schema/field.js'
import type { Action, Nested, ObjectDefinition } from '../schema/object.js'

type Json = Readonly<Record<string, unknown>>

/** OpenAPI 3.1 of everything that is served, made of the definitions that serve it. */
export function openApiDocument(publicUrl: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Coupa Core API, as the mock serves it',
      version: '0.1.0',
      license: { name: 'MIT', identifier: 'MIT' },
      description: `Lists take filters: \`field[operator]=value\`, also through others: \`supplier[name][starts_with]=A\`. Operators: ${operators.join(', ')}.`,
    },
    servers: [{ url: publicUrl }],
    security: [{ oauth2: [] }],
    components: {
      securitySchemes: { oauth2: oauth2(publicUrl) },
      parameters: listParameters,
      schemas: Object.fromEntries([...objects.map(object => [object.name, schemaOf(object)]), errors]),
    },
    paths: Object.assign({}, ...objects.filter(({ path }) => path !== undefined).map(pathsOf)),
  }
}

function oauth2(publicUrl: string): Json {
  const scopes = objects
    .filter(({ path }) => path !== undefined)
    .flatMap(({ scope, title }) => [
      [`core.${scope}.read`, `Read ${title}`],
      [`core.${scope}.write`, `Write ${title}`],
    ])
  return {
    type: 'oauth2',
    flows: {
      clientCredentials: { tokenUrl: `${publicUrl}/oauth2/token`, scopes: Object.fromEntries(scopes) },
    },
  }
}

const errors = [
  'errors',
  {
    type: 'object',
    properties: {
      errors: {
        type: 'object',
        additionalProperties: { type: 'array', items: { type: 'string' } },
      },
    },
  },
] as const

const queryParameter = (name: string, schema: Json, description: string) => ({
  name,
  in: 'query',
  schema,
  description,
})

const listParameters = {
  limit: queryParameter('limit', { type: 'integer', maximum: 50, default: 50 }, 'Rows, 50 at most'),
  offset: queryParameter('offset', { type: 'integer', default: 0 }, 'Rows to pass over'),
  order_by: queryParameter('order_by', { type: 'string' }, 'A plain field'),
  dir: queryParameter('dir', { type: 'string', enum: ['asc', 'desc'] }, 'Direction'),
  fields: queryParameter('fields', { type: 'string' }, '["id",{"supplier":["name"]}]'),
  filter: queryParameter('filter', { type: 'string' }, 'Name of an API filter: what is shown'),
  return_object: queryParameter(
    'return_object',
    { type: 'string', enum: ['none', 'limited', 'shallow'] },
    'How much is answered',
  ),
}

const scalarSchemas: Readonly<Record<ScalarType, Json>> = {
  integer: { type: ['integer', 'null'] },
  string: { type: ['string', 'null'] },
  decimal: { type: ['string', 'null'], format: 'decimal' },
  boolean: { type: ['boolean', 'null'] },
  datetime: { type: ['string', 'null'], format: 'date-time' },
}

function schemaOf(object: ObjectDefinition): Json {
  const required = [...object.fields].filter(([, field]) => 'required' in field && field.required)
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries([...object.fields].map(([name, field]) => [name, fieldSchema(field)])),
      ...(object.customFields === undefined ? {} : { 'custom-fields': { type: 'object' } }),
    },
    ...(required.length === 0 ? {} : { 'x-required-on-create': required.map(([name]) => name) }),
    xml: { name: object.element },
  }
}

function fieldSchema(field: Field): Json {
  if (field.kind === 'empty-list') return { type: 'array', items: {}, maxItems: 0, readOnly: true }
  const direction = {
    ...(field.direction === 'out' ? { readOnly: true } : {}),
    ...(field.direction === 'in' ? { writeOnly: true } : {}),
  }
  if (field.kind === 'scalar') {
    return {
      ...scalarSchemas[field.type],
      ...direction,
      ...(field.oneOf === undefined ? {} : { enum: [...field.oneOf.map(enumValue(field.type)), null] }),
      ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
    }
  }
  if (field.kind === 'kept') {
    const object = { type: 'object', additionalProperties: true }
    return field.shape === 'list'
      ? { type: 'array', items: object, ...direction }
      : { ...object, ...direction }
  }
  const other = { $ref: `#/components/schemas/${field.object}` }
  return field.kind === 'belongs-to' || field.kind === 'embeds-one'
    ? { ...other, ...direction }
    : { type: 'array', items: other, ...direction }
}

function enumValue(type: ScalarType): (word: string) => string | number {
  return word => (type === 'integer' ? Number(word) : word)
}

function pathsOf(object: ObjectDefinition): Json {
  const base = `/api/${object.path}`
  const paths: Record<string, Record<string, Json>> = {}
  const add = (path: string, method: string, operation: Json) => {
    paths[path] = { ...paths[path], [method]: { operationId: operationId(method, path), ...operation } }
  }
  const operation = describe(object)
  add(base, 'get', operation(`List ${object.title}`, 'read', { isList: true }))
  add(`${base}/{id}`, 'get', operation(`Show one of ${object.title}`, 'read', { hasId: true }))
  if (object.create !== undefined) {
    add(base, 'post', operation(`Create one of ${object.title}`, 'write', { takesBody: true, status: '201' }))
  }
  if (object.update !== undefined) {
    const change = operation(`Change one of ${object.title}`, 'write', { takesBody: true, hasId: true })
    add(`${base}/{id}`, 'put', change)
    add(`${base}/{id}`, 'patch', change)
  }
  if (object.remove !== undefined) {
    add(`${base}/{id}`, 'delete', operation(`Remove one of ${object.title}`, 'write', { hasId: true }))
  }
  for (const { path, summary } of object.lists) {
    add(`${base}/${path}`, 'get', operation(summary, 'read', { isList: true }))
  }
  for (const nested of object.nested) addNested(object, nested, add)
  for (const action of object.actions) {
    add(
      `${base}/${action.path.replace(':id', '{id}')}`.replace(/\/$/, ''),
      action.method.toLowerCase(),
      actionOf(operation, action),
    )
  }
  return paths
}

/** `put_requisitions_id_submit_for_approval`. */
function operationId(method: string, path: string): string {
  return `${method}${path.replace('/api', '').replace(/\W+/g, '_').replace(/_$/, '')}`
}

function addNested(
  object: ObjectDefinition,
  nested: Nested,
  add: (path: string, method: string, operation: Json) => void,
): void {
  const operation = describe({ ...findObject(nested.object), scope: object.scope })
  const address = `/api/${object.path}/{id}/${nested.path}`
  const one = { hasId: true, hasNested: true }
  add(address, 'get', operation(`List ${nested.path}`, 'read', { isList: true, hasId: true }))
  add(`${address}/{nested_id}`, 'get', operation(`Show one of the ${nested.path}`, 'read', one))
  if (nested.create !== undefined) {
    const traits = { takesBody: true, hasId: true, status: '201' }
    add(address, 'post', operation(`Add to the ${nested.path}`, 'write', traits))
  }
  if (nested.remove !== undefined) {
    add(`${address}/{nested_id}`, 'delete', operation(`Remove one of the ${nested.path}`, 'write', one))
  }
  if (nested.update !== undefined) {
    const change = operation(`Change one of the ${nested.path}`, 'write', { ...one, takesBody: true })
    add(`${address}/{nested_id}`, 'put', change)
    add(`${address}/{nested_id}`, 'patch', change)
  }
}

const pathParameter = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'integer' },
})

interface OperationTraits {
  readonly hasNested?: boolean
  readonly isList?: boolean
  readonly hasId?: boolean
  readonly takesBody?: boolean
  readonly takesFile?: boolean
  readonly answersFile?: boolean
  readonly status?: string
  readonly query?: readonly string[]
}

type Describe = (summary: string, scope: 'read' | 'write', traits: OperationTraits) => Json

function actionOf(operation: Describe, action: Action): Json {
  return operation(action.summary, action.scope, {
    hasId: action.path.includes(':id'),
    takesBody: action.takesBody ?? false,
    takesFile: action.takesFile ?? false,
    answersFile: action.answersFile ?? false,
    query: action.query ?? [],
    isList: action.each ?? false,
    status: (action.creates ?? (action.method === 'POST' && !action.path.includes(':id'))) ? '201' : '200',
  })
}

const bytes = { type: 'string', format: 'binary' }
const fileForm = {
  'multipart/form-data': { schema: { type: 'object', properties: { file: bytes } } },
}
const anyFile = { 'application/octet-stream': { schema: bytes } }

function describe(object: ObjectDefinition): Describe {
  const schema = { $ref: `#/components/schemas/${object.name}` }
  const content = (body: Json) => ({
    'application/json': { schema: body },
    'application/xml': { schema: body },
  })
  return (summary, scope, traits) => ({
    tags: [object.title],
    summary,
    security: [{ oauth2: [`core.${object.scope}.${scope}`] }],
    parameters: [
      ...(traits.hasId ? [pathParameter('id')] : []),
      ...(traits.hasNested ? [pathParameter('nested_id')] : []),
      ...(traits.query ?? []).map(name => queryParameter(name, { type: 'string' }, '')),
      ...(traits.isList
        ? Object.keys(listParameters).map(name => ({ $ref: `#/components/parameters/${name}` }))
        : []),
    ],
    ...(traits.takesBody ? { requestBody: { content: content(schema) } } : {}),
    ...(traits.takesFile ? { requestBody: { content: fileForm } } : {}),
    responses: {
      [traits.status ?? '200']: {
        description: 'Done',
        content: traits.answersFile
          ? anyFile
          : content(traits.isList ? { type: 'array', items: schema } : schema),
      },
      '4XX': { description: 'Refused', content: content({ $ref: '#/components/schemas/errors' }) },
    },
  })
}

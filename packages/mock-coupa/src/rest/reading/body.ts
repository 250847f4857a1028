import { CxmlError, readXml as parse, type XmlElement } from '@punchloop/sdk/xml'
import { RestError } from '../errors.js'
import { findObject } from '../objects.js'
import type { ObjectDefinition } from '../schema/object.js'
import { isDeeper } from './depth.js'

/** As deep as XML may be. */
const deepest = 64

/** A body as plain values with dashed keys. */
export type Raw = Readonly<Record<string, unknown>>

/** JSON where its type says so; Coupa's default is XML. */
export function readBody(bytes: Uint8Array, contentType: string, object: ObjectDefinition): Raw {
  if (bytes.byteLength === 0) return {}
  const isJson = /\bjson\b/i.test(contentType)
  assertTyped(bytes, { contentType, isJson, object })
  return isJson ? readJson(bytes, object) : readXml(bytes, contentType, object)
}

/** The likeliest mistake of all deserves words of its own. */
function assertTyped(
  bytes: Uint8Array,
  by: { readonly contentType: string; readonly isJson: boolean; readonly object: ObjectDefinition },
): void {
  const begin = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()[0]
  const looks = begin === '{' || begin === '[' ? 'JSON' : begin === '<' ? 'XML' : undefined
  if (looks === undefined || (looks === 'JSON') === by.isJson) return
  const said =
    by.contentType === '' ? 'there is no Content-Type' : `its Content-Type is ${by.contentType.slice(0, 80)}`
  const message = `The body looks like ${looks}, but ${said}; expected application/${looks.toLowerCase()}`
  throw new RestError(400, by.object.name, [message])
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function readJson(bytes: Uint8Array, object: ObjectDefinition): Raw {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch (cause) {
    throw new RestError(400, object.name, ['The body is not JSON'], { cause })
  }
  if (!isRecord(value)) throw new RestError(400, object.name, ['The body must be a JSON object'])
  if (isDeeper(value, deepest)) {
    throw new RestError(400, object.name, [`The body is nested more than ${deepest} deep`])
  }
  const raw = dashed(value)
  // Some clients wrap the object in its name, as the XML does.
  const wrapped = raw[object.name]
  return Object.keys(raw).length === 1 && isRecord(wrapped) ? dashed(wrapped) : raw
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Coupa takes `line-num` and `line_num`. */
export function dashed(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.replaceAll('_', '-'), inner]))
}

function readXml(bytes: Uint8Array, contentType: string, object: ObjectDefinition): Raw {
  const charset = /charset="?([^";\s]+)/i.exec(contentType)?.[1]
  try {
    const { root } = parse(bytes, charset === undefined ? {} : { charset })
    if (localName(root) !== object.plural) return rawOf(root, object)
    throw new RestError(400, object.name, [`The root must be <${object.element}>, one of them; found a list`])
  } catch (error) {
    if (!(error instanceof CxmlError)) throw error
    throw new RestError(400, object.name, [error.message], { cause: error })
  }
}

function rawOf(element: XmlElement, object: ObjectDefinition | undefined): Record<string, unknown> {
  const raw: Record<string, unknown> = {}
  for (const child of element.elements()) {
    const name = localName(child)
    const field = object?.fields.get(name)
    const inner = field !== undefined && 'object' in field ? findObject(field.object) : undefined
    const isList =
      field?.kind === 'has-many' ||
      field?.kind === 'embeds-many' ||
      (field?.kind === 'kept' && field.shape === 'list') ||
      child.attribute('type') === 'array'
    if (isList) raw[name] = child.elements().map(entry => rawOf(entry, inner))
    else if (name === 'custom-fields') raw[name] = customFieldsOf(child)
    else raw[name] = contentOf(child, inner)
  }
  return raw
}

/** With a dash, and without a prefix: Coupa's documents are in no namespace, and some libraries write one. */
function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1).replaceAll('_', '-')
}

function contentOf(element: XmlElement, object: ObjectDefinition | undefined): unknown {
  if (element.attribute('nil') === 'true' || element.attribute('xsi:nil') === 'true') return null
  return element.elements().length > 0 ? rawOf(element, object) : textOf(element)
}

/** Their names are the tenant's own and stay as they are. */
function customFieldsOf(element: XmlElement): Record<string, unknown> {
  return Object.fromEntries(element.elements().map(child => [child.name, contentOf(child, undefined)]))
}

/** Its own text, CDATA included; comments are none. */
function textOf(element: XmlElement): string {
  return element.children
    .map(child =>
      typeof child === 'string' ? child : 'kind' in child && child.kind === 'cdata' ? child.text : '',
    )
    .join('')
}

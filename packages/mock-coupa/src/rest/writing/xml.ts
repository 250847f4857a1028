import { escapeText } from '@punchloop/sdk/xml'
import type { LoadedObject, LoadedValue } from '../query/load.js'
import type { Field } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'
import { divideCustomFields, keptValue, printed, type Shown } from './shown.js'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const isArray = ' type="array"'
const isNil = ' nil="true"'

/** Coupa's XML: what is no text says its `type`, what is empty `nil="true"`, lists are `type="array"`. */
export function writeXml(one: LoadedObject, shown: Shown): string {
  return declaration + new XmlWriter(shown).object(one.selection.object.element, one)
}

export function writeXmlList(object: ObjectDefinition, list: readonly LoadedObject[], shown: Shown): string {
  return declaration + new XmlWriter(shown).list(object.plural, list)
}

/** `<errors><error>…</error></errors>`. */
export function writeXmlErrors(messages: readonly string[]): string {
  const errors = messages.map(message => `<error>${cdata(message)}</error>`)
  return declaration + element('errors', '', errors.join(''))
}

/** Writes text at once (docs/decisions/0009). */
class XmlWriter {
  readonly #shown: Shown
  /** What stands in an object that others refer to: one person is in a page a hundred times, and is written once. */
  readonly #written = new Map<LoadedObject, string>()

  constructor(shown: Shown) {
    this.#shown = shown
  }

  list(name: string, objects: readonly LoadedObject[]): string {
    const entries = objects.map(one => this.object(one.selection.object.element, one))
    return element(name, isArray, entries.join(''))
  }

  object(name: string, one: LoadedObject): string {
    return element(name, '', this.#content(one))
  }

  #content({ selection, values, customFields }: LoadedObject): string {
    let text = ''
    for (const [index, { name, field }] of selection.fields.entries()) {
      text += this.#value(name, values[index] ?? null, field)
    }
    if (customFields === undefined) return text
    const { below, beside } = divideCustomFields(selection.object.name, customFields, this.#shown)
    text += element('custom-fields', '', keptElements(below))
    return text + keptElements(Object.fromEntries(beside))
  }

  #value(name: string, value: LoadedValue, field: Field): string {
    switch (field.kind) {
      case 'scalar': {
        const type = field.type === 'string' ? '' : ` type="${field.type}"`
        if (value === null) return element(name, type + isNil)
        return textElement(name, type, String(printed(value as string | number, field, this.#shown)))
      }
      case 'belongs-to':
      case 'embeds-one':
        return value === null ? '' : element(name, '', this.#other(value as LoadedObject))
      case 'has-many':
      case 'embeds-many':
        return this.list(name, (value ?? []) as readonly LoadedObject[])
      case 'empty-list':
        return element(name, isArray)
      case 'kept': {
        const kept = keptValue(value, field)
        return kept === undefined ? '' : keptElement(name, kept)
      }
    }
  }

  #other(object: LoadedObject): string {
    const known = this.#written.get(object)
    if (known !== undefined) return known
    const content = this.#content(object)
    this.#written.set(object, content)
    return content
  }
}

function keptElements(values: object): string {
  return Object.entries(values)
    .map(([name, value]) => keptElement(name, value))
    .join('')
}

/** What a tenant or a client gave. Entries of a list have the list's name without its `s`, as Coupa's have. */
function keptElement(key: string, value: unknown): string {
  const name = elementName(key)
  if (value === null || value === undefined) return element(name, isNil)
  if (typeof value !== 'object') return textElement(name, '', String(value))
  if (!Array.isArray(value)) return element(name, '', keptElements(value))
  const entries = value.map(entry => keptElement(key.replace(/s$/, ''), entry))
  return element(name, isArray, entries.join(''))
}

/** A tenant names its fields as it likes; what is no XML name becomes one. */
function elementName(name: string): string {
  return /^[A-Za-z_][\w.-]*$/.test(name) ? name : `_${name.replace(/[^\w.-]/g, '_')}`
}

function element(name: string, attributes: string, content = ''): string {
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`
}

function textElement(name: string, attributes: string, text: string): string {
  const escaped = escapeText(text) ?? escapeText(withoutForbidden(text)) ?? ''
  return `<${name}${attributes}>${escaped}</${name}>`
}

function cdata(text: string): string {
  return `<![CDATA[${withoutForbidden(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

/** JSON can say what XML cannot: such characters become the replacement character. */
function withoutForbidden(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}

import { createCB } from 'xmlbuilder2'
import type { XMLBuilderCB } from 'xmlbuilder2/lib/interfaces.js'
import type { LoadedObject, LoadedValue } from '../query/load.js'
import type { Field } from '../schema/field.js'
import type { ObjectDefinition } from '../schema/object.js'
import { divideCustomFields, keptValue, printed, type Shown } from './shown.js'

/** Coupa's XML: what is no text says its `type`, what is empty `nil="true"`, lists are `type="array"`. */
export function writeXml(one: LoadedObject, shown: Shown): string {
  return build(xml => writeObject(xml, one.selection.object.element, one, shown))
}

export function writeXmlList(object: ObjectDefinition, list: readonly LoadedObject[], shown: Shown): string {
  return build(xml => writeList(xml, object.plural, list, shown))
}

/** `<errors><error>…</error></errors>`. */
export function writeXmlErrors(messages: readonly string[]): string {
  return build(xml => {
    xml.ele('errors')
    for (const message of messages) xml.ele('error').dat(withoutForbidden(message)).up()
    xml.up()
  })
}

function build(write: (xml: XMLBuilderCB) => void): string {
  const chunks: string[] = []
  const xml = createCB({ data: (chunk: string) => chunks.push(chunk) })
  xml.dec({ version: '1.0', encoding: 'UTF-8' })
  write(xml)
  xml.end()
  return chunks.join('')
}

function writeObject(xml: XMLBuilderCB, name: string, one: LoadedObject, shown: Shown): void {
  const { selection, values, customFields } = one
  xml.ele(name)
  for (const [index, { name: fieldName, field }] of selection.fields.entries()) {
    writeValue(xml, fieldName, { value: values[index] ?? null, field }, shown)
  }
  if (customFields !== undefined) {
    const { below, beside } = divideCustomFields(selection.object.name, customFields, shown)
    xml.ele('custom-fields')
    for (const [name, value] of Object.entries(below)) writeKept(xml, name, value)
    xml.up()
    for (const [name, value] of beside) writeKept(xml, name, value)
  }
  xml.up()
}

function writeValue(
  xml: XMLBuilderCB,
  name: string,
  { value, field }: { readonly value: LoadedValue; readonly field: Field },
  shown: Shown,
): void {
  if (field.kind === 'kept') {
    const kept = keptValue(value, field)
    if (kept !== undefined) writeKept(xml, name, kept)
  } else if (Array.isArray(value)) {
    writeList(xml, name, value as readonly LoadedObject[], shown)
  } else if (value !== null && typeof value === 'object') {
    writeObject(xml, name, value as LoadedObject, shown)
  } else if (field.kind === 'scalar') {
    const type = field.type === 'string' ? {} : { type: field.type }
    if (value === null) xml.ele(name, { ...type, nil: 'true' }).up()
    else
      xml
        .ele(name, type)
        .txt(withoutForbidden(String(printed(value as string | number, field, shown))))
        .up()
  }
}

function writeList(xml: XMLBuilderCB, name: string, list: readonly LoadedObject[], shown: Shown): void {
  xml.ele(name, { type: 'array' })
  for (const one of list) writeObject(xml, one.selection.object.element, one, shown)
  xml.up()
}

/** What a tenant or a client gave. Entries of a list have the list's name without its `s`, as Coupa's have. */
function writeKept(xml: XMLBuilderCB, name: string, value: unknown): void {
  const element = elementName(name)
  if (value === null || value === undefined) xml.ele(element, { nil: 'true' }).up()
  else if (Array.isArray(value)) {
    xml.ele(element, { type: 'array' })
    for (const entry of value) writeKept(xml, name.replace(/s$/, ''), entry)
    xml.up()
  } else if (typeof value === 'object') {
    xml.ele(element)
    for (const [inner, entry] of Object.entries(value)) writeKept(xml, inner, entry)
    xml.up()
  } else
    xml
      .ele(element)
      .txt(withoutForbidden(String(value)))
      .up()
}

/** A tenant names its fields as it likes; what is no XML name becomes one. */
function elementName(name: string): string {
  return /^[A-Za-z_][\w.-]*$/.test(name) ? name : `_${name.replace(/[^\w.-]/g, '_')}`
}

/** JSON can say what XML cannot: such characters become the replacement character. */
function withoutForbidden(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}

import { XmlElement } from '../../xml/element.js'
import { escapeText } from '../../xml/escape.js'
import { serializeContent } from '../../xml/serialize.js'
import { trimXmlSpace } from '../../xml/space.js'
import type { Codec } from './codec.js'
import { FormsByDtd } from './forms-by-dtd.js'
import type { Reading } from './reading.js'

/**
 * The only way to an element's text: all of it, comments and CDATA boundaries left out, so that `AN01<!-- -->.evil` is
 * never read as `AN01`. An element inside is a fault.
 */
export function readText(element: XmlElement, reading: Reading): string {
  const { children } = element
  if (children.length === 1 && typeof children[0] === 'string') return children[0]
  let text = ''
  for (const child of children) {
    if (typeof child === 'string') text += child
    else if (child instanceof XmlElement) {
      reading.fault('ERR_CXML_FIELD_INVALID', element, `holds <${child.name}>; only text was expected`)
    } else if (child.kind === 'cdata') text += child.text
  }
  return text
}

/** All text inside, that of elements inside included. */
export function textContent(element: XmlElement): string {
  let text = ''
  for (const child of element.children) {
    if (typeof child === 'string') text += child
    else if (child instanceof XmlElement) text += textContent(child)
    else if (child.kind === 'cdata') text += child.text
  }
  return text
}

/** The inner XML of an element declared ANY, where it is more than text. */
export function markupOf(element: XmlElement): string | undefined {
  const plain = element.children.every(
    child => typeof child === 'string' || (!(child instanceof XmlElement) && child.kind === 'cdata'),
  )
  return plain ? undefined : serializeContent(element)
}

/** An element of text alone. Attributes that the standard gives it stay in the tree. */
export function textElement(name: string): Codec<string> {
  const known = new FormsByDtd(dtd => dtd.element(name)?.attributes ?? new Map<string, unknown>())
  return {
    name,
    isText: true,
    isAmount: false,
    read(element, reading) {
      const { attributes } = element
      for (let index = 0; index < attributes.length; index += 2) {
        const attribute = attributes[index] ?? ''
        if (!known.of(reading.dtd).has(attribute)) warnUnknownAttribute(element, attribute, reading)
      }
      return trimXmlSpace(readText(element, reading))
    },
    write(value, writing) {
      if (typeof value !== 'string') return writing.refuseType(undefined, value)
      if (value === '') return writing.put(`<${name}/>`)
      const text = escapeText(value) ?? writing.refuseCharacter(undefined, value)
      writing.putElement(`<${name}>`, text, `</${name}>`)
    },
  }
}

export function warnUnknownAttribute(element: XmlElement, attribute: string, reading: Reading): void {
  reading.warn(
    'WARN_CXML_UNKNOWN_ATTRIBUTE',
    element,
    `The attribute ${attribute.slice(0, 60)} is none of ${element.name}'s.`,
  )
}

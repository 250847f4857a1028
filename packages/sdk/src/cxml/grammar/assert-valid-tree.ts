import { XmlElement } from '../../xml/element.js'
import { isBlank } from '../../xml/space.js'
import { lexical } from '../dtd/attribute-type.js'
import type { State } from '../dtd/automaton.js'
import type { ElementRule } from '../dtd/grammar.js'
import type { Writing } from './writing.js'

/** Refuses a tree that the version being written does not allow, at its first fault. */
export function assertValidTree(element: XmlElement, writing: Writing): void {
  writing.enter(element.name, 0)
  assertValidElement(element, writing)
  writing.leave()
}

/** The same of an element that has been entered. */
export function assertValidElement(element: XmlElement, writing: Writing): void {
  const rule = writing.dtd.element(element.name)
  if (rule === undefined) {
    writing.refuse(undefined, `is no element of cXML ${writing.version} (${writing.dtd.file}.dtd)`)
  }
  assertAttributes(element, rule, writing)
  assertContent(element, rule, writing)
  for (const child of element.elements()) assertValidTree(child, writing)
}

function assertAttributes(element: XmlElement, rule: ElementRule, writing: Writing): void {
  const { attributes } = element
  for (const name of rule.requiredAttributes) {
    if (element.attribute(name) === undefined) writing.refuse(`@${name}`, 'is missing; the DTD requires it')
  }
  for (let index = 0; index < attributes.length; index += 2) {
    const field = `@${attributes[index]}`
    const value = attributes[index + 1] ?? ''
    const attribute = rule.attributes.get(attributes[index] ?? '')
    if (attribute === undefined) writing.refuseUnknownAttribute(field)
    const { values, fixed, type } = attribute
    if (values !== undefined && !values.includes(value)) writing.refuseValue(field, value, values)
    if (fixed !== undefined && value !== fixed) writing.refuse(field, `is not ${fixed}`)
    if (!lexical[type].pattern.test(value)) writing.refuse(field, `is not ${lexical[type].what}`)
    if (type === 'ID') writing.takeId(field, value)
  }
}

function assertContent({ children }: XmlElement, { content, start }: ElementRule, writing: Writing): void {
  if (content.kind === 'any') return
  if (content.kind === 'empty' && children.length > 0) writing.refuse(undefined, 'must be empty')
  let state: State | undefined = start
  for (const child of children) {
    if (child instanceof XmlElement) {
      state = state?.next.get(child.name)
      const fits = content.kind === 'mixed' ? content.names.has(child.name) : state !== undefined
      if (!fits) writing.refuse(child.name, `cannot stand here in cXML ${writing.version}`)
    } else if (content.kind === 'elements' && !isSpace(child)) {
      writing.refuse(undefined, 'holds text; only elements were expected')
    }
  }
  if (state?.isFinal === false) {
    writing.refuse([...state.next.keys()].join(' or '), 'is missing; the DTD requires it')
  }
}

function isSpace(child: Exclude<XmlElement['children'][number], XmlElement>): boolean {
  if (typeof child === 'string') return isBlank(child)
  return child.kind !== 'cdata'
}

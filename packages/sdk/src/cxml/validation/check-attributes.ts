import type { XmlElement } from '../../xml/element.js'
import { lexical } from '../dtd/attribute-type.js'
import type { AttributeRule, Dtd, ElementRule } from '../dtd/grammar.js'
import { missingAttribute, unexpectedAttribute, wrongValue } from './mending.js'
import type { Report } from './report.js'

/** Whether it can have any value: nearly all can. */
function isFree({ type, values, fixed }: AttributeRule): boolean {
  return type === 'CDATA' && values === undefined && fixed === undefined
}

/** Attributes of one document: declared, present, of their type; identifiers unique, references to some of them. */
export class AttributeChecker {
  readonly #report: Report
  readonly #ids = new Set<string>()
  readonly #references: { readonly element: XmlElement; readonly name: string; readonly id: string }[] = []

  constructor(report: Report) {
    this.#report = report
  }

  check(element: XmlElement, rule: ElementRule, dtd: Dtd): void {
    const { attributes } = element
    for (const required of rule.requiredAttributes) {
      if (element.attribute(required) === undefined) {
        const message = missingAttribute(element, required, rule)
        this.#report.error('ERR_DTD_ATTRIBUTE_MISSING', element, message, `@${required}`)
      }
    }
    for (let index = 0; index < attributes.length; index += 2) {
      const name = attributes[index] ?? ''
      const value = attributes[index + 1] ?? ''
      const attribute = rule.attributes.get(name)
      if (attribute === undefined) {
        const message = unexpectedAttribute(element, name, rule, dtd)
        this.#report.error('ERR_DTD_ATTRIBUTE_UNEXPECTED', element, message, `@${name}`)
      } else if (!isFree(attribute)) this.#checkValue(element, attribute, { name, value })
    }
  }

  /** When all elements have been seen (XML 1.0 §3.3.1, IDREF). */
  checkReferences(): void {
    for (const { element, name, id } of this.#references) {
      if (!this.#ids.has(id))
        this.#refuse(element, { name, value: id }, 'the ID of an element of the document')
    }
  }

  #checkValue(
    element: XmlElement,
    { type, values, fixed }: AttributeRule,
    attribute: { readonly name: string; readonly value: string },
  ): void {
    const { name, value } = attribute
    const { pattern, what } = lexical[type]
    if (values !== undefined && !values.includes(value)) this.#refuse(element, attribute, values)
    else if (fixed !== undefined && value !== fixed) this.#refuse(element, attribute, [fixed])
    else if (!pattern.test(value)) this.#refuse(element, attribute, what)
    else if (type === 'ID' && this.#ids.has(value)) {
      this.#refuse(element, attribute, 'an ID that no other element of the document has')
    } else if (type === 'ID') this.#ids.add(value)
    else if (type === 'IDREF') this.#references.push({ element, name, id: value })
  }

  #refuse(
    element: XmlElement,
    { name, value }: { readonly name: string; readonly value: string },
    expected: string | readonly string[],
  ): void {
    const message = wrongValue({ element: element.name, name, value }, expected)
    this.#report.error('ERR_DTD_ATTRIBUTE_VALUE', element, message, `@${name}`)
  }
}

import { XmlElement } from '../../xml/element.js'
import { findPayloadFile } from '../dtd/find-declaration.js'
import { type Dtd, nearestDtdOf } from '../dtd/grammar.js'
import { AttributeChecker } from './check-attributes.js'
import { checkContent } from './check-content.js'
import { unknownElement } from './mending.js'
import type { Report } from './report.js'

export interface TreeContext {
  /** `standalone="yes"` in the XML declaration: white space counts as text between elements (XML 1.0 §2.9). */
  readonly isStandalone: boolean
  /** Called with every element that the DTD knows: for what else there is to say about it. */
  readonly look: (element: XmlElement) => void
}

/** Holds a tree against a DTD: content models, attributes, identifiers. */
export function checkTree(
  root: XmlElement,
  dtd: Dtd,
  report: Report,
  { isStandalone, look }: TreeContext,
): void {
  const attributes = new AttributeChecker(report)
  const check = (element: XmlElement, dtd: Dtd): void => {
    if (report.isFull) return
    const rule = dtd.element(element.name)
    if (rule === undefined) {
      // Of a payload under the wrong DTD file there is more to say than that.
      const file = element.parent && findPayloadFile(element.parent.name, element.name)
      if (file !== undefined && file !== dtd.file) check(element, nearestDtdOf(file, dtd.version))
      return
    }
    attributes.check(element, rule, dtd)
    const reported = checkContent(element, rule, { dtd, report, isStandalone })
    look(element)
    for (const child of element.children) {
      if (!(child instanceof XmlElement)) continue
      if (dtd.element(child.name) === undefined && !reported.has(child)) {
        report.error('ERR_DTD_ELEMENT_UNEXPECTED', child, unknownElement(child, dtd))
      }
      check(child, dtd)
    }
  }
  if (dtd.element(root.name) === undefined) {
    report.error('ERR_DTD_ELEMENT_UNEXPECTED', root, unknownElement(root, dtd))
  }
  check(root, dtd)
  attributes.checkReferences()
}

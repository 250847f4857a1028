import { XmlElement, type XmlNode } from './element.js'
import { defaultLimits } from './limits.js'
import { parseXml } from './parse.js'

/** What stands inside an element, from its XML. Throws `ERR_CXML_SYNTAX` where it is not well-formed. */
export function parseXmlFragment(xml: string, parent: XmlElement): XmlNode[] {
  const { root } = parseXml(`<content>${xml}</content>`, {
    limits: defaultLimits,
    items: new Set(),
    secrets: [],
    isFragment: true,
  })
  return root.children.map(child => (child instanceof XmlElement ? adopt(child, parent) : child))
}

function adopt(element: XmlElement, parent: XmlElement): XmlElement {
  const adopted = new XmlElement(element.name, parent)
  adopted.attributes.push(...element.attributes)
  for (const child of element.children) {
    adopted.children.push(child instanceof XmlElement ? adopt(child, adopted) : child)
  }
  return adopted
}

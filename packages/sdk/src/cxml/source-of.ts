import { XmlElement } from '../xml/element.js'

/**
 * The element that a value of a document was read from: the way to whatever has no type of its own
 * (`sourceOf(document, itemOut)?.elements()`).
 *
 * `undefined` for what was not read from this document, copies included.
 */
export function sourceOf(document: { readonly root?: XmlElement }, value: object): XmlElement | undefined {
  const { root } = document
  if (root === undefined) return undefined
  if (value === document) return root
  let sources = indexes.get(root)
  if (sources === undefined) {
    sources = new Map()
    index(root, sources)
    indexes.set(root, sources)
  }
  return sources.get(value)
}

/** Made when first asked for. */
const indexes = new WeakMap<XmlElement, Map<object, XmlElement>>()

function index(element: XmlElement, sources: Map<object, XmlElement>): void {
  if (element.value !== undefined) sources.set(element.value, element)
  for (const child of element.children) {
    if (child instanceof XmlElement) index(child, sources)
  }
}

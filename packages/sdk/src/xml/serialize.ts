import { CxmlError } from '../errors.js'
import type { XmlDoctype } from './doctype.js'
import { XmlElement, type XmlNode } from './element.js'
import { escapeAttribute, escapeText, forbiddenIn } from './escape.js'
import { isBlank } from './space.js'

/** A document to write. */
export interface XmlOutput {
  readonly doctype?: XmlDoctype
  readonly before?: readonly XmlNode[]
  readonly root: XmlElement
  readonly after?: readonly XmlNode[]
}

export interface SerializeXmlOptions {
  /** Two spaces for each level in elements that hold only elements; other elements stay as they are. */
  readonly indent?: boolean
}

/** A document → text, with XML declaration. Throws `ERR_CXML_FIELD_INVALID` for what XML cannot carry. */
export function serializeXml(document: XmlOutput, options: SerializeXmlOptions = {}): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>']
  if (document.doctype !== undefined) parts.push(writeDoctype(document.doctype))
  for (const node of document.before ?? []) parts.push(serializeNode(node, options))
  parts.push(serializeNode(document.root, options))
  for (const node of document.after ?? []) parts.push(serializeNode(node, options))
  return `${parts.join('\n')}\n`
}

/** What stands inside an element, as XML. */
export function serializeContent(element: XmlElement): string {
  let out = ''
  for (const child of element.children) out += serializeNode(child)
  return out
}

/** An element as XML, as it stands. */
export function serializeElement(element: XmlElement): string {
  return writeElement(element, undefined)
}

function serializeNode(node: XmlNode, options: SerializeXmlOptions = {}): string {
  return node instanceof XmlElement
    ? writeElement(node, options.indent === true ? '\n' : undefined)
    : writeLeaf(node, undefined)
}

/** `newline` is the line end with the indentation of the element, when lines are wanted. */
function writeElement(element: XmlElement, newline: string | undefined): string {
  const { name, attributes, children } = element
  let out = `<${name}`
  for (let index = 0; index < attributes.length; index += 2) {
    const attribute = attributes[index] ?? ''
    const value = attributes[index + 1] ?? ''
    out += ` ${attribute}="${escapeAttribute(value) ?? refuse(forbiddenIn(value), element, attribute)}"`
  }
  if (children.length === 0) return `${out}/>`
  out += '>'
  const inner = newline !== undefined && isElementContent(children) ? `${newline}  ` : undefined
  for (const child of children) {
    if (inner !== undefined) {
      if (typeof child === 'string') continue
      out += inner
    }
    out += child instanceof XmlElement ? writeElement(child, inner) : writeLeaf(child, element)
  }
  if (inner !== undefined) out += newline
  return `${out}</${name}>`
}

function isElementContent(children: readonly XmlNode[]): boolean {
  let elements = 0
  for (const child of children) {
    if (typeof child === 'string' ? !isBlank(child) : 'kind' in child && child.kind === 'cdata') return false
    if (typeof child !== 'string') elements++
  }
  return elements > 0
}

function writeLeaf(node: Exclude<XmlNode, XmlElement>, within: XmlElement | undefined): string {
  if (typeof node === 'string') return escapeText(node) ?? refuse(forbiddenIn(node), within)
  switch (node.kind) {
    case 'cdata':
      assertCharacters(node.text, within)
      return `<![CDATA[${node.text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
    case 'comment':
      assertCharacters(node.text, within)
      if (node.text.includes('--') || node.text.endsWith('-')) {
        refuse('a comment must not hold "--" or end with "-"', within)
      }
      return `<!--${node.text}-->`
    case 'instruction':
      assertCharacters(node.data, within)
      if (node.data.includes('?>')) refuse('a processing instruction must not hold "?>"', within)
      return `<?${node.target}${node.data === '' ? '' : ` ${node.data}`}?>`
  }
}

function writeDoctype({ name, publicId, systemId }: XmlDoctype): string {
  if (systemId === undefined) return `<!DOCTYPE ${name}>`
  const quote = systemId.includes('"') ? "'" : '"'
  const external = publicId === undefined ? 'SYSTEM' : `PUBLIC "${publicId}"`
  return `<!DOCTYPE ${name} ${external} ${quote}${systemId}${quote}>`
}

/** For what cannot be escaped: comments, CDATA sections, processing instructions. */
function assertCharacters(text: string, within: XmlElement | undefined): void {
  const problem = forbiddenIn(text)
  if (problem !== undefined) refuse(problem, within)
}

function refuse(problem: string | undefined, within: XmlElement | undefined, attribute?: string): never {
  const element = within?.path()
  const path = attribute === undefined || element === undefined ? element : `${element}/@${attribute}`
  throw new CxmlError('ERR_CXML_FIELD_INVALID', `${path ?? 'The document'}: ${problem}`, {
    ...(path === undefined ? {} : { path }),
  })
}

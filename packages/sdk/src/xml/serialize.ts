import { CxmlError } from '../errors.js'
import type { XmlDoctype } from './doctype.js'
import { XmlElement, type XmlNode } from './element.js'
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
    out += ` ${attribute}="${escapeAttribute(attributes[index + 1] ?? '', element, attribute)}"`
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
  if (typeof node === 'string') return escapeText(node, within)
  switch (node.kind) {
    case 'cdata':
      assertCharacters(node.text, within)
      return `<![CDATA[${node.text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
    case 'comment':
      assertCharacters(node.text, within)
      if (node.text.includes('--') || node.text.endsWith('-')) {
        throw unwritable(within, 'a comment must not hold "--" or end with "-"')
      }
      return `<!--${node.text}-->`
    case 'instruction':
      assertCharacters(node.data, within)
      if (node.data.includes('?>')) throw unwritable(within, 'a processing instruction must not hold "?>"')
      return `<?${node.target}${node.data === '' ? '' : ` ${node.data}`}?>`
  }
}

function writeDoctype({ name, publicId, systemId }: XmlDoctype): string {
  if (systemId === undefined) return `<!DOCTYPE ${name}>`
  const quote = systemId.includes('"') ? "'" : '"'
  const external = publicId === undefined ? 'SYSTEM' : `PUBLIC "${publicId}"`
  return `<!DOCTYPE ${name} ${external} ${quote}${systemId}${quote}>`
}

/*
 * A carriage return is written as a reference, because a parser reads it as a line feed (XML 1.0 §2.11); in attributes
 * tab and line feed too, because a parser reads them as spaces (§3.3.3).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids (§2.2)
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, with those that must be escaped
const unplainText = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const unplainAttribute = /[&<>"\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/u

function escapeText(text: string, within: XmlElement | undefined): string {
  if (!unplainText.test(text)) return text
  assertCharacters(text, within)
  return text.replace(/[&<>\r]/g, character => references[character] ?? character)
}

function escapeAttribute(value: string, within: XmlElement, attribute: string): string {
  if (!unplainAttribute.test(value)) return value
  assertCharacters(value, within, attribute)
  return value.replace(/[&<>"\t\n\r]/g, character => references[character] ?? character)
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

function assertCharacters(text: string, within: XmlElement | undefined, attribute?: string): void {
  const found = forbidden.exec(text)
  if (found === null) return
  const code = (text.charCodeAt(found.index) || 0).toString(16).toUpperCase().padStart(4, '0')
  throw unwritable(within, `the character U+${code} cannot stand in XML; remove it`, attribute)
}

function unwritable(within: XmlElement | undefined, problem: string, attribute?: string): CxmlError {
  const element = within?.path()
  const path = attribute === undefined || element === undefined ? element : `${element}/@${attribute}`
  return new CxmlError('ERR_CXML_FIELD_INVALID', `${path ?? 'The document'}: ${problem}`, {
    ...(path === undefined ? {} : { path }),
  })
}

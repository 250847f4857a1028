import { createHash } from 'node:crypto'
import type { AttachedFile } from '../cxml/attachments.js'
import { XmlElement } from '../xml/element.js'

/**
 * SHA-256 (hexadecimal) of what a document says, with the files that came with it: how two documents with one payloadID are
 * compared.
 *
 * Left out is what may differ when a system sends the same message again: the timestamp of the new attempt, secrets
 * (one may have been replaced in between; and a digest of a secret has no business in a store), indentation, comments.
 */
export function canonicalDigest(root: XmlElement, files: readonly AttachedFile[] = []): string {
  const hash = createHash('sha256').update(textOfTree(root, true), 'utf8')
  for (const { contentId = '', contentType, fileName = '', bytes } of files) {
    const about = named('file', contentId) + named('type', contentType) + named('name', fileName)
    hash.update(`${about}${bytes.length}:`, 'utf8').update(bytes)
  }
  return hash.digest('hex')
}

const secretElements = new Set(['SharedSecret', 'CredentialMac', 'DigitalSignature'])

/** Lengths go in front of every text, so that no two different trees make the same. */
function textOfTree(element: XmlElement, isRoot: boolean): string {
  let text = named('element', element.name)
  for (const [name, value] of sortedAttributes(element)) {
    if (!isRoot || name !== 'timestamp') text += named(name, value)
  }
  const own = textOf(element)
  const children = element.elements()
  if (children.length === 0 || isNotBlank(own)) text += named('text', own)
  for (const child of children) {
    if (!secretElements.has(child.name)) text += textOfTree(child, false)
  }
  return `${text}end;`
}

function named(name: string, value: string): string {
  return `${name.length}:${name}=${value.length}:${value};`
}

function sortedAttributes(element: XmlElement): [string, string][] {
  const { attributes } = element
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < attributes.length; index += 2) {
    pairs.push([attributes[index] ?? '', attributes[index + 1] ?? ''])
  }
  return pairs.sort(([left], [right]) => (left < right ? -1 : 1))
}

function textOf(element: XmlElement): string {
  return element.children
    .map(child => {
      if (typeof child === 'string') return child
      return !(child instanceof XmlElement) && child.kind === 'cdata' ? child.text : ''
    })
    .join('')
}

function isNotBlank(text: string): boolean {
  return /[^ \t\r\n]/.test(text)
}

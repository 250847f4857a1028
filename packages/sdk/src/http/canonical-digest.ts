import { createHash, type Hash } from 'node:crypto'
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
  const hash = createHash('sha256')
  addElement(hash, root, true)
  for (const { contentId = '', contentType, fileName = '', bytes } of files) {
    add(hash, 'file', contentId)
    add(hash, 'type', contentType)
    add(hash, 'name', fileName)
    hash.update(`${bytes.length}:`).update(bytes)
  }
  return hash.digest('hex')
}

const secretElements = new Set(['SharedSecret', 'CredentialMac', 'DigitalSignature'])

/** Lengths go in front of every text, so that no two different trees feed the hash alike. */
function addElement(hash: Hash, element: XmlElement, isRoot: boolean): void {
  add(hash, 'element', element.name)
  for (const [name, value] of sortedAttributes(element)) {
    if (!isRoot || name !== 'timestamp') add(hash, name, value)
  }
  const only = element.elements().length > 0 ? isNotBlank : () => true
  for (const text of [textOf(element)].filter(only)) add(hash, 'text', text)
  for (const child of element.elements()) {
    if (!secretElements.has(child.name)) addElement(hash, child, false)
  }
  hash.update('end;')
}

function add(hash: Hash, name: string, value: string): void {
  hash.update(`${name.length}:${name}=${value.length}:${value};`, 'utf8')
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

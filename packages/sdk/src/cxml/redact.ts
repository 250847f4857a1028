import { decode } from '../xml/decode.js'
import { XmlElement } from '../xml/element.js'
import type { XmlDocument } from '../xml/parse.js'
import { serializeXml } from '../xml/serialize.js'
import { passGate } from './gate.js'
import { secretElements } from './secrets.js'

const mask = '********'

/**
 * The document with asterisks for its secrets (`SharedSecret`, `CredentialMac`, `DigitalSignature`, the number of a
 * `PCard`), for traces and for sharing with the other side's support. Elements stay, so it is as valid as before.
 *
 * What does not parse is masked by pattern. Never throws.
 */
export function redact(document: string | Uint8Array): string {
  const text = typeof document === 'string' ? document : decodeAnyhow(document)
  const xml = parsed(text)
  return xml === undefined ? redactText(text) : serializeXml({ ...xml, root: redactElement(xml.root) })
}

/** The document, indented for people; what does not parse stays as it is. Secrets stay too: {@link redact} first. */
export function prettyPrint(xml: string): string {
  const document = parsed(xml)
  return document === undefined ? xml : serializeXml(document, { indent: true })
}

function parsed(text: string): XmlDocument | undefined {
  try {
    return passGate(text, {}).xml
  } catch {
    // Whatever is wrong with it: it is shown as it stands.
    return undefined
  }
}

function decodeAnyhow(bytes: Uint8Array): string {
  try {
    return decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** A copy without secrets. */
export function redactElement(element: XmlElement, parent?: XmlElement): XmlElement {
  const copy = new XmlElement(element.name, parent)
  const secret = secretElements.some(name => name.toLowerCase() === localName(element.name).toLowerCase())
  for (let index = 0; index < element.attributes.length; index += 2) {
    const name = element.attributes[index] ?? ''
    const hidden = secret ? name === 'value' : element.name === 'PCard' && name === 'number'
    copy.attributes.push(name, hidden ? mask : redactText(element.attributes[index + 1] ?? ''))
  }
  if (secret) {
    if (element.children.length > 0) copy.children.push(mask)
    return copy
  }
  for (const child of element.children) {
    if (typeof child === 'string') copy.children.push(redactText(child))
    else if (child instanceof XmlElement) copy.children.push(redactElement(child, copy))
    else if (child.kind === 'instruction') copy.children.push({ ...child, data: redactText(child.data) })
    else copy.children.push({ ...child, text: redactText(child.text) })
  }
  return copy
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Masks from each opening tag of a secret element to its closing tag, or to the end where there is none. */
function redactText(text: string): string {
  if (!text.includes('<')) return text
  let out = text
  for (const name of secretElements) {
    const open = new RegExp(`<(?:[\\w.-]{1,40}:)?${name}`, 'gi')
    const close = new RegExp(`</(?:[\\w.-]{1,40}:)?${name}`, 'gi')
    let masked = ''
    let at = 0
    for (let found = open.exec(out); found !== null; found = open.exec(out)) {
      const tagEnd = found.index + found[0].length
      close.lastIndex = tagEnd
      const end = close.exec(out)?.index ?? out.length
      const bracket = out.indexOf('>', tagEnd)
      const begin = bracket === -1 || bracket >= end ? tagEnd : bracket + 1
      masked += out.slice(at, begin) + mask
      at = end
      open.lastIndex = end
    }
    out = masked + out.slice(at)
  }
  return out
}

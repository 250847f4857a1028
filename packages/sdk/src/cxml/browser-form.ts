import { CxmlError } from '../errors.js'
import { toAscii } from '../xml/ascii.js'
import { trimXmlSpace } from '../xml/space.js'

/** The hidden form field that carries a document through the browser. Receivers take any letter case. */
export type FormEncoding = 'cxml-base64' | 'cxml-urlencoded'

/**
 * The form field for a document. The value is what the field holds: whoever builds the page escapes it for HTML, and
 * the browser does the URL-encoding.
 *
 * `cxml-urlencoded` must be US-ASCII (receivers ignore the XML declaration's encoding), so other characters become
 * numeric references; `cxml-base64` is the base64 of the UTF-8 bytes.
 */
export function encodeBrowserForm(
  xml: string,
  encoding: FormEncoding,
): { readonly name: FormEncoding; readonly value: string } {
  if (encoding === 'cxml-urlencoded') return { name: encoding, value: toAscii(xml) }
  return { name: encoding, value: encodeBase64(new TextEncoder().encode(xml)) }
}

/**
 * The document's bytes from a form's decoded fields. Letter case of the name does not count; a value that was escaped
 * or URL-encoded once too often is put right.
 *
 * Throws `ERR_CXML_FIELD_MISSING` without a cXML field, `ERR_CXML_FIELD_DOUBLED` with two, `ERR_CXML_ENCODING` where the
 * base64 is none.
 */
export function decodeBrowserForm(fields: Iterable<readonly [string, string]>): Uint8Array {
  const found: { readonly name: string; readonly value: string }[] = []
  for (const [name, value] of fields) {
    const lower = name.toLowerCase()
    if (lower === 'cxml-base64' || lower === 'cxml-urlencoded') found.push({ name: lower, value })
  }
  const [field, other] = found
  if (field === undefined) {
    throw new CxmlError(
      'ERR_CXML_FIELD_MISSING',
      'The form has no field cXML-base64 or cXML-urlencoded; one of them must hold the document',
    )
  }
  if (other !== undefined) {
    throw new CxmlError(
      'ERR_CXML_FIELD_DOUBLED',
      `The form has ${field.name} and ${other.name}; one was expected`,
    )
  }
  return field.name === 'cxml-base64' ? decodeBase64(field.value) : decodeText(field.value)
}

function decodeText(value: string): Uint8Array {
  const xml = unescapeOnce(trimXmlSpace(value))
  // The form's own charset has decoded it, so what the declaration says no longer holds.
  const declaration = /^<\?xml[^>]{0,500}\?>/.exec(xml)?.[0]
  const text = declaration === undefined ? xml : `<?xml version="1.0"?>${xml.slice(declaration.length)}`
  return new TextEncoder().encode(text)
}

/** Some senders URL-encode the value themselves, or escape it for HTML twice. A document begins with `<`. */
function unescapeOnce(value: string): string {
  if (/^%3c/i.test(value)) {
    try {
      return trimXmlSpace(decodeURIComponent(value.replaceAll('+', ' ')))
    } catch (cause) {
      throw new CxmlError(
        'ERR_CXML_ENCODING',
        'The field cXML-urlencoded is URL-encoded twice, and wrongly',
        { cause },
      )
    }
  }
  if (!value.startsWith('&lt;')) return value
  return value.replace(/&(lt|gt|quot|amp|apos|#39);/g, (_, name: string) => htmlCharacters.get(name) ?? '')
}

const htmlCharacters: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
  ['apos', "'"],
  ['#39', "'"],
])

function encodeBase64(bytes: Uint8Array): string {
  const size = 8190
  let text = ''
  for (let offset = 0; offset < bytes.length; offset += size) {
    text += btoa(String.fromCharCode(...bytes.subarray(offset, offset + size)))
  }
  return text
}

/**
 * Line ends are ignored, and a space stands for the plus sign that a form decoder took for one: also the last one, where
 * the length shows that it belongs (a document whose bytes are a multiple of three ends in `+`, which is `>`).
 */
function decodeBase64(value: string): Uint8Array {
  const joined = value.replace(/[\r\n\t]/g, '').trimStart()
  const trimmed = joined.trimEnd()
  const whole = trimmed.length % 4 === 0 || trimmed.endsWith('=') ? trimmed : joined
  const text = whole.replaceAll(' ', '+').replaceAll('-', '+').replaceAll('_', '/')
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
    return bytes
  } catch (cause) {
    throw new CxmlError('ERR_CXML_ENCODING', 'The field cXML-base64 holds no base64', { cause })
  }
}

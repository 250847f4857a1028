import { CxmlError } from '../errors.js'
import { decodeBase64, encodeBase64 } from '../mime/base64.js'
import { toAscii } from '../xml/ascii.js'
import { trimXmlSpace } from '../xml/space.js'

/** The hidden form field that carries a document through the browser. Receivers take any letter case. */
export type FormEncoding = 'cxml-base64' | 'cxml-urlencoded'

/**
 * The form field for a document. The value is what the field holds: whoever builds the page escapes it for HTML, and
 * the browser does the URL-encoding.
 *
 * `cxml-urlencoded` must be US-ASCII (receivers ignore the XML declaration's encoding), so other characters become
 * numeric references (in comments `?`); `cxml-base64` is the base64 of the UTF-8 bytes.
 *
 * Throws `ERR_CXML_FIELD_INVALID` for half a surrogate pair, and in `cxml-urlencoded` for a name beyond US-ASCII, which no
 * reference can stand for; `ERR_CXML_ENCODING` where the XML declares another encoding than `cxml-base64` gets.
 */
export function encodeBrowserForm(
  xml: string,
  encoding: FormEncoding,
): { readonly name: FormEncoding; readonly value: string } {
  if (!xml.isWellFormed()) {
    throw new CxmlError(
      'ERR_CXML_FIELD_INVALID',
      'The document holds half a surrogate pair, which is no character; leave it out',
    )
  }
  if (encoding === 'cxml-base64') {
    assertDeclaresUtf8(xml)
    return { name: encoding, value: encodeBase64(new TextEncoder().encode(xml)) }
  }
  const value = toAscii(xml)
  if (value !== xml) assertAsciiNames(xml)
  return { name: encoding, value }
}

/**
 * The document's bytes from a form's decoded fields. Letter case of the name does not count. Of base64, line breaks, missing
 * padding, the alphabet for URLs and a plus sign that a form decoder took for a space are no fault; its bytes are in the
 * encoding that they declare. Of `cxml-urlencoded` the declared encoding means nothing, and the bytes are UTF-8.
 *
 * Throws `ERR_CXML_FIELD_MISSING` without a cXML field or with an empty one, `ERR_CXML_FIELD_DOUBLED` where more than one
 * holds something, `ERR_CXML_ENCODING` where the base64 is none, or the value was escaped or URL-encoded once too often.
 */
export function decodeBrowserForm(fields: Iterable<readonly [string, string]>): Uint8Array {
  const found: Field[] = []
  for (const [name, value] of fields) {
    const lower = name.toLowerCase()
    if (lower === 'cxml-base64' || lower === 'cxml-urlencoded') found.push({ name: lower, value })
  }
  const { name, value } = assertOne(found)
  return name === 'cxml-base64' ? decodeBase64Field(value) : decodeText(value)
}

interface Field {
  readonly name: FormEncoding
  readonly value: string
}

/** Some pages have both fields and fill one. */
function assertOne(found: readonly Field[]): Field {
  const filled = found.filter(({ value }) => trimXmlSpace(value) !== '')
  const [field, other] = filled
  if (field === undefined) {
    throw new CxmlError(
      'ERR_CXML_FIELD_MISSING',
      found[0] === undefined
        ? 'The form has no field cXML-base64 or cXML-urlencoded; one of them must hold the document'
        : `The field ${found[0].name} is empty; it must hold the document`,
    )
  }
  if (other !== undefined) {
    throw new CxmlError(
      'ERR_CXML_FIELD_DOUBLED',
      `The form has ${field.name} and ${other.name}; one was expected`,
    )
  }
  return field
}

function decodeText(value: string): Uint8Array {
  const xml = trimXmlSpace(value.startsWith('\ufeff') ? value.slice(1) : value)
  const mistake = mistakesInText.find(({ pattern }) => pattern.test(xml))
  if (mistake !== undefined) throw encodingError(`The field cXML-urlencoded ${mistake.message}`)
  // The form's own charset has decoded it, so what the declaration says no longer holds.
  const declaration = declarationOf(xml)
  const text = declaration === undefined ? xml : `<?xml version="1.0"?>${xml.slice(declaration.length)}`
  return new TextEncoder().encode(text)
}

/** What senders do too much of. A document begins with `<`, so each can be told from a document. */
const mistakesInText = [
  {
    pattern: /^%3c/i,
    message:
      'was URL-encoded twice (it begins with %3C): put the document into the field as it is; the browser does the URL-encoding',
  },
  {
    pattern: /^&(?:lt|#0*60|#x0*3c);/i,
    message:
      'was escaped for HTML twice (it begins with &lt;): escape the document once when the page is written; the browser undoes one layer',
  },
  {
    pattern: /^(?:PD94|PGNY|PCFE|PCEt)[\w+/]/,
    message: 'holds base64: name the field cXML-base64, or put the document into it as it is',
  },
] as const

/** A form decoder made spaces of plus signs, line breaks were put in: both are put right before the base64 is read. */
function decodeBase64Field(value: string): Uint8Array {
  const text = withPlusSigns(value)
  return decodeBase64(new TextEncoder().encode(text), at => {
    const mistake = mistakesInBase64.find(({ pattern }) => pattern.test(text))
    if (mistake !== undefined) throw encodingError(`The field cXML-base64 ${mistake.message}`)
    // One character and no more: what is no base64 may be anything, secrets included.
    const found =
      at < text.length ? `character ${at + 1} is ${JSON.stringify(text[at])}` : 'it ends too early'
    throw encodingError(`The field cXML-base64 holds no base64: ${found}`)
  })
}

const mistakesInBase64 = [
  {
    pattern: /^(?:<|%3c|&lt;)/i,
    message: 'holds XML: name the field cXML-urlencoded, or put the base64 of the document into it',
  },
  {
    pattern: /%(?:2[bf]|3d|0[ad])/i,
    message:
      'was URL-encoded twice (it holds %2B, %2F or %3D): put the base64 into the field as it is; the browser does the URL-encoding',
  },
] as const

/**
 * Also the last one, where the length shows that it belongs: a document whose bytes are a multiple of three may end in
 * `+`, which is `>`.
 */
function withPlusSigns(value: string): string {
  const joined = value.replace(/[\r\n\t]/g, '').trimStart()
  const trimmed = joined.trimEnd()
  const whole = trimmed.length % 4 === 0 || trimmed.endsWith('=') ? trimmed : joined
  return whole.replaceAll(' ', '+')
}

function declarationOf(xml: string): string | undefined {
  return /^<\?xml\s[^>]{0,500}\?>/.exec(xml)?.[0]
}

function assertDeclaresUtf8(xml: string): void {
  const declared = /\sencoding\s*=\s*["']([^"']*)["']/.exec(declarationOf(xml) ?? '')?.[1]
  if (declared === undefined || /^utf-?8$/i.test(declared)) return
  throw encodingError(
    `The document declares the encoding ${JSON.stringify(declared.slice(0, 40))} and is sent in UTF-8; declare UTF-8`,
  )
}

/** Of elements and attributes: what stands in a tag and not between quotation marks. */
function assertAsciiNames(xml: string): void {
  for (const [tag] of xml.matchAll(markup)) {
    if (tag.startsWith('<!') || tag.startsWith('<?')) continue
    const name = tag.replace(/"[^"]*"|'[^']*'/g, '').match(/[^\s<>/=]*\P{ASCII}[^\s<>/=]*/u)?.[0]
    if (name === undefined) continue
    throw new CxmlError(
      'ERR_CXML_FIELD_INVALID',
      `The name ${JSON.stringify(name.slice(0, 40))} is not US-ASCII, which cxml-urlencoded must be; send cxml-base64`,
    )
  }
}

/** Comments, CDATA sections, instructions and tags, so that what looks like a tag inside of one is not taken for it. */
const markup = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>/g

function encodingError(message: string): CxmlError {
  return new CxmlError('ERR_CXML_ENCODING', message)
}

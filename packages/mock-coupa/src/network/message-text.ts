import type { CxmlMessage } from '@punchloop/sdk/cxml'

/** By the byte order mark, else by the declaration; the reader has made sure that both agree. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const declaration = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  const [, declared = 'utf-8'] =
    /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/.exec(declaration) ?? []
  return /^(?:iso-8859-1|latin1)$/i.test(declared) ? 'latin1' : 'utf-8'
}

/** The document as text, in whichever of the encodings that the reader takes. */
export function textOf(message: CxmlMessage): string {
  const { bytes, charset = '' } = message
  const encoding = /^(?:iso-8859-1|latin1)$/i.test(charset) ? 'latin1' : encodingOf(bytes)
  // ISO-8859-1 by Node: TextDecoder reads windows-1252 under that name.
  if (encoding === 'latin1') return Buffer.from(bytes).toString('latin1')
  return new TextDecoder(encoding).decode(bytes)
}

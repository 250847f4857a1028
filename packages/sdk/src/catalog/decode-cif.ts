import { CatalogError } from './catalog-error.js'
import { byteOrderMark, decoderFor } from './charset.js'
import type { CatalogProblem } from './cif-file.js'

/** Where the header has to be over. */
const longestHead = 64 * 1024

/**
 * Bytes → text, as CHARSET says. A byte order mark goes before it; UTF-8 where neither is there. Bytes that are none in the
 * charset are a problem and become U+FFFD.
 *
 * Throws `ERR_CATALOG_NOT_CIF`.
 */
export function decodeCif(bytes: Uint8Array): {
  readonly text: string
  readonly problems: readonly CatalogProblem[]
} {
  const mark = byteOrderMark(bytes)
  const head = (decoderFor(mark ?? 'iso-8859-1', { fatal: false }) ?? new TextDecoder()).decode(
    bytes.subarray(0, longestHead),
  )
  assertBegins(head, bytes)
  const declared = /^"?CHARSET[ \t:,]+([^\r\n,"]+)/im.exec(head.split(/^"?DATA/m)[0] ?? '')?.[1]?.trim()
  const charset = mark ?? declared ?? 'utf-8'
  const decoder = decoderFor(charset, { fatal: false })
  if (decoder === undefined) {
    const text = decodeUnknown(bytes)
    const message = `CHARSET is ${JSON.stringify(charset.slice(0, 40))}, which nobody knows; the file was read as it made sense. Write UTF-8.`
    return { text, problems: [problem('WARN_CATALOG_CHARSET', message, lineOf(head, /^"?CHARSET/im))] }
  }
  const text = decoder.decode(bytes)
  if (isWhole(bytes, charset)) return { text, problems: [] }
  const message = `The file is said to be ${charset}, and has bytes that are none in it. Save it again in the charset that CHARSET names.`
  return { text, problems: [problem('ERR_CATALOG_CHARACTER', message, lineOf(text, /\ufffd/))] }
}

function isWhole(bytes: Uint8Array, charset: string): boolean {
  try {
    decoderFor(charset, { fatal: true })?.decode(bytes)
    return true
  } catch {
    return false
  }
}

/** UTF-8 where it can be, else what most old files are. */
function decodeUnknown(bytes: Uint8Array): string {
  return (
    decoderFor(isWhole(bytes, 'utf-8') ? 'utf-8' : 'iso-8859-1', { fatal: false }) ?? new TextDecoder()
  ).decode(bytes)
}

/** What people upload in place of a CIF file, by how it begins. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^PK/, 'It is a ZIP archive or a spreadsheet: unpack it, or save it as text.'],
  [/^\s*<\?xml|^\s*<[a-z!]/i, 'It is XML; a CatalogUploadRequest is sent, not uploaded.'],
  [/^\p{Cc}[\u008b‹]/u, 'It is compressed: unpack it.'],
  [/^%PDF/, 'It is a PDF.'],
  [/^[ÐŠ][ÏÎ]/, 'It is a spreadsheet: save it as text.'],
]

function assertBegins(head: string, bytes: Uint8Array): void {
  if (/^\s*"?CIF_I_V\d/.test(head)) return
  const hint =
    bytes.length === 0
      ? 'It is empty.'
      : (beginnings.find(([begins]) => begins.test(head))?.[1] ??
        `It begins with ${JSON.stringify(head.slice(0, 40))}.`)
  throw new CatalogError(
    'ERR_CATALOG_NOT_CIF',
    `The file is no CIF: its first line must be CIF_I_V3.0. ${hint}`,
    { line: 1, column: 1 },
  )
}

function problem(code: CatalogProblem['code'], message: string, line: number): CatalogProblem {
  return { severity: code.startsWith('WARN') ? 'warning' : 'error', code, line, column: 1, message }
}

function lineOf(text: string, wanted: RegExp): number {
  const at = text.search(wanted)
  return at === -1 ? 1 : text.slice(0, at).split(/\r\n?|\n/).length
}

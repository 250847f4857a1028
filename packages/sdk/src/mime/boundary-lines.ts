import { CxmlError } from '../errors.js'
import { isAt } from './bytes.js'
import { mimeError, shown } from './mime-error.js'

const hyphen = 0x2d
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** A line that holds the boundary and nothing else. */
interface BoundaryLine {
  /** Where its first hyphen stands. */
  readonly begin: number
  /** Behind its line end. */
  readonly end: number
  readonly lineEnd: 'CRLF' | 'LF' | 'none'
  readonly isLast: boolean
}

/** From where to where a part stands between the boundary lines, its headers included. */
export interface PartRange {
  readonly begin: number
  readonly end: number
}

/**
 * Finds the parts of a message (RFC 2046 §5.1.1). What stands before the first boundary line and after the last is
 * nobody's.
 *
 * A boundary counts where it is a whole line, with nothing but blanks behind it: a line that only begins like it is
 * content, of a binary part or of a message inside. The line break before a boundary line belongs to that line. Whether a
 * line ends with CRLF, as it should, or with LF alone, is said by the first boundary line and holds for all of them: by
 * guessing each time, a part that ends with CR would lose it, or keep one that is not its own.
 *
 * Looks at each byte a bounded number of times. Throws `ERR_CXML_MIME`, or `ERR_CXML_LIMIT` where there are more than
 * `most` parts.
 */
export function findParts(bytes: Uint8Array, boundary: string, most: number): PartRange[] {
  const wanted = new TextEncoder().encode(`--${boundary}`)
  const parts: PartRange[] = []
  let first: BoundaryLine | undefined
  let open: BoundaryLine | undefined
  for (let at = 0; at < bytes.length; ) {
    const line = boundaryLineAt(bytes, at, wanted)
    if (line === undefined) {
      at = nextLine(bytes, at)
      continue
    }
    if (open !== undefined && first !== undefined) {
      parts.push({ begin: open.end, end: Math.max(open.end, endBefore(bytes, line, first)) })
    }
    if (line.isLast) return assertParts(parts, boundary)
    if (parts.length === most) {
      throw new CxmlError('ERR_CXML_LIMIT', `The MIME message has more than ${most} parts; send fewer`)
    }
    first ??= line
    open = line
    at = line.end
  }
  throw mimeError(
    open === undefined
      ? `no line of it is ${shown(`--${boundary}`)}, the boundary that Content-Type names`
      : `it ends without the line ${shown(`--${boundary}--`)}: the last part may have been cut off; send it again, whole`,
  )
}

function assertParts(parts: PartRange[], boundary: string): PartRange[] {
  if (parts.length > 0) return parts
  throw mimeError(
    `it has no part before ${shown(`--${boundary}--`)}; the document was expected as the first one`,
  )
}

function boundaryLineAt(bytes: Uint8Array, begin: number, wanted: Uint8Array): BoundaryLine | undefined {
  if (bytes[begin] !== hyphen || !isAt(bytes, begin, wanted)) return undefined
  let at = begin + wanted.length
  const isLast = bytes[at] === hyphen && bytes[at + 1] === hyphen
  if (isLast) at += 2
  // RFC 2046 calls it transport padding: added on the way, to be passed over.
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++
  if (at >= bytes.length) return { begin, end: at, lineEnd: 'none', isLast }
  if (bytes[at] === lineFeed) return { begin, end: at + 1, lineEnd: 'LF', isLast }
  if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) {
    return { begin, end: at + 2, lineEnd: 'CRLF', isLast }
  }
  return undefined
}

function nextLine(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(lineFeed, at)
  return end === -1 ? bytes.length : end + 1
}

/** Where the part before a boundary line ends. */
function endBefore(bytes: Uint8Array, line: BoundaryLine, first: BoundaryLine): number {
  const isCrlf = bytes[line.begin - 2] === carriageReturn
  if (first.lineEnd === 'CRLF' && !isCrlf) throw mixed(line, 'is preceded by LF alone', first)
  if (!line.isLast && line.lineEnd !== first.lineEnd && line.lineEnd !== 'none') {
    throw mixed(line, `ends with ${line.lineEnd}`, first)
  }
  return line.begin - (first.lineEnd === 'CRLF' ? 2 : 1)
}

function mixed({ begin }: BoundaryLine, found: string, { lineEnd }: BoundaryLine) {
  return mimeError(
    `the boundary line at byte ${begin + 1} ${found}, the first one ends with ${lineEnd}; send CRLF before and after each`,
  )
}

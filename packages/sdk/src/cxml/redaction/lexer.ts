/** A piece of a document, whole or broken. Offsets are of the text that was read. */
export type Piece =
  /** Text, and markup that makes no sense. */
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | { readonly kind: 'cdata'; readonly from: number; readonly to: number }
  /** What a comment or an instruction holds: it may be a document too. */
  | { readonly kind: 'aside'; readonly from: number; readonly to: number }
  /** `<!DOCTYPE …>`, `<!ENTITY …>`. */
  | { readonly kind: 'declaration'; readonly from: number; readonly to: number }
  | OpenTag
  | { readonly kind: 'close'; readonly name: string; readonly from: number; readonly to: number }

export interface OpenTag {
  readonly kind: 'open'
  readonly name: string
  readonly from: number
  readonly endOfName: number
  readonly to: number
  readonly attributes: readonly AttributePiece[]
  /** `<a/>`. */
  readonly isEmpty: boolean
  /** It does not end, or holds what is no attribute. */
  readonly isBroken: boolean
}

export interface AttributePiece {
  readonly name: string
  /** Of the value, quotes not included. */
  readonly from: number
  readonly to: number
}

/** Where each kind of section ends. */
const sections = [
  { begin: '<![CDATA[', end: ']]>', kind: 'cdata' },
  { begin: '<!--', end: '-->', kind: 'aside' },
  { begin: '<?', end: '?>', kind: 'aside' },
] as const

/**
 * Takes any text apart, well-formed or not, and gives all of it. A well-formed document comes apart as XML says. In
 * another each `<` begins something new, so that a quote, a comment or a tag that does not end hides nothing behind it.
 * In time that grows with the length only.
 */
export function* piecesOf(text: string): Generator<Piece> {
  /** Sections whose end is nowhere behind. */
  const endless = new Set<string>()
  let at = 0
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const textEnd = next === -1 ? text.length : next
    if (textEnd > at) yield { kind: 'text', from: at, to: textEnd }
    if (next === -1) return
    const section = sectionAt(text, next, endless)
    if (section !== undefined) {
      yield section.piece
      at = section.to
    } else {
      const tag = tagAt(text, next)
      yield tag
      at = tag.to
    }
  }
}

function sectionAt(text: string, at: number, endless: Set<string>) {
  for (const { begin, end, kind } of sections) {
    if (!text.startsWith(begin, at) || endless.has(begin)) continue
    const to = text.indexOf(end, at + begin.length)
    if (to !== -1) return { piece: { kind, from: at + begin.length, to }, to: to + end.length }
    endless.add(begin)
  }
  return undefined
}

const closing = /<\s*\/\s*([^\s=/"'<>]+)[^<>]*>?/y
const opening = /<\s*([^\s=/"'<>!?]+)/y
const declaring = /<![^<>]*>?/y

function tagAt(text: string, at: number): Piece {
  closing.lastIndex = at
  const close = closing.exec(text)
  if (close !== null) return { kind: 'close', name: close[1] ?? '', from: at, to: at + close[0].length }
  declaring.lastIndex = at
  if (declaring.test(text)) return { kind: 'declaration', from: at, to: declaring.lastIndex }
  opening.lastIndex = at
  const open = opening.exec(text)
  if (open === null) return { kind: 'text', from: at, to: at + 1 }
  return readTag(text, { name: open[1] ?? '', from: at, endOfName: opening.lastIndex })
}

function readTag(text: string, tag: Pick<OpenTag, 'name' | 'from' | 'endOfName'>): OpenTag {
  const attributes: AttributePiece[] = []
  let isBroken = false
  let at = tag.endOfName
  for (;;) {
    at = skip(text, at, /\s*/y)
    const character = text[at]
    if (character === undefined || character === '<') {
      return { kind: 'open', ...tag, to: at, attributes, isEmpty: false, isBroken: true }
    }
    if (character === '>' || text.startsWith('/>', at)) {
      const isEmpty = character === '/'
      return { kind: 'open', ...tag, to: at + (isEmpty ? 2 : 1), attributes, isEmpty, isBroken }
    }
    const endOfName = skip(text, at, /[^\s=/"'<>]+/y)
    const equals = skip(text, endOfName, /\s*=\s*/y)
    if (endOfName === at || equals === endOfName) {
      isBroken = true
      at = Math.max(endOfName, at + 1)
      continue
    }
    const value = readValue(text, equals)
    isBroken ||= !value.isWhole
    attributes.push({ name: text.slice(at, endOfName), from: value.from, to: value.to })
    at = value.end
  }
}

function readValue(text: string, at: number) {
  const quote = text[at]
  if (quote !== '"' && quote !== "'") {
    const to = skip(text, at, /[^\s"'<>]*/y)
    return { from: at, to, end: to, isWhole: false }
  }
  const to = skip(text, at + 1, quote === '"' ? /[^"<]*/y : /[^'<]*/y)
  const isWhole = text[to] === quote
  return { from: at + 1, to, end: isWhole ? to + 1 : to, isWhole }
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** Where an element stands in its document, in UTF-16 units. */
export interface ElementSpan {
  readonly start: number
  /** After the start tag. */
  readonly contentStart: number
  /** Before the end tag; of an empty-element tag its own end. */
  readonly contentEnd: number
  readonly end: number
}

/** Everything between `<` and `>`, so that what only looks like a tag (in comments, CDATA, values) is none. */
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE(?:"[^"]*"|'[^']*'|\[[\s\S]*?\]|[^"'[>])*>|<(?<slash>\/?)(?<name>[^\s/>!?]+)(?:"[^"]*"|'[^']*'|[^"'>])*>/g

interface OpenElement {
  readonly path: string
  readonly start: number
  readonly contentStart: number
}

/**
 * Every element whose path fits, such as `cXML/Header/Sender`, in a document that has been read before: in one that is
 * not well-formed the answer means nothing. In the order of their ends.
 */
function* spansOf(text: string, fits: (path: string) => boolean): Generator<ElementSpan> {
  const open: OpenElement[] = []
  for (const { 0: tag, index, groups } of text.matchAll(markup)) {
    const name = groups?.name
    if (name === undefined) continue
    const after = index + tag.length
    if (groups?.slash === '/') {
      const ended = open.pop()
      if (ended !== undefined && fits(ended.path)) yield { ...ended, contentEnd: index, end: after }
      continue
    }
    const path = `${open.at(-1)?.path ?? ''}/${name}`
    const opened = { path, start: index, contentStart: after }
    if (!tag.endsWith('/>')) open.push(opened)
    else if (fits(path)) yield { ...opened, contentEnd: after, end: after }
  }
}

/** The first element of a path. */
export function findSpan(text: string, path: string): ElementSpan | undefined {
  for (const span of spansOf(text, found => found === `/${path}`)) return span
  return undefined
}

/** All elements of a path. */
export function findSpans(text: string, path: string): ElementSpan[] {
  return [...spansOf(text, found => found === `/${path}`)]
}

/** All elements of a name, wherever they stand. */
export function spansNamed(text: string, name: string): ElementSpan[] {
  return [...spansOf(text, found => found.endsWith(`/${name}`))]
}

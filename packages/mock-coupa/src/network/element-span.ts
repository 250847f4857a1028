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

/**
 * The first element of a path such as `cXML/Header/Sender` in a document that has been read before: in one that is not
 * well-formed the answer means nothing.
 */
export function findSpan(text: string, path: string): ElementSpan | undefined {
  const open: string[] = []
  let found: { readonly start: number; readonly contentStart: number } | undefined
  for (const { 0: tag, index, groups } of text.matchAll(markup)) {
    const name = groups?.name
    if (name === undefined) continue
    const after = index + tag.length
    if (groups?.slash === '/') {
      if (found !== undefined && open.join('/') === path) return { ...found, contentEnd: index, end: after }
      open.pop()
      continue
    }
    open.push(name)
    const isEmpty = tag.endsWith('/>')
    if (found === undefined && open.length === path.split('/').length && open.join('/') === path) {
      found = { start: index, contentStart: after }
      if (isEmpty) return { ...found, contentEnd: after, end: after }
    }
    if (isEmpty) open.pop()
  }
  return undefined
}

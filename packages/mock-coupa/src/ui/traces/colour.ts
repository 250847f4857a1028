/** A stretch of source. Its text is escaped when it is written into the page, like any other text. */
export interface CodePart {
  readonly kind: 'tag' | 'name' | 'value' | 'quiet' | 'text'
  readonly text: string
}

/**
 * Comments, CDATA, declarations; tags; words with or without a value. What is not closed reaches to the end, and a
 * word is taken whole: a pattern that gives up and begins again one character later took 20 s for 200 KB.
 */
const xmlParts =
  /(<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[?!][^>]*(?:>|$))|(<\/?[^\s<>/]*|\/?>)|([\w:.-]+)(?:(=)("[^"]*(?:"|$)|'[^']*(?:'|$)))?/g

export function colourXml(source: string): CodePart[] {
  return split(source, xmlParts, ([, quiet, tag, name = '', equals, value]) => {
    if (quiet !== undefined) return [{ kind: 'quiet', text: quiet }]
    if (tag !== undefined) return [{ kind: 'tag', text: tag }]
    if (equals === undefined || value === undefined) return [{ kind: 'text', text: name }]
    return [
      { kind: 'name', text: name },
      { kind: 'text', text: equals },
      { kind: 'value', text: value },
    ]
  })
}

const jsonParts = /("(?:[^"\\]|\\[\s\S])*(?:"|\\?$))(\s*:)?|([a-z]+|-?\d[\d.eE+-]*)/g

export function colourJson(source: string): CodePart[] {
  return split(source, jsonParts, ([, string, colon, literal]) => {
    if (literal !== undefined) return [{ kind: 'tag', text: literal }]
    if (colon === undefined) return [{ kind: 'value', text: string ?? '' }]
    return [
      { kind: 'name', text: string ?? '' },
      { kind: 'text', text: colon },
    ]
  })
}

/** Whatever no pattern takes stays plain: joined together, the parts are the source again. */
function split(
  source: string,
  pattern: RegExp,
  partsOf: (match: readonly (string | undefined)[]) => CodePart[],
): CodePart[] {
  const parts: CodePart[] = []
  let end = 0
  for (const match of source.matchAll(pattern)) {
    if (match.index > end) parts.push({ kind: 'text', text: source.slice(end, match.index) })
    parts.push(...partsOf([...match]))
    end = match.index + match[0].length
  }
  if (end < source.length) parts.push({ kind: 'text', text: source.slice(end) })
  return parts
}

/** A stretch of source. Its text is escaped when it is written into the page, like any other text. */
export interface CodePart {
  readonly kind: 'tag' | 'name' | 'value' | 'quiet' | 'text'
  readonly text: string
}

/** Declarations, comments and CDATA; tags; what lies between them. */
const xmlParts =
  /(<[?!](?:--[\s\S]*?--|\[CDATA\[[\s\S]*?\]\]|[^>]*)>)|(<\/?[^\s<>/]+)|(\/?>)|([\w:.-]+)(=)("[^"]*"|'[^']*')/g

export function colourXml(source: string): CodePart[] {
  return split(source, xmlParts, ([, quiet, open, close, name, equals, value]) => {
    if (quiet !== undefined) return [{ kind: 'quiet', text: quiet }]
    const tag = open ?? close
    if (tag !== undefined) return [{ kind: 'tag', text: tag }]
    return [
      { kind: 'name', text: name ?? '' },
      { kind: 'text', text: equals ?? '' },
      { kind: 'value', text: value ?? '' },
    ]
  })
}

const jsonParts = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null|-?\d[\d.eE+-]*)\b/g

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

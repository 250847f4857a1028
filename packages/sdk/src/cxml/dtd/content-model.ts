/** What may stand inside an element: XML 1.0 §3.2, in the notation of `grammar.json`. */
export type ContentModel =
  /** `#EMPTY`: nothing, not even white space or a comment. */
  | { readonly kind: 'empty' }
  /** `#ANY`: text and declared elements. */
  | { readonly kind: 'any' }
  /** `#TEXT|ShortName`: text, and these elements in any order. */
  | { readonly kind: 'mixed'; readonly names: ReadonlySet<string> }
  /** `ItemID Path? (ItemDetail|BlanketItemDetail)? Distribution*`: elements, and nothing but space between them. */
  | { readonly kind: 'elements'; readonly particle: Particle; readonly names: ReadonlySet<string> }

export type Occurrence = '' | '?' | '*' | '+'

export type Particle =
  | { readonly kind: 'element'; readonly name: string; readonly occurrence: Occurrence }
  | {
      readonly kind: 'sequence' | 'choice'
      readonly items: readonly Particle[]
      readonly occurrence: Occurrence
    }

/** Reads the notation. Only ever given our own data: a fault in it is a programming error. */
export function readContentModel(notation: string): ContentModel {
  if (notation === '#EMPTY') return { kind: 'empty' }
  if (notation === '#ANY') return { kind: 'any' }
  if (notation.startsWith('#TEXT')) return { kind: 'mixed', names: new Set(notation.split('|').slice(1)) }
  const tokens = notation.match(/[()|?*+]|[^()|?*+ ]+/g) ?? []
  return {
    kind: 'elements',
    particle: readItems({ tokens, at: 0 }),
    names: new Set(tokens.filter(token => !'()|?*+'.includes(token))),
  }
}

interface Cursor {
  readonly tokens: readonly string[]
  at: number
}

/** Up to the closing bracket or the end; without `|` it is a sequence. */
function readItems(cursor: Cursor): Particle {
  const items: Particle[] = []
  let kind: 'sequence' | 'choice' = 'sequence'
  for (let token = cursor.tokens[cursor.at]; token !== undefined && token !== ')'; ) {
    cursor.at++
    if (token === '|') kind = 'choice'
    else if (token === '(') {
      const group = readItems(cursor)
      cursor.at++
      items.push({ ...group, occurrence: readOccurrence(cursor) })
    } else items.push({ kind: 'element', name: token, occurrence: readOccurrence(cursor) })
    token = cursor.tokens[cursor.at]
  }
  return { kind, items, occurrence: '' }
}

function readOccurrence(cursor: Cursor): Occurrence {
  const token = cursor.tokens[cursor.at]
  if (token !== '?' && token !== '*' && token !== '+') return ''
  cursor.at++
  return token
}

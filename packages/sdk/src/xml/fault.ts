import { CxmlError, type CxmlErrorCode } from '../errors.js'
import type { XmlElement } from './element.js'
import { placeAt } from './place.js'

/** A sentence. The strings among its pieces come from the document. */
export interface Words {
  readonly strings: readonly string[]
  readonly pieces: readonly (string | number | Words)[]
}

/** Tag of what a {@link Fault} says: a string in `${}` is of the document, and shown only if it is no secret's. */
export function words(strings: TemplateStringsArray, ...pieces: Words['pieces']): Words {
  return { strings, pieces }
}

/** The first thing that is wrong in a document; thrown where it is found, and told by {@link refusal}. */
export class Fault extends Error {
  readonly offset: number
  readonly words: Words
  readonly code: keyof typeof prefixes

  constructor(offset: number, words: Words, code: keyof typeof prefixes = 'ERR_CXML_SYNTAX') {
    super(code)
    this.offset = offset
    this.words = words
    this.code = code
  }
}

const prefixes = {
  ERR_CXML_SYNTAX: 'The document is not well-formed XML',
  ERR_CXML_CHARACTER: 'The document is not well-formed XML',
  ERR_CXML_DOCTYPE: 'The document type declaration is refused',
  ERR_CXML_LIMIT: 'The document is too large',
} as const satisfies Partial<Record<CxmlErrorCode, string>>

/** What the other side is told: the words, the place, the line with a caret. Of a secret's content, nothing. */
export function refusal(
  { code, offset, words }: Fault,
  text: string,
  open: XmlElement | undefined,
  secrets: readonly string[],
): CxmlError {
  const secret = outermostSecret(open, secrets)
  const path = (secret ?? open)?.path()
  return new CxmlError(code, `${prefixes[code]}: ${tell(words, secret?.name)}`, {
    ...placeAt(text, offset, secrets),
    ...(path === undefined ? {} : { path }),
  })
}

/** Inside a secret even a name may be a part of it: `<SharedSecret>pass<word x</SharedSecret>`. */
function outermostSecret(open: XmlElement | undefined, secrets: readonly string[]): XmlElement | undefined {
  let found: XmlElement | undefined
  for (let element = open; element !== undefined; element = element.parent) {
    if (secrets.includes(element.name)) found = element
  }
  return found
}

function tell({ strings, pieces }: Words, secret: string | undefined): string {
  const told = pieces.map(piece => {
    if (typeof piece === 'number') return piece
    if (typeof piece !== 'string') return tell(piece, secret)
    return secret === undefined || piece === secret ? show(piece) : '********'
  })
  return String.raw({ raw: strings }, ...told)
}

/** Bounded, and without what a terminal or a log would take for a command. */
function show(piece: string): string {
  const bounded = piece.length > 60 ? `${piece.slice(0, 60)}…` : piece
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return bounded.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?').toWellFormed()
}

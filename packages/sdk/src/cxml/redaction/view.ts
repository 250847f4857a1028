/** Layers of writing (`&amp;lt;` is two) that are taken off. */
export const deepestWriting = 5

/**
 * Text of a document as it reads, and where each of its characters is written. `&lt;`, `%3C` and `\u003c` are all `<`, and
 * a secret may be written in any of them.
 */
export class View {
  readonly text: string
  readonly #places: Uint32Array | undefined
  readonly #base: number

  private constructor(text: string, base: number, places?: Uint32Array) {
    this.text = text
    this.#base = base
    this.#places = places
  }

  static of(text: string): View {
    return new View(text, 0)
  }

  static withoutZeros(text: string): View {
    const places: number[] = []
    for (let index = 0; index < text.length; index++) if (text[index] !== '\0') places.push(index)
    return new View(text.replaceAll('\0', ''), 0, Uint32Array.from([...places, text.length]))
  }

  /** Where a character is written in the document; of the text's length, where its last character ends. */
  place(index: number): number {
    return this.#places?.[index + this.#base] ?? index + this.#base
  }

  slice(from: number, to: number): View {
    return new View(this.text.slice(from, to), this.#base + from, this.#places)
  }

  /** One layer of writing taken off; `undefined` where there is none. */
  decoded(): View | undefined {
    const { text } = this
    if (!/[&%\\]/.test(text)) return undefined
    const parts: string[] = []
    const places = new Uint32Array(text.length + 1)
    let length = 0
    let at = 0
    const copy = (to: number) => {
      for (let index = at; index < to; index++) places[length++] = this.place(index)
      parts.push(text.slice(at, to))
    }
    for (const match of text.matchAll(written)) {
      const characters = charactersIn(match[0])
      if (characters === undefined) continue
      copy(match.index)
      let place = match.index
      for (const { character, width } of characters) {
        for (let unit = 0; unit < character.length; unit++) places[length++] = this.place(place)
        parts.push(character)
        place += width
      }
      at = match.index + match[0].length
    }
    if (at === 0) return undefined
    copy(text.length)
    places[length] = this.place(text.length)
    return new View(parts.join(''), 0, places)
  }
}

const written =
  /&(?:amp|lt|gt|quot|apos|#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8});|(?:%[0-9a-fA-F]{2})+|\\u[0-9a-fA-F]{4}|\\["'/\\]/g

const named: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
])

interface Written {
  readonly character: string
  /** Of how it is written. */
  readonly width: number
}

function charactersIn(source: string): readonly Written[] | undefined {
  if (source.startsWith('%')) return percentDecoded(source)
  const character = source.startsWith('\\')
    ? source[1] === 'u'
      ? String.fromCharCode(Number.parseInt(source.slice(2), 16))
      : source.slice(1)
    : (named.get(source) ?? numbered(source.slice(2, -1)))
  return character === undefined ? undefined : [{ character, width: source.length }]
}

function numbered(number: string): string | undefined {
  const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number.parseInt(number, 10)
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

const utf8 = new TextEncoder()

function percentDecoded(source: string): readonly Written[] {
  try {
    return [...decodeURIComponent(source)].map(character => ({
      character,
      width: 3 * utf8.encode(character).length,
    }))
  } catch {
    // No UTF-8: each byte by itself.
    const bytes = source.match(/%../g) ?? []
    return bytes.map(byte => ({
      character: String.fromCharCode(Number.parseInt(byte.slice(1), 16)),
      width: 3,
    }))
  }
}

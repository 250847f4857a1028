import { type Known, Search } from './find.js'
import { apart, elsewhere, type Finding } from './finding.js'
import { piecesOf } from './lexer.js'
import { isFoundAnywhere } from './personal-data.js'
import { View } from './view.js'

export const mask = '********'

/** A document without what was to be taken out of it. */
export interface Redaction {
  readonly document: string
  /** How often what was taken out: `SharedSecret`, `PCard number`. Never what it was. */
  readonly removed: ReadonlyMap<string, number>
}

const shortestKnown = 6
const longestKnown = 1000
const mostKnown = 200

/** Asterisks for secrets and, where asked for, a placeholder for personal data; all else stays as it is, letter by letter. */
export function takeOut(text: string, { personal }: { readonly personal: boolean }): Redaction {
  const { findings, known } = search(text, personal)
  const { document, removed } = replace(text, findings)
  const told = [...removed].map(
    ([what, count]) => [known?.secrets ? what.replace(known.secrets, mask) : what, count] as const,
  )
  return { document, removed: new Map(told) }
}

/** As many asterisks as a secret has letters: lines and columns stay what they were. */
export function maskInPlace(text: string): string {
  let masked = ''
  let at = 0
  for (const { from, to } of search(text, false).findings) {
    masked += text.slice(at, from) + text.slice(from, to).replace(/[^\r\n]/g, '*')
    at = to
  }
  return masked + text.slice(at)
}

function search(
  text: string,
  personal: boolean,
): { readonly findings: readonly Finding[]; readonly known?: Known } {
  // UTF-16 that is cut, and UTF-32: between the letters stand zeros.
  const view = text.includes('\0') ? View.withoutZeros(text) : View.of(text)
  const first = new Search({ personal })
  first.document(view)
  const known = knownValues(text, first.findings)
  if (known === undefined) return { findings: apart(first.findings) }
  const second = new Search({ personal, known })
  second.document(view)
  return { findings: apart(second.findings), known }
}

function replace(text: string, findings: readonly Finding[]): Redaction {
  const removed = new Map<string, number>()
  const placeholders = new Placeholders()
  let document = ''
  let at = 0
  for (const { from, to, what, personal } of findings) {
    document += text.slice(at, from) + (personal === undefined ? mask : placeholders.of(personal, what))
    at = to
    removed.set(what, (removed.get(what) ?? 0) + 1)
  }
  return { document: document + text.slice(at), removed }
}

/** The same for the same value, so that a document still says what belongs together. */
class Placeholders {
  readonly #given = new Map<string, string>()
  readonly #counts = new Map<string, number>()

  of(value: string, what: string): string {
    const key = value.toLowerCase()
    const given = this.#given.get(key)
    if (given !== undefined) return given
    const label = value.includes('@') ? 'person' : what === elsewhere ? 'Person' : what
    const count = (this.#counts.get(label) ?? 0) + 1
    this.#counts.set(label, count)
    const placeholder = label === 'person' ? `person-${count}@example.invalid` : `${label}-${count}`
    this.#given.set(key, placeholder)
    return placeholder
  }
}

/** What was found may stand elsewhere too: in a comment, in a copy of the document, in base64. */
function knownValues(text: string, findings: readonly Finding[]): Known | undefined {
  const secrets = new Set<string>()
  const persons = new Set<string>()
  for (const { from, to, what, personal } of findings) {
    if (secrets.size + persons.size >= mostKnown) break
    if (personal === undefined) {
      for (const value of valuesIn(text.slice(from, to).replaceAll('\0', ''))) secrets.add(value)
    } else if (isFoundAnywhere(what, personal)) persons.add(personal)
  }
  if (secrets.size + persons.size === 0) return undefined
  return {
    ...(secrets.size === 0 ? {} : { secrets: new RegExp(anyOf(secrets), 'gu') }),
    ...(persons.size === 0
      ? {}
      : { persons: new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(persons)})(?![\\p{L}\\p{N}])`, 'giu') }),
  }
}

/** The longest first, so that none is cut short by another. */
function anyOf(values: Iterable<string>): string {
  return [...values]
    .toSorted((a, b) => b.length - a.length)
    .map(value => value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|')
}

/** What a secret reads as, in one piece and in its pieces. */
function valuesIn(source: string): readonly string[] {
  const pieces = [...piecesOf(source.slice(0, longestKnown))].flatMap(({ kind, from, to }) => {
    const view = View.of(source.slice(from, to))
    if (kind === 'cdata') return [view.text]
    return kind === 'text' ? [(view.decoded() ?? view).text] : []
  })
  return [pieces.join(''), ...pieces]
    .map(value => value.trim())
    .filter(value => value.length >= shortestKnown)
}

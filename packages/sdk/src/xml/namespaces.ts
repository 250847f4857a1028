import { isNameStart } from './characters.js'
import type { XmlElement } from './element.js'
import { Fault, words } from './fault.js'

const reserved: ReadonlyMap<string, string> = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
])
const reservedNames: ReadonlySet<string> = new Set(reserved.values())

/**
 * Holds the names of one document against Namespaces in XML 1.0 (third edition). Nothing is made of them: cXML has none,
 * but for signatures and what stands in an `Extrinsic`.
 *
 * Asked from the first element on that has a name with a colon: those before have none to declare or to use.
 */
export class Namespaces {
  readonly #mayBeElsewhere: boolean
  readonly #bound = new Map(reserved)
  /** What was bound before, of each declaration that is in force. */
  readonly #scopes: {
    readonly depth: number
    readonly prefix: string
    readonly before: string | undefined
  }[] = []

  /** A prefix that is not declared may have been declared elsewhere: then nothing is said of it. */
  constructor(mayBeElsewhere: boolean) {
    this.#mayBeElsewhere = mayBeElsewhere
  }

  /** `depth` is that of the element, whose start tag begins at `offset`. */
  check({ name, attributes }: XmlElement, depth: number, offset: number): void {
    this.#leave(depth)
    for (let index = 0; index < attributes.length; index += 2) {
      this.#declare(attributes[index] ?? '', attributes[index + 1] ?? '', depth, offset)
    }
    const prefix = prefixOf(name, offset)
    if (prefix === 'xmlns')
      throw new Fault(offset, words`an element has the prefix "xmlns", which is reserved`)
    if (prefix !== undefined) this.#resolve(prefix, name, offset)
    this.#checkAttributes(attributes, offset)
  }

  /** Scopes end with their elements. */
  #leave(depth: number): void {
    while ((this.#scopes.at(-1)?.depth ?? 0) >= depth) {
      const ended = this.#scopes.pop()
      if (ended?.before === undefined) this.#bound.delete(ended?.prefix ?? '')
      else this.#bound.set(ended.prefix, ended.before)
    }
  }

  /** §3. Of the default namespace only that it is none of the reserved. */
  #declare(attribute: string, uri: string, depth: number, offset: number): void {
    if (attribute !== 'xmlns' && !attribute.startsWith('xmlns:')) return
    const prefix = attribute.slice('xmlns:'.length)
    const isReserved = reserved.has(prefix) || reservedNames.has(uri)
    if (prefix === 'xmlns' || (isReserved && reserved.get(prefix) !== uri)) {
      throw new Fault(
        offset,
        words`the attribute ${attribute} takes a prefix or a namespace that is reserved`,
      )
    }
    if (prefix === '') return
    if (uri === '') {
      throw new Fault(offset, words`the attribute ${attribute} names no namespace; XML 1.0 has no empty one`)
    }
    this.#scopes.push({ depth, prefix, before: this.#bound.get(prefix) })
    this.#bound.set(prefix, uri)
  }

  /** §6.3: no two attributes with one name in one namespace. */
  #checkAttributes(attributes: readonly string[], offset: number): void {
    let seen: Set<string> | undefined
    for (let index = 0; index < attributes.length; index += 2) {
      const name = attributes[index] ?? ''
      const prefix = prefixOf(name, offset)
      if (prefix === undefined || prefix === 'xml' || prefix === 'xmlns') continue
      const uri = this.#resolve(prefix, name, offset)
      if (uri === undefined) continue
      const expanded = `${name.slice(prefix.length + 1)} ${uri}`
      seen ??= new Set()
      if (seen.has(expanded)) {
        throw new Fault(
          offset,
          words`the attribute ${name} stands twice, under two prefixes of one namespace`,
        )
      }
      seen.add(expanded)
    }
  }

  #resolve(prefix: string, name: string, offset: number): string | undefined {
    const uri = this.#bound.get(prefix)
    if (uri !== undefined || this.#mayBeElsewhere) return uri
    throw new Fault(
      offset,
      words`the prefix of ${name} is not declared; declare it with xmlns:${prefix}="…", or leave it out`,
    )
  }
}

/** §4 [7] QName; `undefined` without a colon. */
function prefixOf(name: string, offset: number): string | undefined {
  const colon = name.indexOf(':')
  if (colon === -1) return undefined
  const isQualified =
    colon > 0 && !name.includes(':', colon + 1) && isNameStart(name.codePointAt(colon + 1) ?? 0)
  if (isQualified) return name.slice(0, colon)
  throw new Fault(offset, words`the name ${name} has a colon that parts no prefix from a name`)
}

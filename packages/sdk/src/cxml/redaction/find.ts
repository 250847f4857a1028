import { isTellingName, secretNameIn } from '../secrets.js'
import { elsewhere, type Finding } from './finding.js'
import { type AttributePiece, type OpenTag, piecesOf } from './lexer.js'
import { localName } from './local-name.js'
import { type Frame, OpenElements } from './open-elements.js'
import { base64In, emailsIn, isPlain, type Match, secretsIn, startPageTokensIn } from './patterns.js'
import { personalAttribute, personalContent } from './personal-data.js'
import {
  type AttributeOf,
  isTellingCredential,
  nameable,
  secretAttribute,
  secretContent,
} from './secret-places.js'
import { deepestWriting, View } from './view.js'

/** Values that were found before and may stand anywhere. */
export interface Known {
  readonly secrets?: RegExp
  readonly persons?: RegExp
}

/** What is looked for. */
export interface Wanted {
  readonly personal: boolean
  readonly known?: Known
}

/** These look like an address and are none. */
const messageIds = new Set(['payloadid', 'inreplyto'])

/** Looks through one document, and what is written inside it, for what must not be shared. */
export class Search {
  readonly findings: Finding[] = []
  readonly #wanted: Wanted

  constructor(wanted: Wanted) {
    this.#wanted = wanted
  }

  /** A document, whole or broken. `depth`: how many layers of writing have been taken off. */
  document(view: View, depth = 0): void {
    const open = new OpenElements()
    for (const piece of piecesOf(view.text)) {
      if (piece.kind === 'close') this.#endSecret(view, open.close(localName(piece.name)), piece.from)
      else if (piece.kind === 'open') this.#tag(view, piece, open, depth)
      else if (open.secret === undefined) {
        const part = view.slice(piece.from, piece.to)
        if (piece.kind === 'aside') this.document(part, depth)
        // A document inside this one.
        else if (piece.kind === 'cdata' && part.text.includes('<')) this.document(part, depth)
        else if (piece.kind === 'declaration') this.#declaration(part, depth)
        else this.#text(part, depth, open)
      }
    }
    this.#endSecret(view, open.secret, view.text.length)
  }

  #tag(view: View, tag: OpenTag, open: OpenElements, depth: number): void {
    const isHidden = open.secret !== undefined
    const attribute: AttributeOf = name => attributeValue(view, tag, name)
    const frame = isHidden ? { name: localName(tag.name) } : this.#frameOf(tag, attribute, open)
    if (!tag.isEmpty) open.open(frame)
    const isSecretFromHere = tag.isBroken && frame.secret !== undefined
    if (isHidden || (isSecretFromHere && !tag.isEmpty)) return
    if (tag.isBroken && (isSecretFromHere || isAboutSecrets(tag))) {
      this.#add(view, { from: tag.endOfName, to: tag.to, what: nameable(tag.name) })
      return
    }
    for (const each of tag.attributes) this.#attribute(view, { tag, attribute: each, frame, depth })
    // What makes no attribute may make an assignment.
    if (tag.isBroken) this.#text(view.slice(tag.endOfName, tag.to), depth)
  }

  /** What there is to know of an element once it is open. */
  #frameOf(tag: OpenTag, attribute: AttributeOf, open: OpenElements): Frame {
    const called = (tag.isBroken ? secretNameIn(tag.name) : undefined) ?? tag.name
    const name = localName(called)
    const what = secretContent(called, attribute, open.innermost?.isTelling)
    if (what !== undefined) {
      const from = tag.isBroken ? tag.endOfName - (localName(tag.name).length - name.length) : tag.to
      return { name, secret: { what, from } }
    }
    if (isTellingCredential(called, attribute)) return { name, isTelling: true }
    if (!this.#wanted.personal) return { name }
    const isPhone = name === 'number' && open.isIn('telephonenumber')
    const personal = isPhone ? 'Phone' : personalContent(called, attribute)
    return personal === undefined ? { name } : { name, personal }
  }

  #attribute(
    view: View,
    at: {
      readonly tag: OpenTag
      readonly attribute: AttributePiece
      readonly frame: Frame
      readonly depth: number
    },
  ): void {
    const { tag, attribute, frame, depth } = at
    const { name, from, to } = attribute
    const value = view.slice(from, to)
    const secret = secretAttribute(tag.name, name, frame.secret?.what)
    if (secret !== undefined) {
      this.#add(view, { from, to, what: secret })
      return
    }
    const personal = this.#wanted.personal
      ? personalAttribute(tag.name, name, wanted => attributeValue(view, tag, wanted))
      : undefined
    if (personal !== undefined) this.#personal(value, personal)
    if (!messageIds.has(name.toLowerCase())) this.#text(value, depth)
    else {
      this.#known(value)
      this.#secrets(value)
    }
  }

  #text(view: View, depth: number, open?: OpenElements): void {
    const { text } = view
    if (text.trim() === '') return
    const personal = open?.innermost?.personal
    if (personal !== undefined) this.#personal(view, personal)
    if (open?.isIn('startpage', 'url')) for (const token of startPageTokensIn(text)) this.#add(view, token)
    this.#known(view)
    if (isPlain(text)) return
    this.#secrets(view)
    if (this.#wanted.personal) for (const email of emailsIn(text)) this.#person(view, email)
    for (const found of base64In(text)) {
      if (this.#isSecretInside(found.decoded, depth)) this.#add(view, found)
    }
    const decoded = depth < deepestWriting ? view.decoded() : undefined
    if (decoded === undefined) return
    if (decoded.text.includes('<')) this.document(decoded, depth + 1)
    else this.#text(decoded, depth + 1, open)
  }

  #secrets(view: View): void {
    for (const match of secretsIn(view.text)) this.#add(view, match)
  }

  #known(view: View): void {
    const { secrets, persons } = this.#wanted.known ?? {}
    const matches = (pattern: RegExp | undefined) =>
      pattern === undefined ? [] : view.text.matchAll(pattern)
    const found = (index: number, all: string) => ({ from: index, to: index + all.length, what: elsewhere })
    for (const { index, 0: all } of matches(secrets)) this.#add(view, found(index, all))
    for (const { index, 0: all } of matches(persons)) this.#person(view, found(index, all))
  }

  /** Values of entities: whoever declares one may write a secret with it. */
  #declaration(view: View, depth: number): void {
    const { text } = view
    if (!/^<!ENTITY/i.test(text) || /\s(?:SYSTEM|PUBLIC)\s/.test(text)) {
      this.#text(view, depth)
      return
    }
    for (const { index, 0: all } of text.matchAll(/"([^"]*)"?|'([^']*)'?/g)) {
      const to = index + 1 + all.slice(1).replace(/["']$/, '').length
      this.#add(view, { from: index + 1, to, what: 'ENTITY' })
    }
  }

  #personal(view: View, what: string): void {
    const { text } = view
    this.#person(view, { from: text.length - text.trimStart().length, to: text.trimEnd().length, what })
  }

  #person(view: View, { from, to, what }: Match): void {
    if (to <= from) return
    const said = view.slice(from, to)
    const personal = (said.decoded() ?? said).text.replace(/\s+/g, ' ')
    this.findings.push({ from: view.place(from), to: view.place(to), what, personal })
  }

  #endSecret(view: View, secret: Frame['secret'], to: number): void {
    if (secret !== undefined) this.#add(view, { ...secret, to })
  }

  #add(view: View, { from, to, what }: Match): void {
    const shown = view.text.slice(from, to).trim()
    // What is masked already is no secret any more.
    if (shown === '' || /^\*+$/.test(shown)) return
    this.findings.push({ from: view.place(from), to: view.place(to), what })
  }

  #isSecretInside(text: string, depth: number): boolean {
    if (/^[\w.@+-]{1,60}:[\x21-\x7e]{4,200}$/.test(text)) return true
    if (depth >= deepestWriting) return false
    const search = new Search(this.#wanted)
    search.document(View.of(text), depth + 1)
    return search.findings.length > 0
  }
}

function attributeValue(view: View, tag: OpenTag, name: string): string | undefined {
  const attribute = tag.attributes.find(each => localName(each.name) === name)
  if (attribute === undefined) return undefined
  const value = view.slice(attribute.from, attribute.to)
  return (value.decoded() ?? value).text
}

function isAboutSecrets({ name, attributes }: OpenTag): boolean {
  return localName(name) === 'pcard' || attributes.some(attribute => isTellingName(attribute.name))
}

import { XmlElement } from '../../xml/element.js'
import { isBlank } from '../../xml/space.js'
import { type State, shortestWay } from '../dtd/automaton.js'
import type { Dtd, ElementRule } from '../dtd/grammar.js'
import {
  misplacedElement,
  missingChoice,
  missingElement,
  unexpectedElement,
  unexpectedText,
} from './mending.js'
import type { Report } from './report.js'

export interface ContentContext {
  readonly dtd: Dtd
  readonly report: Report
  readonly isStandalone: boolean
}

const none: ReadonlySet<XmlElement> = new Set()

/** Holds an element's children against its content model. Returns the children that have been reported. */
export function checkContent(
  element: XmlElement,
  rule: ElementRule,
  context: ContentContext,
): ReadonlySet<XmlElement> {
  const { content, start } = rule
  switch (content.kind) {
    case 'any':
      return none
    case 'empty':
      if (element.children.length > 0) reportText(element, rule, context)
      return none
    case 'mixed':
      return reportStrangers(element, content.names, rule, context)
    case 'elements': {
      if (start === undefined || isAccepted(element, start, context.isStandalone)) return none
      const isText = element.children.some(child => isTextBetween(child, context.isStandalone))
      if (isText) reportText(element, rule, context)
      // A value where elements belong: that they are missing goes without saying.
      const children = element.elements()
      if (isText && children.length === 0) return none
      return new ContentCheck(element, rule, context).run(start, children)
    }
  }
}

/** What nearly all elements are: without a mistake. Looked at first and without making anything, because it is most of the time. */
function isAccepted({ children }: XmlElement, start: State, isStandalone: boolean): boolean {
  let state: State | undefined = start
  for (const child of children) {
    if (child instanceof XmlElement) {
      state = state.next.get(child.name)
      if (state === undefined) return false
    } else if (isTextBetween(child, isStandalone)) return false
  }
  return state.isFinal
}

/** Element content is elements with space, comments and instructions between them (XML 1.0 §3, VC: Element Valid). */
function isTextBetween(child: XmlElement['children'][number], isStandalone: boolean): boolean {
  if (typeof child === 'string') return isStandalone || !isBlank(child)
  return !(child instanceof XmlElement) && child.kind === 'cdata'
}

function reportText(element: XmlElement, rule: ElementRule, { report }: ContentContext): void {
  report.error('ERR_DTD_TEXT_UNEXPECTED', element, unexpectedText(element, rule))
}

function reportStrangers(
  parent: XmlElement,
  names: ReadonlySet<string>,
  rule: ElementRule,
  { dtd, report }: ContentContext,
): ReadonlySet<XmlElement> {
  const strangers = parent.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && !names.has(child.name),
  )
  if (strangers.length === 0) return none
  for (const child of strangers) {
    report.error('ERR_DTD_ELEMENT_UNEXPECTED', child, unexpectedElement(child, { parent, rule, dtd }))
  }
  return new Set(strangers)
}

/** How far back a child's right place is looked for. */
const farthest = 200

/** The way through one element's content, with recovery: each mistake is reported once and reading goes on. */
class ContentCheck {
  readonly #element: XmlElement
  readonly #rule: ElementRule
  readonly #context: ContentContext
  readonly #reported = new Set<XmlElement>()
  /** States that were left for another, and the child that led on: where something could have stood. */
  readonly #steps: { readonly from: State; readonly child: XmlElement }[] = []
  /** The way to each name, by state: a document must not make it be looked for again and again. */
  readonly #ways = new Map<State, Map<string, readonly string[] | undefined>>()
  /** Missing where they should be, but there later: out of order, or else missing after all. */
  readonly #owed = new Map<string, XmlElement>()

  constructor(element: XmlElement, rule: ElementRule, context: ContentContext) {
    this.#element = element
    this.#rule = rule
    this.#context = context
  }

  run(start: State, children: readonly XmlElement[]): ReadonlySet<XmlElement> {
    const lastIndex = new Map(children.map(({ name }, index) => [name, index]))
    let state = start
    for (const [index, child] of children.entries()) {
      if (this.#context.report.isFull) break
      const next = state.next.get(child.name)
      if (next !== undefined) {
        if (next !== state) this.#steps.push({ from: state, child })
        state = next
        continue
      }
      const way = this.#wayTo(child.name, state)
      if (way === undefined) this.#misplaced(state, child)
      else {
        this.#steps.push({ from: state, child })
        const { later = [], absent = [] } = Object.groupBy(way, name =>
          (lastIndex.get(name) ?? -1) > index ? 'later' : 'absent',
        )
        for (const name of later) this.#owed.set(name, child)
        if (absent.length > 0) this.#missing(absent, child)
        state = [...way, child.name].reduce((reached, name) => reached.next.get(name) ?? reached, state)
      }
    }
    this.#end(state)
    return this.#reported
  }

  #wayTo(name: string, from: State): readonly string[] | undefined {
    if (this.#rule.content.kind !== 'elements' || !this.#rule.content.names.has(name)) return undefined
    const ways = this.#ways.get(from) ?? new Map<string, readonly string[] | undefined>()
    this.#ways.set(from, ways)
    if (!ways.has(name)) {
      ways.set(
        name,
        shortestWay(from, ({ next }) => next.has(name)),
      )
    }
    return ways.get(name)
  }

  #end(state: State): void {
    const there = new Set(Array.from(this.#reported, ({ name }) => name))
    const way = shortestWay(state, ({ isFinal }) => isFinal) ?? []
    const missing = way.filter(name => !there.has(name))
    const choice = [...state.next].flatMap(([name, next]) => (next.isFinal ? [name] : []))
    if (missing.length === 1 && choice.length > 1) {
      // Where one of several must stand and a stranger does, that is what there is to say.
      if (there.size === 0) this.#missing(choice, undefined, true)
    } else if (missing.length > 0) this.#missing(missing, undefined)
    for (const [name, before] of this.#owed) this.#missing([name], before)
  }

  #misplaced(state: State, child: XmlElement): void {
    const { content } = this.#rule
    const { dtd, report } = this.#context
    this.#reported.add(child)
    if (content.kind !== 'elements' || !content.names.has(child.name)) {
      const message = unexpectedElement(child, { parent: this.#element, rule: this.#rule, dtd })
      report.error('ERR_DTD_ELEMENT_UNEXPECTED', child, message)
      return
    }
    this.#owed.delete(child.name)
    const expected = [...state.next.keys()]
    const message = misplacedElement(child, this.#element, { before: this.#placeFor(child), expected })
    report.error('ERR_DTD_ELEMENT_MISPLACED', child, message)
  }

  /** The last earlier sibling before which the child could have stood. */
  #placeFor({ name }: XmlElement): XmlElement | undefined {
    return this.#steps.slice(-farthest).findLast(({ from, child }) => {
      const between = from.next.get(name)
      return between?.next.has(child.name)
    })?.child
  }

  /** All of the names are missing, or one of them. */
  #missing(names: readonly string[], before: XmlElement | undefined, isChoice = false): void {
    const { report } = this.#context
    const element = this.#element
    if (isChoice) {
      report.error('ERR_DTD_ELEMENT_MISSING', element, missingChoice(names, element, before))
      return
    }
    for (const name of names) {
      report.error('ERR_DTD_ELEMENT_MISSING', element, missingElement(name, element, before), name)
    }
  }
}

import type { XmlElement } from '../../xml/element.js'
import { Paths } from '../../xml/paths.js'
import { isXmlSpace } from '../../xml/space.js'
import type { CxmlProblem, ValidationErrorCode, ValidationWarningCode } from './problem.js'

/** More than anybody reads. */
const mostProblems = 1000

/** What has been found in one document. */
export class Report {
  readonly #text: string
  readonly #problems: CxmlProblem[] = []
  readonly #paths = new Paths()
  /** Offsets at which lines begin: made when first needed. */
  #lines: readonly number[] | undefined
  #errors = 0
  #isFull = false

  constructor(text: string) {
    this.#text = text
  }

  get isValid(): boolean {
    return this.#errors === 0
  }

  /** Whether looking on is of no use: nothing more would be listed. */
  get isFull(): boolean {
    return this.#isFull
  }

  /** `field` is what is wrong in the element: a child or `@attribute`. */
  error(code: ValidationErrorCode, element: XmlElement, message: string, field?: string): void {
    this.#errors++
    this.#add({ severity: 'error', code, message, ...this.#place(element, field) })
  }

  warn(code: ValidationWarningCode, element: XmlElement, message: string, field?: string): void {
    this.#add({ severity: 'warning', code, message, ...this.#place(element, field) })
  }

  /** In document order. */
  problems(): readonly CxmlProblem[] {
    return this.#problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
  }

  #add(problem: CxmlProblem): void {
    if (this.#problems.length < mostProblems) this.#problems.push(problem)
    else if (!this.#isFull) {
      this.#isFull = true
      this.#problems.push({
        ...problem,
        severity: 'warning',
        code: 'WARN_CXML_MORE_PROBLEMS',
        message: `There are more problems; the first ${mostProblems} are listed.`,
      })
    }
  }

  #place(element: XmlElement, field: string | undefined): Pick<CxmlProblem, 'line' | 'column' | 'path'> {
    const path = this.#paths.of(element)
    const { line, column } = element
    const attribute = field?.startsWith('@') ? this.#placeOfAttribute(element, field.slice(1)) : undefined
    return { line, column, ...attribute, path: field === undefined ? path : `${path}/${field}` }
  }

  /** Found in the text once more: the tree does not keep where attributes stand. */
  #placeOfAttribute(element: XmlElement, name: string): { line: number; column: number } | undefined {
    const lines = this.#lines ?? findLines(this.#text)
    this.#lines = lines
    const start = (lines[element.line - 1] ?? 0) + element.column - 1
    const at = findAttribute(this.#text, start + 1 + element.name.length, name)
    if (at === undefined) return undefined
    let { line } = element
    while ((lines[line] ?? Number.POSITIVE_INFINITY) <= at) line++
    return { line, column: at - (lines[line - 1] ?? 0) + 1 }
  }
}

/** Line ends are LF, CR LF and CR (XML 1.0 §2.11). */
function findLines(text: string): readonly number[] {
  const lines = [0]
  const end = /\r\n?|\n/g
  while (end.test(text)) lines.push(end.lastIndex)
  return lines
}

/** From behind the element's name to the end of its start tag. */
function findAttribute(text: string, from: number, name: string): number | undefined {
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return undefined
    else if (isXmlSpace(text.charCodeAt(at - 1)) && isAttributeAt(text, at, name)) return at
  }
  return undefined
}

function isAttributeAt(text: string, at: number, name: string): boolean {
  const next = text.charCodeAt(at + name.length)
  return text.startsWith(name, at) && (next === 0x3d || isXmlSpace(next))
}

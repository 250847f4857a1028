import { AttributePlaces } from '../../xml/attribute-places.js'
import type { XmlElement } from '../../xml/element.js'
import { Paths } from '../../xml/paths.js'
import type { CxmlProblem, ValidationErrorCode, ValidationWarningCode } from './problem.js'

/** More than anybody reads. */
const mostProblems = 1000

/** What has been found in one document. */
export class Report {
  readonly #attributes: AttributePlaces
  readonly #problems: CxmlProblem[] = []
  readonly #paths = new Paths()
  #errors = 0
  #isFull = false

  constructor(text: string) {
    this.#attributes = new AttributePlaces(text)
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
    const attribute = field?.startsWith('@') ? this.#attributes.of(element, field.slice(1)) : undefined
    return { line, column, ...attribute, path: field === undefined ? path : `${path}/${field}` }
  }
}

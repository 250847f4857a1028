import { CxmlError, type CxmlErrorCode, type DocumentPlace } from '../../errors.js'
import type { XmlElement } from '../../xml/element.js'
import { Paths } from '../../xml/paths.js'
import { placeOf } from '../../xml/place.js'
import type { Dtd } from '../dtd/grammar.js'
import { secretElements } from '../secrets.js'
import type { CxmlWarning } from '../warning.js'

/** As many as anybody reads. Each takes time with its element's siblings, of which there may be 500,000. */
const most = 100

/** One document being read: by which DTD, and what is wrong with it where. */
export class Reading {
  readonly warnings: CxmlWarning[] = []
  /** What would be thrown, when faults are only recorded. */
  readonly faults: CxmlError[] = []
  /** The newest version of the payload's file: what it knows beyond the declared one is worth no warning. */
  readonly dtd: Dtd
  readonly #paths = new Paths()
  readonly #text: string
  readonly #tolerant: boolean

  constructor(text: string, dtd: Dtd, tolerant: boolean) {
    this.#text = text
    this.dtd = dtd
    this.#tolerant = tolerant
  }

  warn(code: CxmlWarning['code'], element: XmlElement, message: string): void {
    if (this.warnings.length >= most) return
    const { line, column } = element
    this.warnings.push({ code, message, line, column, path: this.#paths.of(element) })
  }

  /** Throws, or records what would be thrown. `field` is what is wrong in the element: a child or `@attribute`. */
  fault(code: CxmlErrorCode, element: XmlElement, problem: string, field?: string): undefined {
    if (this.faults.length >= most) return undefined
    const parent = this.#paths.of(element)
    const path = field === undefined ? parent : `${parent}/${field}`
    const error = new CxmlError(code, `${path}: ${problem}`, { ...this.#place(element), path })
    if (!this.#tolerant) throw error
    this.faults.push(error)
    return undefined
  }

  #place(element: XmlElement): DocumentPlace {
    if (element.line === 0) return {}
    return placeOf(this.#text, element.line, element.column, secretElements)
  }
}

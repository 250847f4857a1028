import { CxmlError } from '../../errors.js'
import type { XmlElement } from '../../xml/element.js'

/** One document being written, for one version of the standard. */
export class Writing {
  /** `1.2.014`. */
  readonly dtdVersion: string

  constructor(dtdVersion: string) {
    this.dtdVersion = dtdVersion
  }

  /** Whether the version has what came with `since`. Versions compare as text: `1.1.010` < `1.2.014`. */
  knows(since: string | undefined): boolean {
    return since === undefined || since <= this.dtdVersion
  }

  refuse(element: XmlElement, field: string, problem: string): never {
    const path = `${element.path()}/${field}`
    throw new CxmlError('ERR_CXML_FIELD_INVALID', `${path}: ${problem}`, { path })
  }
}

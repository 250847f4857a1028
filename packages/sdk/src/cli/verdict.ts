import type { CxmlProblem, CxmlValidation } from '../cxml/validation/problem.js'
import type { DtdVerdict } from './dtd-files.js'
import { exitCode } from './terminal.js'

/** What is said of one file. */
export interface Verdict {
  readonly path: string
  readonly validation: CxmlValidation
  /** What libxml2 says, where it was asked. */
  readonly libxml2?: DtdVerdict
  readonly bytes?: Uint8Array
}

const unreadable: ReadonlySet<CxmlProblem['code']> = new Set([
  'ERR_UNREADABLE',
  'ERR_CXML_ENCODING',
  'ERR_CXML_LIMIT',
])

/** Why there is no verdict. */
export function reasonOf({ validation }: Verdict): CxmlProblem | undefined {
  return validation.problems.find(({ code }) => unreadable.has(code))
}

export function isValid({ validation, libxml2 }: Verdict): boolean {
  return validation.valid && libxml2?.valid !== false
}

export function codeOf(verdict: Verdict): number {
  if (reasonOf(verdict) !== undefined) return exitCode.unreadable
  return isValid(verdict) ? exitCode.ok : exitCode.refused
}

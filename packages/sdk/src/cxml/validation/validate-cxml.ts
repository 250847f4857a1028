import { CxmlError } from '../../errors.js'
import { type ParseOptions, passGate } from '../gate.js'
import { checkTree } from './check-tree.js'
import { checkValues } from './check-values.js'
import { chooseDtd } from './choose-dtd.js'
import type { CxmlValidation } from './problem.js'
import { Report } from './report.js'
import { tipForNoDocument } from './tips.js'

/**
 * Holds a document against the DTD that it names, without needing the DTD: what is an error here is one to every
 * validating parser. What the DTD allows and other systems may not is a warning.
 *
 * A document that is not well-formed has one problem, with the code that `parseCxml` throws. Throws nothing.
 */
export function validateCxml(input: Uint8Array | string, options: ParseOptions = {}): CxmlValidation {
  try {
    return validate(passGate(input, options))
  } catch (error) {
    if (!(error instanceof CxmlError)) throw error
    const { code, line = 1, column = 1, path = '/', message } = error
    const tip = tipForNoDocument(beginningOf(input))
    const advised = tip === undefined ? message : `${message}. ${tip}`
    return { valid: false, problems: [{ severity: 'error', code, line, column, path, message: advised }] }
  }
}

/** Enough to see what it is; what it is, is in letters of ASCII. */
function beginningOf(input: Uint8Array | string): string {
  return typeof input === 'string' ? input.slice(0, 100) : String.fromCharCode(...input.subarray(0, 100))
}

function validate({ text, xml }: ReturnType<typeof passGate>): CxmlValidation {
  const report = new Report(text)
  const dtd = chooseDtd(xml, report)
  if (xml.doctype?.inertSubset) {
    report.warn(
      'WARN_CXML_DOCTYPE',
      xml.root,
      'The DOCTYPE has an internal subset ("[…]"). It means nothing here, but careful receivers refuse every document with one: leave it out.',
    )
  }
  checkTree(xml.root, dtd, report, {
    isStandalone: standalone.test(text),
    look: element => checkValues(element, report),
  })
  const { file, version } = dtd
  return { valid: report.isValid, problems: report.problems(), dtd: { file, version } }
}

/** XML 1.0 §2.8, SDDecl; that the declaration is well-formed is known. */
const standalone = /^<\?xml[^>]*?\sstandalone\s*=\s*["']yes["']/

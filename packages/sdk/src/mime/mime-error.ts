import { CxmlError } from '../errors.js'

/** A message that cannot be taken apart. `problem` says what was found, what was expected and how to mend it. */
export function mimeError(problem: string): CxmlError {
  return new CxmlError('ERR_CXML_MIME', `The MIME message: ${problem}`)
}

/**
 * What somebody sent, in quotes, short enough for a message. What would draw a line wrong is escaped, and so is what XML
 * cannot carry (an answer is XML).
 */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

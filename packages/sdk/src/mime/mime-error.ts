import { CxmlError } from '../errors.js'

/** A message that cannot be taken apart. `problem` says what was found, what was expected and how to mend it. */
export function mimeError(problem: string): CxmlError {
  return new CxmlError('ERR_CXML_MIME', `The MIME message: ${problem}`)
}

/** What somebody sent, in quotes, short enough for a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

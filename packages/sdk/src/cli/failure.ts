import { CxmlError } from '../errors.js'
import { UnreadableError } from './read-input.js'
import { printable, type Source } from './source.js'
import { exitCode, type Terminal } from './terminal.js'

/** Why a command has nothing to print. */
export type Failure = CxmlError | UnreadableError

export function isFailure(error: unknown): error is Failure {
  return error instanceof CxmlError || error instanceof UnreadableError
}

/** For JSON. */
export function describeFailure(failure: Failure): object {
  const { code, message } = failure
  if (failure instanceof UnreadableError) return { code, message }
  const { status, line, column, path } = failure
  // Properties that are undefined are left out by JSON.
  return { code, status, message, line, column, path }
}

/** For people: what, where, and the line with a caret under the place. `file`: where more than one was named. */
export function showFailure(failure: Failure, { stderr }: Terminal, source?: Source, file?: string): string {
  const word = stderr.paint('bold', stderr.paint('red', 'error'))
  const message = printable(failure.message)
  if (failure instanceof UnreadableError) return `${word} ${message}\n`
  const { line, column } = failure
  const places = [file, line === undefined ? undefined : `line ${line}, column ${column}`].filter(Boolean)
  const place = places.length === 0 ? '' : ` ${stderr.paint('dim', places.join(', '))}`
  const excerpt =
    source === undefined || line === undefined ? [] : source.excerpt({ line, column: column ?? 1 }, stderr)
  return `${[`${word}${place} ${message}`, ...excerpt].join('\n')}\n`
}

/** What ends a command that has nothing else to print: to standard error and, as JSON, for the program that reads on. */
export function fail(
  failure: Failure,
  terminal: Terminal,
  shown: { readonly json: boolean; readonly text?: string },
) {
  terminal.stderr.write(shown.text ?? showFailure(failure, terminal))
  if (shown.json || !terminal.stdout.isTerminal) {
    terminal.stdout.write(`${JSON.stringify({ error: describeFailure(failure) }, null, 2)}\n`)
  }
  const isUnreadable =
    failure instanceof UnreadableError ||
    failure.code === 'ERR_CXML_ENCODING' ||
    failure.code === 'ERR_CXML_LIMIT'
  return isUnreadable ? exitCode.unreadable : exitCode.refused
}

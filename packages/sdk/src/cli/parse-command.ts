import { inspectCxml } from '../cxml/parse-cxml.js'
import { CxmlError } from '../errors.js'
import { readInput, UnreadableError } from './read-input.js'
import { exitCode, type Terminal } from './terminal.js'

/** `cxml parse FILE`. Returns the exit code. */
export async function parseCommand(
  path: string,
  { json, strict }: { readonly json: boolean; readonly strict: boolean },
  terminal: Terminal,
): Promise<number> {
  try {
    const { document, faults } = inspectCxml(await readInput(path, terminal))
    const [first] = faults
    if (strict && first !== undefined) throw first
    for (const fault of faults) terminal.stderr.write(showError(fault, terminal))
    const shown = {
      ...document,
      ...(first === undefined ? {} : { faults: faults.map(describeError) }),
    }
    terminal.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
    return exitCode.ok
  } catch (error) {
    if (!(error instanceof CxmlError || error instanceof UnreadableError)) throw error
    terminal.stderr.write(showError(error, terminal))
    if (json || !terminal.stdout.isTerminal) {
      terminal.stdout.write(`${JSON.stringify({ error: describeError(error) }, null, 2)}\n`)
    }
    const isUnreadable =
      error instanceof UnreadableError ||
      error.code === 'ERR_CXML_ENCODING' ||
      error.code === 'ERR_CXML_LIMIT'
    return isUnreadable ? exitCode.unreadable : exitCode.refused
  }
}

function describeError(error: CxmlError | UnreadableError): object {
  const { code, message } = error
  if (error instanceof UnreadableError) return { code, message }
  const { status, line, column, path } = error
  // Properties that are undefined are left out by JSON.
  return { code, status, message, line, column, path }
}

function showError(error: CxmlError | UnreadableError, { stderr }: Terminal): string {
  const word = stderr.paint('red', 'error')
  if (error instanceof UnreadableError) return `${word} ${error.message}\n`
  const { line, column, message, excerpt } = error
  const place = line === undefined ? '' : stderr.paint('dim', ` line ${line}, column ${column}`)
  const shown = excerpt === undefined ? '' : `\n${excerpt.replace(/^/gm, '  ')}`
  return `${word}${place} ${message}${shown}\n`
}

import { redactBytes } from '../cxml/redact.js'
import { readInput, UnreadableError } from './read-input.js'
import { exitCode, type Terminal } from './terminal.js'

/** `cxml redact FILE`: the document to standard output, what was taken out to standard error. Returns the exit code. */
export async function redactCommand(
  path: string,
  { json }: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  const { stdout, stderr } = terminal
  try {
    const { document, removed } = redactBytes(await readInput(path, terminal))
    if (json) {
      stdout.write(`${JSON.stringify({ document, removed: Object.fromEntries(removed) }, null, 2)}\n`)
      return exitCode.ok
    }
    stdout.write(document)
    const list = [...removed].map(([what, count]) => `${count} × ${what}`).join(', ')
    stderr.write(
      `${list === '' ? 'There was no secret in it' : `Taken out: ${list}`}. Look through it before you share it.\n`,
    )
    return exitCode.ok
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    stderr.write(`${stderr.paint('red', 'error')} ${error.message}\n`)
    return exitCode.unreadable
  }
}

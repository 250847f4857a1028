import { passGate } from '../cxml/gate.js'
import { redactBytes } from '../cxml/redact.js'
import { CxmlError } from '../errors.js'
import { fail, isFailure } from './failure.js'
import { readInput } from './read-input.js'
import { printable } from './source.js'
import { exitCode, type Terminal } from './terminal.js'

/**
 * `cxml redact FILE`: the document to standard output, in the bytes in which it came; for a person, what was taken out to
 * standard error. Returns the exit code.
 */
export async function redactCommand(
  path: string,
  { json, personal }: { readonly json: boolean; readonly personal: boolean },
  terminal: Terminal,
): Promise<number> {
  const { stdout, stderr } = terminal
  try {
    const input = await readInput(path, terminal)
    const { bytes, document, removed } = redactBytes(input, { personal })
    if (json) {
      stdout.write(`${JSON.stringify({ document, removed: Object.fromEntries(removed) }, null, 2)}\n`)
      return exitCode.ok
    }
    stdout.write(bytes)
    if (!stderr.isTerminal) return exitCode.ok
    // Of a document on the same terminal the last line may have no end.
    if (stdout.isTerminal && bytes.at(-1) !== 0x0a) stderr.write('\n')
    stderr.write(`${summary(removed)}${faultOf(input)} Look through it before you share it.\n`)
    return exitCode.ok
  } catch (error) {
    if (!isFailure(error)) throw error
    return fail(error, terminal, { json })
  }
}

function summary(removed: ReadonlyMap<string, number>): string {
  if (removed.size === 0) return 'Nothing was found that had to be taken out.'
  const list = [...removed].map(([what, count]) => `${count} × ${printable(what)}`)
  return `Taken out: ${list.join(', ')}.`
}

/** What does not come apart as XML is judged by what it looks like. */
function faultOf(input: Uint8Array): string {
  try {
    passGate(input, {})
    return ''
  } catch (error) {
    if (!(error instanceof CxmlError)) throw error
    const { line } = error
    const place = line === undefined ? '' : ` (line ${line})`
    return ` It is no whole document${place}, so rather too much was taken out than too little.`
  }
}

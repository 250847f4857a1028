import { inspectCxml } from '../cxml/parse-cxml.js'
import { describeFailure, fail, isFailure, showFailure } from './failure.js'
import { readInput } from './read-input.js'
import { Source } from './source.js'
import { exitCode, type Terminal } from './terminal.js'

/** `cxml parse FILE`. Returns the exit code. */
export async function parseCommand(
  path: string,
  { json, strict }: { readonly json: boolean; readonly strict: boolean },
  terminal: Terminal,
): Promise<number> {
  let source: Source | undefined
  try {
    const bytes = await readInput(path, terminal)
    source = Source.of(bytes)
    const { document, faults } = inspectCxml(bytes)
    const [first] = faults
    if (strict && first !== undefined) throw first
    for (const fault of faults) terminal.stderr.write(showFailure(fault, terminal, source))
    const shown = {
      ...document,
      ...(first === undefined ? {} : { faults: faults.map(describeFailure) }),
    }
    terminal.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
    return exitCode.ok
  } catch (error) {
    if (!isFailure(error)) throw error
    return fail(error, terminal, { json, text: showFailure(error, terminal, source) })
  }
}

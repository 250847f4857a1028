import { validateCxml } from '../cxml/validation/validate-cxml.js'
import { DtdFiles } from './dtd-files.js'
import { fail } from './failure.js'
import { Progress } from './progress.js'
import { readInput, UnreadableError } from './read-input.js'
import { showSummary, showVerdict } from './show-verdict.js'
import type { Terminal } from './terminal.js'
import { codeOf, isValid, type Verdict } from './verdict.js'

/** `cxml validate FILE…`. Returns the exit code: the worst of all files. */
export async function validateCommand(
  paths: readonly string[],
  { json, dtd }: { readonly json: boolean; readonly dtd?: string },
  terminal: Terminal,
): Promise<number> {
  const { stdout } = terminal
  const isForPeople = !json && stdout.isTerminal
  const progress = new Progress(terminal.stderr, paths.length)
  const verdicts: Verdict[] = []
  let dtdFiles: DtdFiles | undefined
  try {
    dtdFiles = dtd === undefined ? undefined : await DtdFiles.open(dtd, terminal)
    for (const path of paths) {
      progress.next(path)
      const verdict = await judge(path, dtdFiles, terminal)
      verdicts.push(verdict)
      progress.clear()
      if (isForPeople) showVerdict(verdict, terminal, { named: paths.length > 1 })
    }
  } catch (error) {
    progress.clear()
    if (!(error instanceof UnreadableError)) throw error
    return fail(error, terminal, { json })
  } finally {
    dtdFiles?.dispose()
  }
  if (!isForPeople) {
    const described = verdicts.map(verdict => describe(verdict, paths.length > 1))
    stdout.write(`${JSON.stringify(paths.length === 1 ? described[0] : described, null, 2)}\n`)
  } else if (paths.length > 1) stdout.write(`\n${showSummary(verdicts, stdout)}\n`)
  return Math.max(...verdicts.map(codeOf))
}

async function judge(path: string, dtdFiles: DtdFiles | undefined, terminal: Terminal): Promise<Verdict> {
  let bytes: Uint8Array
  try {
    bytes = await readInput(path, terminal)
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    const { code, message } = error
    const problem = { severity: 'error', code, line: 1, column: 1, path: '/', message } as const
    return { path, validation: { valid: false, problems: [problem] } }
  }
  const validation = validateCxml(bytes)
  const { dtd } = validation
  const libxml2 = dtd === undefined ? undefined : await dtdFiles?.validate(bytes, dtd)
  return { path, validation, bytes, ...(libxml2 === undefined ? {} : { libxml2 }) }
}

function describe(verdict: Verdict, isOneOfMany: boolean): object {
  const { path, validation, libxml2 } = verdict
  return {
    ...(isOneOfMany ? { file: path } : {}),
    valid: isValid(verdict),
    ...(validation.dtd === undefined ? {} : { dtd: validation.dtd }),
    problems: validation.problems.map(({ severity, code, line, column, path, message }) => {
      return { severity, code, line, column, path, message }
    }),
    ...(libxml2 === undefined ? {} : { libxml2 }),
  }
}

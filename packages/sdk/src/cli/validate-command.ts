import type { CxmlProblem, CxmlValidation } from '../cxml/validation/problem.js'
import { validateCxml } from '../cxml/validation/validate-cxml.js'
import { decode } from '../xml/decode.js'
import { readInput, UnreadableError } from './read-input.js'
import { showProblem } from './show-problem.js'
import { exitCode, type Terminal } from './terminal.js'

/** `cxml validate FILE`. Returns the exit code. */
export async function validateCommand(
  path: string,
  { json }: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  const { validation, bytes } = await validateInput(path, terminal)
  const { stdout, stderr } = terminal
  const reason = validation.problems.find(({ code }) => unreadable.has(code))
  if (json || !stdout.isTerminal) stdout.write(`${JSON.stringify(inOrder(validation), null, 2)}\n`)
  else if (reason !== undefined) stderr.write(`${stderr.paint('red', 'error')} ${reason.message}\n`)
  else stdout.write(show(path, validation, { text: bytes && decode(bytes), terminal }))
  return reason !== undefined ? exitCode.unreadable : validation.valid ? exitCode.ok : exitCode.refused
}

const unreadable: ReadonlySet<CxmlProblem['code']> = new Set([
  'ERR_UNREADABLE',
  'ERR_CXML_ENCODING',
  'ERR_CXML_LIMIT',
])

async function validateInput(
  path: string,
  terminal: Terminal,
): Promise<{ readonly validation: CxmlValidation; readonly bytes?: Uint8Array }> {
  try {
    const bytes = await readInput(path, terminal)
    return { validation: validateCxml(bytes), bytes }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    const { code, message } = error
    const problem = { severity: 'error', code, line: 1, column: 1, path: '/', message } as const
    return { validation: { valid: false, problems: [problem] } }
  }
}

function inOrder({ valid, dtd, problems }: CxmlValidation): CxmlValidation {
  return {
    valid,
    ...(dtd === undefined ? {} : { dtd }),
    problems: problems.map(({ severity, code, line, column, path, message }) => {
      return { severity, code, line, column, path, message } as CxmlProblem
    }),
  }
}

function show(
  path: string,
  { valid, dtd, problems }: CxmlValidation,
  { text, terminal }: { readonly text: string | undefined; readonly terminal: Terminal },
): string {
  const { stdout } = terminal
  const name = path === '-' ? 'Standard input' : path
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const against = dtd === undefined ? '' : ` against cXML ${dtd.version} (${dtd.file}.dtd)`
  const counts = [count(errors, 'error'), count(problems.length - errors, 'warning')]
    .filter(Boolean)
    .join(', ')
  const verdict = valid ? stdout.paint('green', 'valid') : stdout.paint('red', 'not valid')
  const summary = `${stdout.paint('bold', name)} is ${verdict}${against}${counts === '' ? '.' : `: ${counts}.`}`
  return `${[...problems.map(problem => showProblem(problem, text, stdout)), summary].join('\n\n')}\n`
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}

import type { CxmlProblem, CxmlValidation } from '../cxml/validation/problem.js'
import { validateCxml } from '../cxml/validation/validate-cxml.js'
import { decode } from '../xml/decode.js'
import { DtdFiles, type DtdVerdict } from './dtd-files.js'
import { readInput, UnreadableError } from './read-input.js'
import { showProblem } from './show-problem.js'
import { exitCode, type Output, type Terminal } from './terminal.js'

/** What is said of one file. */
interface Verdict {
  readonly path: string
  readonly validation: CxmlValidation
  /** What libxml2 says, where it was asked. */
  readonly libxml2?: DtdVerdict
  readonly bytes?: Uint8Array
}

/** `cxml validate FILE…`. Returns the exit code: the worst of all files. */
export async function validateCommand(
  paths: readonly string[],
  { json, dtd }: { readonly json: boolean; readonly dtd?: string },
  terminal: Terminal,
): Promise<number> {
  const { stdout, stderr } = terminal
  const isForPeople = !json && stdout.isTerminal
  const verdicts: Verdict[] = []
  try {
    const dtdFiles = dtd === undefined ? undefined : await DtdFiles.open(dtd, terminal)
    for (const path of paths) {
      const verdict = await judge(path, dtdFiles, terminal)
      verdicts.push(verdict)
      if (isForPeople) show(verdict, terminal)
    }
    dtdFiles?.dispose()
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    stderr.write(`${stderr.paint('red', 'error')} ${error.message}\n`)
    return exitCode.unreadable
  }
  if (!isForPeople) {
    const described = verdicts.map(verdict => describe(verdict, paths.length > 1))
    stdout.write(`${JSON.stringify(paths.length === 1 ? described[0] : described, null, 2)}\n`)
  } else if (paths.length > 1) stdout.write(`\n${summary(verdicts, stdout)}\n`)
  return Math.max(...verdicts.map(codeOf))
}

const unreadable: ReadonlySet<CxmlProblem['code']> = new Set([
  'ERR_UNREADABLE',
  'ERR_CXML_ENCODING',
  'ERR_CXML_LIMIT',
])

function reasonOf({ validation }: Verdict): CxmlProblem | undefined {
  return validation.problems.find(({ code }) => unreadable.has(code))
}

function isValid({ validation, libxml2 }: Verdict): boolean {
  return validation.valid && libxml2?.valid !== false
}

function codeOf(verdict: Verdict): number {
  if (reasonOf(verdict) !== undefined) return exitCode.unreadable
  return isValid(verdict) ? exitCode.ok : exitCode.refused
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

function show(verdict: Verdict, { stdout, stderr }: Terminal): void {
  const { path, validation, bytes, libxml2 } = verdict
  const reason = reasonOf(verdict)
  if (reason !== undefined) {
    stderr.write(`${stderr.paint('red', 'error')} ${reason.message}\n`)
    return
  }
  const text = bytes && decode(bytes)
  const { problems, dtd } = validation
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const against = dtd === undefined ? '' : ` against cXML ${dtd.version} (${dtd.file}.dtd)`
  const counts = [count(errors, 'error'), count(problems.length - errors, 'warning')]
    .filter(Boolean)
    .join(', ')
  const shown = [
    ...problems.map(problem => showProblem(problem, text, stdout)),
    ...(libxml2 === undefined ? [] : showLibxml2(verdict, libxml2, stdout)),
    `${stdout.paint('bold', nameOf(path))} is ${verdictOf(verdict, stdout)}${against}${counts === '' ? '.' : `: ${counts}.`}`,
  ]
  stdout.write(`${shown.join('\n\n')}\n`)
}

function showLibxml2(
  { validation }: Verdict,
  { file, valid, problems }: DtdVerdict,
  output: Output,
): readonly string[] {
  const listed = problems.map(
    ({ line, message }) =>
      `${output.paint('bold', output.paint('red', 'libxml2'))} ${output.paint('dim', `line ${line}`)}\n  ${message}`,
  )
  if (valid === validation.valid) return [...listed, `libxml2 and ${file} say the same.`]
  const verdict = valid ? 'valid' : 'not valid'
  return [
    ...listed,
    `${output.paint('bold', output.paint('red', 'libxml2 disagrees'))}: with ${file} the document is ${verdict}. Unless the file is not the published one, that is a fault of this SDK; please report it.`,
  ]
}

function summary(verdicts: readonly Verdict[], output: Output): string {
  const valid = verdicts.filter(verdict => codeOf(verdict) === exitCode.ok).length
  const refused = verdicts.filter(verdict => codeOf(verdict) === exitCode.refused).length
  const others = verdicts.length - valid - refused
  const parts = [
    output.paint('green', `${valid} valid`),
    ...(refused === 0 ? [] : [output.paint('red', `${refused} not valid`)]),
    ...(others === 0 ? [] : [output.paint('red', `${others} unreadable`)]),
  ]
  return `${count(verdicts.length, 'file')}: ${parts.join(', ')}.`
}

function verdictOf(verdict: Verdict, output: Output): string {
  return isValid(verdict) ? output.paint('green', 'valid') : output.paint('red', 'not valid')
}

function nameOf(path: string): string {
  return path === '-' ? 'Standard input' : path
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`
}

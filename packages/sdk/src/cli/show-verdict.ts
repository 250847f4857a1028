import { showProblem } from './show-problem.js'
import { printable, Source } from './source.js'
import { count, exitCode, nameOf, type Output, type Terminal } from './terminal.js'
import { codeOf, isValid, reasonOf, type Verdict } from './verdict.js'

/** A verdict for people. `named`: whether there are others beside it, so that each says which file it is of. */
export function showVerdict(
  verdict: Verdict,
  { stdout, stderr }: Terminal,
  { named }: { readonly named: boolean },
): void {
  const { path, validation, bytes } = verdict
  const name = stdout.paint('bold', printable(nameOf(path)))
  const reason = reasonOf(verdict)
  if (reason !== undefined) {
    const message =
      reason.message.includes(nameOf(path)) || !named ? reason.message : `${nameOf(path)}: ${reason.message}`
    stderr.write(`${stderr.paint('bold', stderr.paint('red', 'error'))} ${printable(message)}\n`)
    return
  }
  const { problems, dtd } = validation
  const source = problems.length === 0 || bytes === undefined ? undefined : Source.of(bytes)
  const against = dtd === undefined ? '' : ` against cXML ${dtd.version} (${dtd.file}.dtd)`
  const word = isValid(verdict) ? stdout.paint('green', 'valid') : stdout.paint('red', 'not valid')
  const shown = [
    ...problems.map(problem => showProblem(problem, source, stdout)),
    ...showLibxml2(verdict, source, stdout),
    `${name} is ${word}${against}${countsOf(verdict)}`,
  ]
  // Space stands around what takes more than a line.
  stdout.write(`${shown.join('\n\n')}\n${named && shown.length > 1 ? '\n' : ''}`)
}

/** How it went with all of them. */
export function showSummary(verdicts: readonly Verdict[], output: Output): string {
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

function countsOf({ validation: { problems } }: Verdict): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const parts = [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
  ]
  return parts.length === 0 ? '.' : `: ${parts.join(', ')}.`
}

function showLibxml2(
  { validation, libxml2 }: Verdict,
  source: Source | undefined,
  output: Output,
): readonly string[] {
  if (libxml2 === undefined) return []
  const { file, valid, problems } = libxml2
  const listed = problems.map(({ line, message }) => {
    const head = `${output.paint('bold', output.paint('red', 'libxml2'))} ${output.paint('dim', `line ${line}`)}`
    return [head, printable(message), ...(source?.line(line, output) ?? [])].join('\n  ')
  })
  if (valid === validation.valid) return [...listed, `libxml2 and ${file} say the same.`]
  const verdict = valid ? 'valid' : 'not valid'
  return [
    ...listed,
    `${output.paint('bold', output.paint('red', 'libxml2 disagrees'))}: with ${file} the document is ${verdict}. Unless the file is not the published one, that is a fault of this SDK; please report it.`,
  ]
}

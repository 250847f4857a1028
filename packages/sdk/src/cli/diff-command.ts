import { diffTrees } from '../cxml/comparison/diff-cxml.js'
import type { CxmlComparison, CxmlDifference, DifferencePlace } from '../cxml/comparison/difference.js'
import { passGate } from '../cxml/gate.js'
import { CxmlError } from '../errors.js'
import type { XmlElement } from '../xml/element.js'
import { readInput, UnreadableError } from './read-input.js'
import { exitCode, type Output, type Terminal } from './terminal.js'

/** `cxml diff LEFT RIGHT`. Returns the exit code. */
export async function diffCommand(
  left: string,
  right: string,
  { json }: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  const { stdout, stderr } = terminal
  let comparison: CxmlComparison
  try {
    comparison = diffTrees(await readDocument(left, terminal), await readDocument(right, terminal))
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    stderr.write(`${stderr.paint('red', 'error')} ${error.message}\n`)
    return exitCode.unreadable
  }
  if (json || !stdout.isTerminal) stdout.write(`${JSON.stringify(comparison, null, 2)}\n`)
  else stdout.write(show(comparison, { left, right }, stdout))
  return comparison.same ? exitCode.ok : exitCode.refused
}

/** Says of which of the two it is that something is wrong with it. */
async function readDocument(path: string, terminal: Terminal): Promise<XmlElement> {
  const bytes = await readInput(path, terminal)
  try {
    return passGate(bytes, {}).xml.root
  } catch (cause) {
    if (!(cause instanceof CxmlError)) throw cause
    const { line, column, message, excerpt } = cause
    const place = line === undefined ? '' : `, line ${line}, column ${column}`
    const shown = excerpt === undefined ? '' : `\n${excerpt.replace(/^/gm, '  ')}`
    throw new UnreadableError(`${nameOf(path)}${place}: ${message}${shown}`, { cause })
  }
}

function nameOf(path: string): string {
  return path === '-' ? 'Standard input' : path
}

interface Names {
  readonly left: string
  readonly right: string
}

function show({ same, differences }: CxmlComparison, names: Names, output: Output): string {
  const both = `${output.paint('bold', nameOf(names.left))} and ${output.paint('bold', nameOf(names.right))}`
  if (same) return `${both} mean ${output.paint('green', 'the same')}.\n`
  const count = `${differences.length} difference${differences.length === 1 ? '' : 's'}`
  const shown = differences.map(difference => showDifference(difference, names, output))
  return `${[...shown, `${both} ${output.paint('red', 'differ')}: ${count}.`].join('\n\n')}\n`
}

function showDifference(difference: CxmlDifference, names: Names, output: Output): string {
  const { kind } = difference
  const left = 'left' in difference ? difference.left : undefined
  const right = 'right' in difference ? difference.right : undefined
  const lines = [`${output.paint('bold', kind)} ${(left ?? right)?.path ?? ''}`]
  if (left !== undefined) lines.push(output.paint('red', showPlace('-', left, names.left)))
  if (right !== undefined) lines.push(output.paint('green', showPlace('+', right, names.right)))
  return lines.join('\n')
}

function showPlace(sign: string, { line, value }: DifferencePlace, path: string): string {
  return `${sign} ${nameOf(path)}:${line}  ${value.replace(/\s+/g, ' ')}`
}

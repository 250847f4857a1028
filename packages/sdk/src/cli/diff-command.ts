import { type Comparable, compare, readCxml } from '../cxml/comparison/diff-cxml.js'
import { CxmlError } from '../errors.js'
import { fail, isFailure, showFailure } from './failure.js'
import { readInput } from './read-input.js'
import { type Side, showComparison } from './show-difference.js'
import { Source } from './source.js'
import { exitCode, nameOf, type Terminal } from './terminal.js'

/** `cxml diff LEFT RIGHT`. Returns the exit code: as of `diff`, 2 where there is nothing to compare. */
export async function diffCommand(
  paths: { readonly left: string; readonly right: string },
  { json }: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  const { stdout } = terminal
  const left = await readSide(paths.left, json, terminal)
  const right = left && (await readSide(paths.right, json, terminal))
  if (left === undefined || right === undefined) return exitCode.unreadable
  const comparison = compare(left.document, right.document)
  if (json || !stdout.isTerminal) stdout.write(`${JSON.stringify(comparison, null, 2)}\n`)
  else stdout.write(showComparison(comparison, { left, right }, stdout))
  return comparison.same ? exitCode.ok : exitCode.refused
}

/** Says of which of the two it is that something is wrong with it. */
async function readSide(
  path: string,
  json: boolean,
  terminal: Terminal,
): Promise<(Side & { readonly document: Comparable }) | undefined> {
  let source: Source | undefined
  try {
    const bytes = await readInput(path, terminal)
    source = Source.of(bytes)
    return { path, source, document: readCxml(bytes) }
  } catch (error) {
    if (!isFailure(error)) throw error
    const text = showFailure(error, terminal, source, nameOf(path))
    fail(error instanceof CxmlError ? named(error, path) : error, terminal, { json, text })
    return undefined
  }
}

/** In JSON the file stands in the message too. */
function named(error: CxmlError, path: string): CxmlError {
  const { code, message, line, column, path: at } = error
  const place = {
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(at === undefined ? {} : { path: at }),
  }
  return new CxmlError(code, `${nameOf(path)}: ${message}`, place)
}

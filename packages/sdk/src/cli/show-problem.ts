import type { CxmlProblem } from '../cxml/validation/problem.js'
import { printable, type Source, widest } from './source.js'
import type { Output } from './terminal.js'

const indent = '  '

/** A problem for people: what, where, and the line with a caret under the place. */
export function showProblem(problem: CxmlProblem, source: Source | undefined, output: Output): string {
  const { severity, line, column, path, message } = problem
  const word = output.paint('bold', output.paint(severity === 'error' ? 'red' : 'yellow', severity))
  const place = output.paint('dim', `line ${line}, column ${column}`)
  const lines = wrap(printable(message), widthOf(output) - indent.length)
  const excerpt = source?.excerpt({ line, column }, output) ?? []
  const head = `${word} ${printable(path)} ${place}`
  return [head, ...[...lines, ...excerpt].map(shown => indent + shown)].join('\n')
}

function widthOf(output: Output): number {
  return Math.min(output.columns, widest)
}

/** Breaks between words; a word that is longer than the width stands alone. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

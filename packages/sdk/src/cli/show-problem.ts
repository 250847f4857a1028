import { secretElements } from '../cxml/secrets.js'
import type { CxmlProblem } from '../cxml/validation/problem.js'
import { placeOf } from '../xml/place.js'
import type { Output } from './terminal.js'

const indent = '  '
const widest = 100

/** A problem for people: what, where, and the line with a caret under the place. `text` is the document, where there is one. */
export function showProblem(problem: CxmlProblem, text: string | undefined, output: Output): string {
  const { severity, line, column, path, message } = problem
  const word = output.paint(severity === 'error' ? 'red' : 'yellow', severity)
  const place = output.paint('dim', `line ${line}, column ${column}`)
  const lines = wrap(message, Math.min(output.columns, widest) - indent.length)
  const excerpt = text === undefined ? [] : showExcerpt(text, { line, column }, output)
  return [`${output.paint('bold', word)} ${path} ${place}`, ...lines, ...excerpt]
    .map((shown, index) => (index === 0 ? shown : indent + shown))
    .join('\n')
}

function showExcerpt(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
  output: Output,
): readonly string[] {
  const { excerpt = '' } = placeOf(text, line, column, secretElements)
  const [source = '', caret = ''] = excerpt.split('\n')
  // Space in front of both says nothing.
  const margin = Math.min(source.search(/\S|$/), caret.length - 1)
  const gutter = String(line).padStart(5)
  return [
    `${output.paint('dim', `${gutter} │`)} ${source.slice(margin)}`,
    `${output.paint('dim', `${' '.repeat(gutter.length)} │`)} ${output.paint('red', caret.slice(margin))}`,
  ]
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

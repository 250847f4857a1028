import type { CxmlComparison, CxmlDifference, DifferencePlace } from '../cxml/comparison/difference.js'
import { printable, type Source, widest } from './source.js'
import { count, nameOf, type Output } from './terminal.js'

/** One of two files. */
export interface Side {
  readonly path: string
  readonly source: Source | undefined
}

export interface Sides {
  readonly left: Side
  readonly right: Side
}

/** Differences for people: what it is, then both places, each with its line and a caret. */
export function showComparison({ same, differences }: CxmlComparison, sides: Sides, output: Output): string {
  const [left, right] = [sides.left, sides.right].map(({ path }) => output.paint('bold', nameOf(path)))
  if (same) return `${left} and ${right} mean ${output.paint('green', 'the same')}.\n`
  const shown = differences.map(difference => showDifference(difference, sides, output))
  const total = `${left} and ${right} ${output.paint('red', 'differ')}: ${count(differences.length, 'difference')}.`
  return `${[...shown, total].join('\n\n')}\n`
}

function showDifference(difference: CxmlDifference, { left, right }: Sides, output: Output): string {
  const before = 'left' in difference ? difference.left : undefined
  const after = 'right' in difference ? difference.right : undefined
  const lines = [`${output.paint('bold', difference.kind)} ${printable((before ?? after)?.path ?? '')}`]
  if (before !== undefined) lines.push(...showPlace('-', before, left, output))
  if (after !== undefined) lines.push(...showPlace('+', after, right, output))
  return lines.join('\n')
}

const styles = { '-': 'red', '+': 'green' } as const

function showPlace(
  sign: keyof typeof styles,
  { line, column, value }: DifferencePlace,
  { path, source }: Side,
  output: Output,
): readonly string[] {
  const text = printable(value).replace(/\s+/g, ' ').trim()
  const room = Math.max(Math.min(output.columns, widest) - 4, 16)
  const cut = text.length > room ? `${text.slice(0, room - 1)}…` : text
  const place = output.paint('dim', `${nameOf(path)}, line ${line}, column ${column}`)
  return [
    `${output.paint(styles[sign], `${sign} ${cut === '' ? '(nothing)' : cut}`)}`,
    `  ${place}`,
    ...(source?.excerpt({ line, column }, output) ?? []).map(shown => `  ${shown}`),
  ]
}

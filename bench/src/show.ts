import { styleText } from 'node:util'
import { type Figure, isMet, written, writtenGoal, writtenSpread } from './figures.js'
import { type Growth, steepest } from './growth.js'

/** How one dimension of hostile documents went. */
export interface HostileResult {
  readonly name: string
  readonly limit: string
  /** What comes of such a document: it is `read`, or `refused`. */
  readonly outcome: string
  readonly parsed: Growth
  /** Messages around a document are not validated. */
  readonly validated?: Growth
}

export function isLinear({ parsed, validated }: HostileResult): boolean {
  return [parsed, validated].every(growth => (growth?.exponent ?? 1) <= steepest)
}

/** A table for a terminal of 80 columns, or of Markdown. */
export function showFigures(figures: readonly Figure[], markdown: boolean): string {
  const rows = figures.map(figure => {
    const { work, goal, unit } = figure
    const mark = goal === undefined ? '' : markOf(isMet(figure, goal))
    return [
      mark,
      work,
      written(figure),
      writtenSpread(figure),
      goal === undefined ? '' : writtenGoal(goal, unit),
    ]
  })
  return table(['', 'work', 'measured', 'spread', 'asked'], rows, { markdown, texts: 2 })
}

export function showHostile(results: readonly HostileResult[], markdown: boolean): string {
  const rows = results.map(result => {
    const { name, limit, outcome, parsed, validated } = result
    return [markOf(isLinear(result)), name, limit, outcome, ...cellsOf(parsed), ...cellsOf(validated)]
  })
  const head = ['', 'made large', 'to its limit', 'is', 'parse', 'n^', 'validate', 'n^']
  return table(head, rows, { markdown, texts: 4 })
}

function cellsOf(growth: Growth | undefined): readonly [string, string] {
  if (growth === undefined) return ['', '']
  const { time, exponent } = growth
  return [`${time.toFixed(time < 10 ? 1 : 0)} ms`, exponent?.toFixed(2) ?? '–']
}

function markOf(isGood: boolean): string {
  return isGood ? '✓' : '✗'
}

interface Layout {
  readonly markdown: boolean
  /** So many columns are text, on the left; the others are numbers, on the right. */
  readonly texts: number
}

function table(head: readonly string[], rows: readonly (readonly string[])[], layout: Layout): string {
  const { markdown, texts } = layout
  if (markdown) {
    const rule = head.map((_, column) => (column < texts ? '---' : '--:'))
    return [head, rule, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
  }
  const widths = head.map((_, column) =>
    Math.max(1, ...[head, ...rows].map(cells => cells[column]?.length ?? 0)),
  )
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column < texts ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [
    styleText('bold', lineOf(head)),
    styleText('dim', lineOf(widths.map(width => '─'.repeat(width)))),
    ...rows.map(cells => coloured(lineOf(cells))),
  ].join('\n')
}

/** By its mark; lines without one are there to compare with. Nothing is coloured where nobody looks. */
function coloured(line: string): string {
  if (line.startsWith('✓')) return `${styleText('green', '✓')}${line.slice(1)}`
  if (line.startsWith('✗')) return styleText('red', line)
  return styleText('dim', line)
}

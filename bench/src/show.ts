import type { Result } from './goals.js'
import type { Growth } from './growth.js'
import type { Rate } from './measure.js'

/** A growth beyond this is no noise. */
export const steepest = 1.3

/** Columns side by side, or a table of Markdown. */
function table(head: readonly string[], rows: readonly (readonly string[])[], markdown: boolean): string {
  if (markdown) {
    const lines = [head, head.map(() => '---'), ...rows]
    return `${lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')}\n`
  }
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map(cells => cells[column]?.length ?? 0)),
  )
  return `${[head, widths.map(width => '─'.repeat(width)), ...rows]
    .map(cells =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`
}

export function showRates(rates: readonly Rate[], markdown: boolean): string {
  const rows = rates.map(({ name, median, range: [slowest, fastest] }) => {
    const [middle = '', low = '', high = ''] = [median, slowest, fastest].map(rate =>
      Math.round(rate).toLocaleString('en-US'),
    )
    return [name, middle, `${low} – ${high}`]
  })
  return table(['work', 'a second', 'of the rounds'], rows, markdown)
}

export function showResults(results: readonly Result[], markdown: boolean): string {
  const rows = results.map(({ work, figure, goal, isMet }) => [isMet ? '✓' : '✗', work, figure, goal])
  return table(['', 'goal', 'measured', 'asked'], rows, markdown)
}

export function showGrowth(growths: readonly Growth[], markdown: boolean): string {
  const rows = growths.map(({ name, limit, time, exponent }) => [
    exponent <= steepest ? '✓' : '✗',
    name,
    limit,
    `${time.toFixed(time < 10 ? 1 : 0)} ms`,
    exponent === 0 ? '–' : exponent.toFixed(2),
  ])
  return table(['', 'made large', 'up to its limit of', 'time there', 'exponent'], rows, markdown)
}

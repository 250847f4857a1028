import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Figure } from './figures.js'

/** What a parsed order takes, in times of the document's own bytes: each time in a process that does nothing else. */
export function memoryOfOrder(lines: number, tries: number): readonly Figure[] {
  const program = fileURLToPath(new URL('retained-memory.js', import.meta.url))
  const runs = Array.from({ length: tries }, () => {
    const output = execFileSync(process.execPath, ['--expose-gc', program, String(lines)], {
      encoding: 'utf8',
    })
    const { document, kept, highest } = JSON.parse(output) as Record<'document' | 'kept' | 'highest', number>
    return { kept: kept / document, highest: highest / document }
  })
  return [
    {
      work: `memory that an order of ${lines.toLocaleString('en-US')} lines keeps`,
      values: runs.map(({ kept }) => kept),
      unit: 'times',
      goal: { is: '<', than: 12 },
    },
    {
      work: '  growth of the process while it is read',
      values: runs.map(({ highest }) => highest),
      unit: 'times',
    },
  ]
}

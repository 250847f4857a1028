import { CatalogError } from '../catalog/catalog-error.js'
import type { CatalogProblem, CifFile } from '../catalog/cif-file.js'
import { readCif } from '../catalog/read-cif.js'
import { fail, isFailure } from './failure.js'
import { readInput } from './read-input.js'
import { printable, Source } from './source.js'
import { count, exitCode, nameOf, type Terminal } from './terminal.js'

/** More is read by nobody at once; JSON has all. */
const mostShown = 50

/** `cxml catalog FILE`: reads a CIF file, sums it up and says what is wrong where. Returns the exit code. */
export async function catalogCommand(
  path: string,
  { json }: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  try {
    const bytes = await readInput(path, terminal)
    const file = readCif(bytes)
    if (json || !terminal.stdout.isTerminal) {
      terminal.stdout.write(`${JSON.stringify(summaryOf(file), null, 2)}\n`)
    } else {
      terminal.stdout.write(textOf(file, path))
    }
    showProblems(file.problems, Source.of(bytes), terminal)
    return file.problems.some(({ severity }) => severity === 'error') ? exitCode.refused : exitCode.ok
  } catch (error) {
    if (error instanceof CatalogError) return refuse(error, terminal, json)
    if (!isFailure(error)) throw error
    return fail(error, terminal, { json })
  }
}

function summaryOf({ header, items, problems }: CifFile) {
  return { header, rows: items.length, levels: Object.fromEntries(levelsOf(items)), problems }
}

/** What a row leads to; one that is not punched out for is bought from the index itself. */
function levelsOf(items: CifFile['items']): Map<string, number> {
  const levels = new Map<string, number>()
  for (const { punchOutEnabled, punchoutLevel, delete: isDeleted } of items) {
    const level = isDeleted ? 'delete' : punchOutEnabled ? (punchoutLevel ?? 'product') : 'static'
    levels.set(level, (levels.get(level) ?? 0) + 1)
  }
  return levels
}

function textOf({ header, items }: CifFile, path: string): string {
  const levels = [...levelsOf(items)].map(([level, number]) => `${number} ${level}`).join(', ')
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Rows', levels === '' ? '0' : `${items.length} (${levels})`],
    ['Load mode', header.loadMode],
    ['Currency', header.currency],
    ['Supplier IDs', header.supplierIDDomain],
    ['Classification', header.codeFormat],
    ['Charset', header.charset],
    ['Made', header.timestamp],
    ['Columns', String(header.fieldNames.length)],
  ]
  const lines = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name.padEnd(15)} ${printable(value)}`],
  )
  return `${printable(nameOf(path))}: ${header.version}\n${lines.join('\n')}\n`
}

function showProblems(
  problems: readonly CatalogProblem[],
  source: Source | undefined,
  { stderr }: Terminal,
): void {
  for (const { severity, line, column, message } of problems.slice(0, mostShown)) {
    const word = stderr.paint('bold', stderr.paint(severity === 'error' ? 'red' : 'yellow', severity))
    const place = stderr.paint('dim', `line ${line}, column ${column}`)
    const excerpt = source?.excerpt({ line, column }, stderr) ?? []
    stderr.write(`${[`${word} ${place} ${printable(message)}`, ...excerpt].join('\n')}\n`)
  }
  if (problems.length === 0) return
  const errors = problems.filter(({ severity }) => severity === 'error').length
  stderr.write(`${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}\n`)
}

function refuse(error: CatalogError, { stdout, stderr }: Terminal, json: boolean): number {
  stderr.write(`${stderr.paint('bold', stderr.paint('red', 'error'))} ${printable(error.message)}\n`)
  if (json || !stdout.isTerminal) {
    const { code, message, line, column } = error
    stdout.write(`${JSON.stringify({ error: { code, message, line, column } }, null, 2)}\n`)
  }
  return error.code === 'ERR_CATALOG_LIMIT' ? exitCode.unreadable : exitCode.refused
}

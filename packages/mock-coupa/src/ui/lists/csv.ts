/**
 * Lines of a CSV file as RFC 4180 has it: commas, CRLF, quotes where a cell needs them. A cell that a spreadsheet
 * would take for a formula gets an apostrophe before it: suppliers and colleagues write what stands in cells.
 */
export function* csvLines<T>(
  columns: readonly (readonly [heading: string, text: (row: T) => string])[],
  rows: Iterable<T>,
): Generator<string> {
  yield lineOf(columns.map(([heading]) => heading))
  for (const row of rows) yield lineOf(columns.map(([, text]) => text(row)))
}

const lineOf = (cells: readonly string[]) => `${cells.map(cellOf).join(',')}\r\n`

function cellOf(text: string): string {
  const harmless = isFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A number below zero begins like a formula and is none. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\n]/.test(text) && !/^-\d+(\.\d+)?$/.test(text)
}

type Kept = Readonly<Record<string, unknown>>

/**
 * Cells of the JSON column `more` by the name of the field. It is parsed once a row, whatever number of its fields is shown;
 * undefined where no row keeps anything, as most do.
 */
export function keptCells(column: readonly unknown[]): ((name: string) => unknown[]) | undefined {
  if (column.every(more => more === '{}' || more == null)) return undefined
  const parsed = column.map(more => (typeof more === 'string' ? JSON.parse(more) : (more ?? {})) as Kept)
  return name => parsed.map(kept => kept[name])
}

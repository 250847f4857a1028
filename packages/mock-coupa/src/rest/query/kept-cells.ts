/** A row of the database, or an object that stands in one. */
export type Source = Readonly<Record<string, unknown>>

/** Cells of the JSON column `more`, which is parsed once a row, whatever number of its fields is shown. */
export function keptCells(rows: readonly Source[]): (name: string) => unknown[] {
  let parsed: readonly Source[] | undefined
  return name => {
    parsed ??= rows.map(({ more }) =>
      typeof more === 'string' ? JSON.parse(more) : ((more ?? {}) as Source),
    )
    return parsed.map(kept => kept[name])
  }
}

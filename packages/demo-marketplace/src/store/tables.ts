export type Value = string | number | Uint8Array | null
export type Row = Readonly<Record<string, unknown>>

/** The shop's own tables. Values stand for `?`, in their order. */
export interface Tables {
  run(sql: string, ...values: readonly Value[]): Promise<void>
  get(sql: string, ...values: readonly Value[]): Promise<Row | undefined>
  all(sql: string, ...values: readonly Value[]): Promise<readonly Row[]>
  /** Whatever the work throws undoes it. */
  transaction<Result>(work: (tables: Tables) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** A random key that is made once and then stays, so that cookies outlive a restart; all processes have the same. */
export async function keepKey(tables: Tables, name: string, create: () => Uint8Array): Promise<Uint8Array> {
  await tables.run('insert into setting (name, value) values (?, ?) on conflict do nothing', name, create())
  const known = await tables.get('select value from setting where name = ?', name)
  if (known?.value instanceof Uint8Array) return known.value
  throw new Error(`The setting "${name}" is no key`)
}

import { DatabaseSync } from 'node:sqlite'

/** Columns that tell copies apart; of the others each copy has the first row's. */
const keys: Readonly<Record<string, readonly string[]>> = {
  message: ['payload_id'],
  purchase_request: ['id'],
  line_reference: ['reference', 'request_id'],
  purchase_order: ['order_id'],
  job: ['key'],
}

/** Copies the first record of each table until there are `stored` of each: as full as after so many orders. */
export function fillLedger(file: string, stored: number): void {
  const database = new DatabaseSync(file)
  database.exec('pragma synchronous = off; begin')
  for (const [table, names] of Object.entries(keys)) {
    const columns = database
      .prepare(`select name from pragma_table_info('${table}') where lower(type) <> 'integer' or pk = 0`)
      .all()
      .map(({ name }) => String(name))
    const values = columns.map(name => (names.includes(name) ? `${name} || '-' || n.value` : name))
    database.exec(
      `with recursive n (value) as (select 1 union all select value + 1 from n where value < ${stored})
       insert into ${table} (${columns.join(', ')})
       select ${values.join(', ')} from (select * from ${table} limit 1), n`,
    )
  }
  database.exec('commit')
  database.close()
}

import { DatabaseSync } from 'node:sqlite'

/** Puts requisitions of one line each into the database of a mock that does not run, one in ten of another supplier. */
export function fillRequisitions(file: string, count: number): void {
  const database = new DatabaseSync(file)
  database.exec('BEGIN')
  const header = database.prepare(`INSERT INTO requisitions
    (status, login, full_name, currency, total, created_at, updated_at, created_by, updated_by)
    VALUES ('draft', $login, $login, 'USD', '25', $at, $at, $login, $login)`)
  const line = database.prepare(`INSERT INTO requisition_lines
    (requisition, line_num, line_type, source_type, description, description_lang, quantity, unit_price, currency,
     total, uom, supplier_id, supplier_name, created_at, updated_at)
    VALUES ($requisition, 1, 'RequisitionQuantityLine', 'Catalog', 'Desk lamp', 'en', '2', '12.5', 'USD', '25', 'EA',
     $supplier, 'Supplier', $at, $at)`)
  const at = '2026-03-02T17:00:00.000Z'
  for (let index = 0; index < count; index++) {
    const login = index % 3 === 0 ? 'emma' : 'mark'
    const { lastInsertRowid } = header.run({ login, at })
    line.run({ requisition: lastInsertRowid, supplier: index % 10 === 0 ? 1 : 2, at })
  }
  database.exec('COMMIT')
  database.close()
}

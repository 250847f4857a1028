/**
 * By what pages and clients put long lists in order, and look for what is new: with its key behind it, a page is read
 * from the index in order, however long the list is. Amounts are text; as numbers they decide which row comes first.
 * Each of them costs a requisition that is created some ten microseconds, so that there is none that few would use.
 */
const orders: Readonly<Record<string, readonly string[]>> = {
  requisitions: [
    'updated_at',
    'submitted_at',
    'coalesce(submitted_at, created_at)',
    'CAST(total AS REAL)',
    'full_name',
    'exported',
  ],
  purchase_orders: [
    'created_at',
    'updated_at',
    'issued_at',
    'CAST(total AS REAL)',
    'supplier_name',
    'supplier_id',
    'login',
    'transmission_status',
  ],
  receiving_transactions: ['created_at', 'updated_at', 'transaction_date', 'status', 'CAST(total AS REAL)'],
  invoices: [
    'created_at',
    'updated_at',
    'invoice_date',
    'CAST(gross_total AS REAL)',
    'supplier_name',
    'invoice_number',
  ],
  asn_headers: ['delivery_date', 'status', 'supplier'],
  approvals: ['created_at', 'updated_at', 'status'],
}

const keys: Readonly<Record<string, string>> = { requisitions: 'number', purchase_orders: 'number' }

export const withListOrders = Object.entries(orders)
  .flatMap(([table, columns]) =>
    columns.map(column => {
      const name = `${table}_in_order_of_${column.replace(/\W+/g, '_')}`
      return `CREATE INDEX ${name} ON ${table} (${column}, ${keys[table] ?? 'id'});`
    }),
  )
  .join('\n')

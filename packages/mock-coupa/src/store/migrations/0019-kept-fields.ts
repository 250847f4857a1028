const tables = [
  'requisitions',
  'requisition_lines',
  'purchase_orders',
  'purchase_order_lines',
  'order_header_confirmations',
  'receiving_transactions',
  'asn_headers',
  'asn_lines',
] as const

/** What only the API knows of a document, as the tables of the directory have it. */
export const withKeptFields = tables
  .map(table => `ALTER TABLE ${table} ADD COLUMN more TEXT NOT NULL DEFAULT '{}';`)
  .join('\n')

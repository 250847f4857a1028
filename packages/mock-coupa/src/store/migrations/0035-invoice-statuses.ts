/** What suppliers are told of their invoices, where the system tells them. `due_at` is empty once it was told, or given up. */
export const withInvoiceStatuses = `
CREATE TABLE invoice_statuses (
  id INTEGER PRIMARY KEY,
  invoice INTEGER NOT NULL REFERENCES invoices (id),
  payload_id TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  type TEXT NOT NULL,
  comment TEXT,
  outcomes TEXT NOT NULL DEFAULT '[]',
  due_at TEXT
) STRICT;
CREATE INDEX invoice_statuses_of ON invoice_statuses (invoice, id);
CREATE INDEX invoice_statuses_due ON invoice_statuses (due_at) WHERE due_at IS NOT NULL;
`

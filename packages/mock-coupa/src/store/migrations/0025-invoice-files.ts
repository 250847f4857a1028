/** A picture of the paper that an invoice came on: one each. */
export const withInvoiceFiles = `
CREATE TABLE invoice_image_scans (
  invoice INTEGER PRIMARY KEY REFERENCES invoices,
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  created_at TEXT NOT NULL
);
`

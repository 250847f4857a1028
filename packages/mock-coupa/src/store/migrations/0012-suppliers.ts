/** What the API shows of a supplier and the configuration decides. What was kept for the API alone before is no truth. */
export const withSupplierSettings = `
ALTER TABLE suppliers ADD COLUMN po_change_method TEXT;
ALTER TABLE suppliers ADD COLUMN po_email TEXT;
ALTER TABLE suppliers ADD COLUMN buyer_hold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suppliers ADD COLUMN on_hold INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suppliers ADD COLUMN invoice_matching_level TEXT;
ALTER TABLE suppliers ADD COLUMN allow_cxml_invoicing INTEGER NOT NULL DEFAULT 1;
ALTER TABLE suppliers ADD COLUMN cxml_http_username TEXT;
`

/** What was kept for the API alone before is no truth. */
export const withTlsOfSuppliers = `
ALTER TABLE suppliers ADD COLUMN cxml_ssl_version TEXT;
ALTER TABLE suppliers ADD COLUMN disable_cert_verify INTEGER NOT NULL DEFAULT 0;
`

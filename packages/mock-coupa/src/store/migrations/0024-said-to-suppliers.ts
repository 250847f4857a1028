/** How far comments and attachments had come when a document was written for the first time: it is repeated as it was. */
export const withSaidToSuppliers = `
ALTER TABLE transmissions ADD COLUMN last_comment INTEGER NOT NULL DEFAULT 0;
ALTER TABLE transmissions ADD COLUMN last_attachment INTEGER NOT NULL DEFAULT 0;
`

/** What taxes are expected to make of the total, in percent, at the time when it was last reckoned. */
export const withEstimatedTax = `
ALTER TABLE requisitions ADD COLUMN estimated_tax_percent TEXT NOT NULL DEFAULT '0';
`

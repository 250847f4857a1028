/** What stood there instead of the answer that was waited for. */
export const withFindings = `
ALTER TABLE exchanges ADD COLUMN found TEXT;
`

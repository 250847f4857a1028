/** For whom an address is there. What was kept for the API alone before is no truth. */
export const withAttention = `
ALTER TABLE addresses ADD COLUMN attention TEXT;
`

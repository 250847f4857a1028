/** What the supplier allows to be done with the lines of a cart later. Absent: it came before that was kept. */
export const withSystems = `
ALTER TABLE trips ADD COLUMN operation_allowed TEXT;
`

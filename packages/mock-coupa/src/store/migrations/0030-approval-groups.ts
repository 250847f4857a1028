/** Which approval groups somebody is in, as the API shows them: a JSON list. The configuration knows. */
export const withApprovalGroups = `
ALTER TABLE users ADD COLUMN approval_groups TEXT NOT NULL DEFAULT '[]';
`

/** Whom somebody wants asked about a requisition that is not submitted yet. */
export const withPlannedApprovers = `
CREATE TABLE planned_approvers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requisition INTEGER NOT NULL REFERENCES requisitions,
  login TEXT NOT NULL,
  place TEXT NOT NULL,
  added_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (requisition, login)
);
`

/**
 * Approvals learn about groups, parallel stages, holding and escalation. Without the key over positions, since
 * approvers come in between.
 */
const approvals = `
ALTER TABLE approvals RENAME TO approvals_0002;
DROP INDEX approvals_waiting;
CREATE TABLE approvals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requisition INTEGER NOT NULL REFERENCES requisitions,
  round INTEGER NOT NULL,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  rule TEXT NOT NULL,
  rule_id INTEGER,
  approver TEXT NOT NULL,
  approver_name TEXT NOT NULL,
  approver_title TEXT NOT NULL,
  approval_group INTEGER,
  required INTEGER NOT NULL DEFAULT 1,
  parallel_group TEXT,
  parallel_required INTEGER,
  skip_if_approved INTEGER NOT NULL DEFAULT 1,
  requester_may_approve INTEGER NOT NULL DEFAULT 0,
  escalate_after_hours REAL,
  cannot_escalate INTEGER NOT NULL DEFAULT 0,
  status TEXT,
  comment TEXT,
  added_by TEXT,
  opened_at TEXT,
  due_at TEXT,
  decided_at TEXT,
  decided_by TEXT,
  decided_by_name TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
INSERT INTO approvals (id, requisition, round, position, type, rule, approver, approver_name, approver_title, status,
  comment, opened_at, decided_at, decided_by, decided_by_name, created_at, updated_at)
SELECT a.id, a.requisition, a.round, a.position, a.type, a.rule, a.approver, a.approver_name, a.approver_title, a.status,
  a.comment, a.opened_at, a.decided_at, CASE WHEN a.decided_at IS NOT NULL THEN a.approver END,
  CASE WHEN a.decided_at IS NOT NULL THEN a.approver_name END, coalesce(r.submitted_at, r.created_at), r.updated_at
FROM approvals_0002 a JOIN requisitions r ON r.number = a.requisition;
DROP TABLE approvals_0002;
CREATE INDEX approvals_by_requisition ON approvals (requisition, round, position);
CREATE INDEX approvals_by_approver ON approvals (approver, requisition);
CREATE INDEX approvals_open ON approvals (approver) WHERE status IN ('pending_approval', 'on_hold');
CREATE INDEX approvals_open_to_group ON approvals (approval_group)
  WHERE approval_group IS NOT NULL AND status IN ('pending_approval', 'on_hold');
CREATE INDEX approvals_due ON approvals (due_at) WHERE due_at IS NOT NULL;
`

/** `given_approvals`: members of a group one by one. `approval_links`: of a link in a mail only a digest is kept. */
const around = `
CREATE TABLE given_approvals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  approval INTEGER NOT NULL REFERENCES approvals,
  member TEXT NOT NULL,
  member_name TEXT NOT NULL,
  given_by TEXT NOT NULL,
  given_by_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (approval, member),
  UNIQUE (approval, given_by)
);
CREATE TABLE approval_watchers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requisition INTEGER NOT NULL REFERENCES requisitions,
  round INTEGER NOT NULL,
  login TEXT NOT NULL,
  full_name TEXT NOT NULL,
  rule TEXT,
  added_by TEXT,
  created_at TEXT NOT NULL,
  UNIQUE (requisition, round, login)
);
CREATE TABLE delegations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  delegator TEXT NOT NULL,
  delegate TEXT NOT NULL,
  start_date TEXT NOT NULL,
  end_date TEXT NOT NULL,
  reason TEXT NOT NULL,
  approval_delegate INTEGER NOT NULL DEFAULT 1,
  invoice_requester_delegate INTEGER NOT NULL DEFAULT 0,
  receiving_delegate INTEGER NOT NULL DEFAULT 0,
  review_delegate INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_by TEXT NOT NULL
);
CREATE INDEX delegations_to ON delegations (delegate, end_date);
CREATE INDEX delegations_from ON delegations (delegator, end_date);
CREATE TABLE approval_links (
  token_hash TEXT PRIMARY KEY,
  approval INTEGER NOT NULL REFERENCES approvals,
  login TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) WITHOUT ROWID;
`

export const withApprovals = `${approvals}${around}`

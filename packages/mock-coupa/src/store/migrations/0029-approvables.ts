/**
 * Whatever somebody has to approve is one thing: `approvables` has each document's present round, and everything around
 * approvals names the document by type and id. The approvals of order changes, which stood apart, become rows among
 * the others. Group 0 are the company's buyers. `round` of requisitions stays behind, unread.
 */
const documents = `
CREATE TABLE approvables (
  type TEXT NOT NULL,
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  requester TEXT NOT NULL,
  round INTEGER NOT NULL,
  PRIMARY KEY (type, id)
) WITHOUT ROWID;
INSERT INTO approvables SELECT 'RequisitionHeader', number, 'Requisition ' || number, login, round FROM requisitions
  WHERE round > 0;
INSERT INTO approvables SELECT 'OrderHeaderChange', id, 'Change ' || id || ' of purchase order ' || purchase_order,
  login, 1 FROM purchase_order_changes WHERE status <> 'draft';
`

/** By way of copies: renaming a table makes SQLite read the whole schema again, and every new mock migrates. */
const approvals = `
CREATE TEMP TABLE old_approvals AS SELECT * FROM approvals;
CREATE TEMP TABLE old_given AS SELECT * FROM given_approvals;
CREATE TEMP TABLE old_links AS SELECT * FROM approval_links;
DROP TABLE given_approvals;
DROP TABLE approval_links;
DROP TABLE approvals;
CREATE TABLE approvals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  approvable_type TEXT NOT NULL,
  approvable_id INTEGER NOT NULL,
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
INSERT INTO approvals SELECT id, 'RequisitionHeader', requisition, round, position, type, rule, rule_id, approver,
  approver_name, approver_title, approval_group, required, parallel_group, parallel_required, skip_if_approved,
  requester_may_approve, escalate_after_hours, cannot_escalate, status, comment, added_by, opened_at, due_at, decided_at,
  decided_by, decided_by_name, created_at, updated_at FROM old_approvals;
INSERT INTO approvals (approvable_type, approvable_id, round, position, type, rule, approver, approver_name,
    approver_title, approval_group, status, comment, opened_at, decided_at, decided_by_name, created_at, updated_at)
  SELECT 'OrderHeaderChange', change, 1, position, CASE type WHEN 'BuyerApproval' THEN 'ApprovalChainApproval' ELSE type END,
    rule, coalesce(approver, ''), approver_name, '', CASE WHEN approver IS NULL THEN 0 END, status, comment, created_at,
    decided_at, CASE WHEN decided_at IS NOT NULL THEN approver_name END, created_at, updated_at
  FROM purchase_order_change_approvals ORDER BY change, position;

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
INSERT INTO given_approvals SELECT * FROM old_given;
CREATE TABLE approval_links (
  token_hash TEXT PRIMARY KEY,
  approval INTEGER NOT NULL REFERENCES approvals,
  login TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) WITHOUT ROWID;
INSERT INTO approval_links SELECT * FROM old_links;
DROP TABLE purchase_order_change_approvals;
DROP TABLE old_approvals;
DROP TABLE old_given;
DROP TABLE old_links;
CREATE INDEX approvals_by_approvable ON approvals (approvable_type, approvable_id, round, position);
CREATE INDEX approvals_by_approver ON approvals (approver, approvable_type, approvable_id);
CREATE INDEX approvals_open ON approvals (approver) WHERE status IN ('pending_approval', 'on_hold');
CREATE INDEX approvals_open_to_group ON approvals (approval_group)
  WHERE approval_group IS NOT NULL AND status IN ('pending_approval', 'on_hold');
CREATE INDEX approvals_due ON approvals (due_at) WHERE due_at IS NOT NULL;
`

const people = `
CREATE TEMP TABLE old_watchers AS SELECT * FROM approval_watchers;
CREATE TEMP TABLE old_planned AS SELECT * FROM planned_approvers;
DROP TABLE approval_watchers;
DROP TABLE planned_approvers;
CREATE TABLE approval_watchers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  approvable_type TEXT NOT NULL,
  approvable_id INTEGER NOT NULL,
  round INTEGER NOT NULL,
  login TEXT NOT NULL,
  full_name TEXT NOT NULL,
  rule TEXT,
  added_by TEXT,
  created_at TEXT NOT NULL,
  UNIQUE (approvable_type, approvable_id, round, login)
);
INSERT INTO approval_watchers SELECT id, 'RequisitionHeader', requisition, round, login, full_name, rule, added_by,
  created_at FROM old_watchers;
CREATE TABLE planned_approvers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  approvable_type TEXT NOT NULL,
  approvable_id INTEGER NOT NULL,
  login TEXT NOT NULL,
  place TEXT NOT NULL,
  added_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (approvable_type, approvable_id, login)
);
INSERT INTO planned_approvers SELECT id, 'RequisitionHeader', requisition, login, place, added_by, created_at
  FROM old_planned;
DROP TABLE old_watchers;
DROP TABLE old_planned;
ALTER TABLE users ADD COLUMN invoice_approval_limit TEXT;
ALTER TABLE users ADD COLUMN invoice_self_approval_limit TEXT;
ALTER TABLE users ADD COLUMN contract_approval_limit TEXT;
ALTER TABLE users ADD COLUMN contract_self_approval_limit TEXT;
`

/** One history for every document. What happens to a change of an order is part of the order's. */
const history = `
CREATE TEMP TABLE old_history AS SELECT * FROM history;
DROP TABLE history;
CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requisition INTEGER,
  purchase_order INTEGER,
  change INTEGER,
  invoice INTEGER,
  contract INTEGER,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  text TEXT NOT NULL,
  comment TEXT
);
INSERT INTO history (id, requisition, purchase_order, at, by, text, comment)
  SELECT id, requisition, purchase_order, at, by, text, comment FROM old_history;
DROP TABLE old_history;
CREATE INDEX history_by_requisition ON history (requisition);
CREATE INDEX history_by_purchase_order ON history (purchase_order);
INSERT INTO history (invoice, at, by, text, comment) SELECT invoice, at, by, text, comment FROM invoice_history ORDER BY id;
DROP TABLE invoice_history;
CREATE INDEX history_by_change ON history (change) WHERE change IS NOT NULL;
CREATE INDEX history_by_invoice ON history (invoice) WHERE invoice IS NOT NULL;
CREATE INDEX history_by_contract ON history (contract) WHERE contract IS NOT NULL;
ALTER TABLE notifications ADD COLUMN invoice INTEGER;
ALTER TABLE notifications ADD COLUMN contract INTEGER;
`

const settings = `
ALTER TABLE suppliers ADD COLUMN send_invoices_to_approvals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suppliers ADD COLUMN hold_invoices_for_ap_review INTEGER NOT NULL DEFAULT 0;
ALTER TABLE invoices ADD COLUMN ap_reviewed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contracts ADD COLUMN submitter TEXT;
ALTER TABLE contracts ADD COLUMN published_date TEXT;
ALTER TABLE contracts ADD COLUMN reject_reason TEXT;
ALTER TABLE contracts ADD COLUMN locked_by TEXT;
ALTER TABLE contracts ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
`

export const withApprovables = `${documents}${approvals}${people}${history}${settings}`

/** Orders learn what changes them: holds, revisions, what was exported. External ones have no requisition. */
const orders = `
DROP INDEX purchase_orders_by_requisition;
ALTER TABLE purchase_orders ADD COLUMN requisition_0006 INTEGER REFERENCES requisitions;
UPDATE purchase_orders SET requisition_0006 = requisition;
ALTER TABLE purchase_orders DROP COLUMN requisition;
ALTER TABLE purchase_orders RENAME COLUMN requisition_0006 TO requisition;
CREATE INDEX purchase_orders_by_requisition ON purchase_orders (requisition);

ALTER TABLE purchase_orders ADD COLUMN po_number TEXT;
ALTER TABLE purchase_orders ADD COLUMN internal_revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE purchase_orders ADD COLUMN exported INTEGER NOT NULL DEFAULT 0;
ALTER TABLE purchase_orders ADD COLUMN last_exported_at TEXT;
ALTER TABLE purchase_orders ADD COLUMN change_type TEXT;
ALTER TABLE purchase_orders ADD COLUMN transmission_method_override TEXT NOT NULL DEFAULT 'supplier_default';
ALTER TABLE purchase_orders ADD COLUMN transmission_emails TEXT;
ALTER TABLE purchase_orders ADD COLUMN ship_to_attention TEXT;
ALTER TABLE purchase_orders ADD COLUMN payment_method TEXT NOT NULL DEFAULT 'invoice';
ALTER TABLE purchase_orders ADD COLUMN payment_term TEXT;
ALTER TABLE purchase_orders ADD COLUMN shipping_term TEXT;
ALTER TABLE purchase_orders ADD COLUMN external INTEGER NOT NULL DEFAULT 0;
ALTER TABLE purchase_orders ADD COLUMN issue_at TEXT;
ALTER TABLE purchase_orders ADD COLUMN custom_fields TEXT NOT NULL DEFAULT '{}';
ALTER TABLE purchase_orders ADD COLUMN created_at TEXT NOT NULL DEFAULT '';
ALTER TABLE purchase_orders ADD COLUMN updated_at TEXT NOT NULL DEFAULT '';
ALTER TABLE purchase_orders ADD COLUMN created_by TEXT;
ALTER TABLE purchase_orders ADD COLUMN updated_by TEXT;
UPDATE purchase_orders SET created_at = issued_at, updated_at = issued_at, created_by = login, updated_by = login;
CREATE UNIQUE INDEX purchase_orders_by_po_number ON purchase_orders (po_number) WHERE po_number IS NOT NULL;
CREATE INDEX purchase_orders_by_status ON purchase_orders (status, number);
CREATE INDEX purchase_orders_by_export ON purchase_orders (exported, number);
CREATE INDEX purchase_orders_to_issue ON purchase_orders (issue_at) WHERE issue_at IS NOT NULL;
`

/** Lines get ids of their own, and what has become of them. A deleted line stays for what refers to it. */
const lines = `
CREATE TABLE purchase_order_lines_0006 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  line_num INTEGER NOT NULL,
  requisition_line INTEGER,
  line_type TEXT NOT NULL DEFAULT 'OrderQuantityLine',
  status TEXT NOT NULL DEFAULT 'created',
  description TEXT NOT NULL,
  description_lang TEXT NOT NULL,
  source_part_num TEXT NOT NULL,
  supp_aux_part_num TEXT,
  item INTEGER,
  quantity TEXT NOT NULL,
  unit_price TEXT NOT NULL,
  currency TEXT NOT NULL,
  total TEXT NOT NULL,
  uom TEXT NOT NULL,
  received TEXT NOT NULL DEFAULT '0',
  invoiced TEXT NOT NULL DEFAULT '0',
  closed_for_receiving INTEGER NOT NULL DEFAULT 0,
  closed_for_invoicing INTEGER NOT NULL DEFAULT 0,
  allocations TEXT NOT NULL DEFAULT '[]',
  need_by_date TEXT,
  unspsc_code TEXT,
  commodity TEXT,
  contract INTEGER,
  manufacturer_name TEXT,
  manufacturer_part_number TEXT,
  custom_fields TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT,
  deleted_at TEXT,
  UNIQUE (purchase_order, line_num)
);
INSERT INTO purchase_order_lines_0006 (purchase_order, line_num, requisition_line, description, description_lang,
  source_part_num, supp_aux_part_num, quantity, unit_price, currency, total, uom, unspsc_code, manufacturer_name,
  manufacturer_part_number, created_at, updated_at, created_by, updated_by)
SELECT l.purchase_order, l.line_num, l.requisition_line, l.description, l.description_lang, l.source_part_num,
  l.supp_aux_part_num, l.quantity, l.unit_price, l.currency, l.total, l.uom, l.unspsc_code, l.manufacturer_name,
  l.manufacturer_part_number, o.issued_at, o.issued_at, o.login, o.login
FROM purchase_order_lines l JOIN purchase_orders o ON o.number = l.purchase_order
ORDER BY l.purchase_order, l.line_num;
DROP TABLE purchase_order_lines;
ALTER TABLE purchase_order_lines_0006 RENAME TO purchase_order_lines;
CREATE INDEX purchase_order_lines_by_status ON purchase_order_lines (status, id);

CREATE TABLE purchase_order_revisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  version INTEGER NOT NULL,
  internal_revision INTEGER NOT NULL,
  what TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  UNIQUE (purchase_order, internal_revision)
);
`

/** An order can go out by other ways than cXML, and more than once: each time as it stood then. */
const transmissions = `
ALTER TABLE transmissions ADD COLUMN method TEXT NOT NULL DEFAULT 'cxml';
ALTER TABLE transmissions ADD COLUMN type TEXT NOT NULL DEFAULT 'new';
ALTER TABLE transmissions ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE transmissions ADD COLUMN internal_revision INTEGER;
CREATE INDEX transmissions_by_purchase_order ON transmissions (purchase_order, id);
`

const changes = `
CREATE TABLE purchase_order_changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  login TEXT NOT NULL,
  full_name TEXT NOT NULL,
  justification TEXT,
  reject_reason TEXT,
  pending_cancel INTEGER NOT NULL DEFAULT 0,
  total TEXT NOT NULL,
  exported INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT
);
CREATE INDEX purchase_order_changes_by_order ON purchase_order_changes (purchase_order, id);
CREATE TABLE purchase_order_change_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  change INTEGER NOT NULL REFERENCES purchase_order_changes,
  kind TEXT NOT NULL,
  order_line INTEGER REFERENCES purchase_order_lines,
  description TEXT,
  source_part_num TEXT,
  quantity TEXT,
  unit_price TEXT,
  uom TEXT,
  need_by_date TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX purchase_order_change_lines_by_change ON purchase_order_change_lines (change);
CREATE TABLE purchase_order_change_approvals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  change INTEGER NOT NULL REFERENCES purchase_order_changes,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  rule TEXT NOT NULL,
  approver TEXT,
  approver_name TEXT NOT NULL,
  status TEXT,
  comment TEXT,
  decided_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (change, position)
);
CREATE INDEX purchase_order_change_approvals_waiting ON purchase_order_change_approvals (change)
  WHERE status = 'pending_approval';
`

export const withOrders = `${orders}${lines}${transmissions}${changes}`

/**
 * Order confirmations as Coupa keeps them: one is opened with the order where the supplier is asked for it, and what
 * the supplier proposes waits for a decision, line by line.
 */
export const withConfirmations = `
ALTER TABLE suppliers ADD COLUMN order_confirmation_level INTEGER;
ALTER TABLE suppliers ADD COLUMN confirm_by_hrs INTEGER;

CREATE TABLE order_header_confirmations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  status TEXT NOT NULL,
  confirm_by TEXT,
  payload_id TEXT,
  confirm_id TEXT,
  type TEXT,
  operation TEXT,
  notice_date TEXT,
  comments TEXT,
  received_at TEXT,
  exported INTEGER NOT NULL DEFAULT 0,
  last_exported_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT
);
CREATE TABLE order_line_confirmations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  confirmation INTEGER NOT NULL REFERENCES order_header_confirmations,
  position INTEGER NOT NULL,
  line_number INTEGER NOT NULL,
  quantity TEXT NOT NULL,
  status TEXT NOT NULL,
  decision TEXT,
  unit_price TEXT,
  delivery_date TEXT,
  comments TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (confirmation, position)
);
INSERT INTO order_header_confirmations (id, purchase_order, status, payload_id, confirm_id, type, operation,
    notice_date, comments, received_at, created_at, updated_at)
  SELECT id, purchase_order, CASE type WHEN 'reject' THEN 'rejected' ELSE 'accepted' END, payload_id, confirm_id, type,
    operation, notice_date, comments, received_at, received_at, received_at FROM confirmations;
INSERT INTO order_line_confirmations (confirmation, position, line_number, quantity, status, delivery_date, comments,
    created_at, updated_at)
  SELECT l.confirmation, l.position, l.line_number, l.quantity, l.status, l.delivery_date, l.comments, c.received_at,
    c.received_at FROM confirmation_lines l JOIN confirmations c ON c.id = l.confirmation
    ORDER BY l.confirmation, l.position;
DROP TABLE confirmation_lines;
DROP TABLE confirmations;
CREATE INDEX order_header_confirmations_by_order ON order_header_confirmations (purchase_order, id);
`

/** What travels through the network, until it has arrived and after; and what the transaction rules ask about. */
export const withNetwork = `
CREATE TABLE network_documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sender TEXT NOT NULL,
  receiver TEXT NOT NULL,
  payload_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  digest TEXT NOT NULL,
  content_type TEXT NOT NULL,
  body BLOB NOT NULL,
  status TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT,
  failure TEXT,
  taken_at TEXT NOT NULL,
  settled_at TEXT,
  UNIQUE (sender, payload_id)
);
CREATE INDEX network_documents_by_due ON network_documents (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX network_documents_by_receiver ON network_documents (receiver, status, id);

CREATE TABLE network_orders (
  buyer TEXT NOT NULL,
  supplier TEXT NOT NULL,
  order_id TEXT NOT NULL,
  lines TEXT NOT NULL,
  confirmed INTEGER NOT NULL DEFAULT 0,
  shipped INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (buyer, supplier, order_id)
) WITHOUT ROWID;
CREATE TABLE network_order_payloads (
  buyer TEXT NOT NULL,
  payload_id TEXT NOT NULL,
  supplier TEXT NOT NULL,
  order_id TEXT NOT NULL,
  PRIMARY KEY (buyer, payload_id)
) WITHOUT ROWID;
`

/** One document may be for several receivers: a catalogue that a supplier gives to the network itself. */
export const withNetworkSubscribers = `
CREATE TABLE network_documents_of_all (
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
  stamped_at TEXT,
  handed_at TEXT,
  order_id TEXT,
  UNIQUE (sender, payload_id, receiver)
);
INSERT INTO network_documents_of_all (id, sender, receiver, payload_id, kind, digest, content_type, body, status, attempts,
  due_at, failure, taken_at, settled_at, stamped_at, handed_at, order_id)
SELECT id, sender, receiver, payload_id, kind, digest, content_type, body, status, attempts, due_at, failure, taken_at,
  settled_at, stamped_at, handed_at, order_id FROM network_documents;
DROP TABLE network_documents;
ALTER TABLE network_documents_of_all RENAME TO network_documents;
CREATE INDEX network_documents_by_due ON network_documents (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX network_documents_by_receiver ON network_documents (receiver, status, id);
CREATE INDEX network_documents_by_order ON network_documents (sender, receiver, order_id, status)
  WHERE order_id IS NOT NULL;
`

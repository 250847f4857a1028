/** What of the network's keeping was handed out, which order a document is about, and what of an order is invoiced. */
export const withNetworkQueue = `
ALTER TABLE network_documents ADD COLUMN stamped_at TEXT;
ALTER TABLE network_documents ADD COLUMN handed_at TEXT;
ALTER TABLE network_documents ADD COLUMN order_id TEXT;
CREATE INDEX network_documents_by_order ON network_documents (sender, receiver, order_id, status)
  WHERE order_id IS NOT NULL;
ALTER TABLE network_orders ADD COLUMN invoiced TEXT NOT NULL DEFAULT '{}';
`

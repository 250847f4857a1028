/**
 * `more`: what only the API knows, as one JSON object each. `allocations`: a line's total in shares, each with the account
 * that it is charged to. `exchange_rate`: what one unit of the document's currency is worth in the company's; NULL where
 * nobody knew. Tags stand on any document, each word once.
 */
export const withSharesAndRates = `
ALTER TABLE requisition_lines ADD COLUMN allocations TEXT NOT NULL DEFAULT '[]';
ALTER TABLE requisition_lines ADD COLUMN exchange_rate TEXT DEFAULT '1';
ALTER TABLE purchase_orders ADD COLUMN hide_price INTEGER NOT NULL DEFAULT 0;
ALTER TABLE purchase_orders ADD COLUMN exchange_rate TEXT DEFAULT '1';
ALTER TABLE purchase_order_changes ADD COLUMN more TEXT NOT NULL DEFAULT '{}';
ALTER TABLE purchase_order_change_lines ADD COLUMN more TEXT NOT NULL DEFAULT '{}';
ALTER TABLE purchase_order_change_lines ADD COLUMN allocations TEXT;
ALTER TABLE invoices ADD COLUMN exchange_rate TEXT DEFAULT '1';
ALTER TABLE invoices ADD COLUMN tax_lines TEXT NOT NULL DEFAULT '[]';
ALTER TABLE invoice_lines ADD COLUMN more TEXT NOT NULL DEFAULT '{}';
ALTER TABLE invoice_lines ADD COLUMN allocations TEXT NOT NULL DEFAULT '[]';
ALTER TABLE invoice_lines ADD COLUMN tax_lines TEXT NOT NULL DEFAULT '[]';

CREATE TABLE tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT
);
CREATE TABLE taggings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  tag INTEGER NOT NULL REFERENCES tags,
  taggable_type TEXT NOT NULL,
  taggable_id INTEGER NOT NULL,
  description TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT,
  UNIQUE (taggable_type, taggable_id, tag)
);
CREATE INDEX taggings_by_tag ON taggings (tag, taggable_type, taggable_id);
`

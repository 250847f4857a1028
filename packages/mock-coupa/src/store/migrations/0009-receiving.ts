/** What arrived, and what suppliers said is on its way. A voided receipt stays. */
export const withReceiving = `
CREATE TABLE receiving_transactions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL,
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  order_line INTEGER NOT NULL REFERENCES purchase_order_lines,
  quantity TEXT NOT NULL,
  price TEXT NOT NULL,
  total TEXT NOT NULL,
  currency TEXT NOT NULL,
  uom TEXT,
  status TEXT NOT NULL,
  transaction_date TEXT NOT NULL,
  comments TEXT,
  match_reference TEXT,
  asn_line INTEGER REFERENCES asn_lines,
  exported INTEGER NOT NULL DEFAULT 0,
  last_exported_at TEXT,
  void_reason TEXT,
  custom_fields TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT
);
CREATE INDEX receiving_transactions_by_line ON receiving_transactions (order_line);
CREATE INDEX receiving_transactions_by_order ON receiving_transactions (purchase_order, id);

CREATE TABLE asn_headers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  asn_number TEXT NOT NULL,
  supplier INTEGER NOT NULL,
  status TEXT NOT NULL,
  notice_date TEXT,
  ship_date TEXT,
  delivery_date TEXT,
  carrier TEXT,
  tracking_number TEXT,
  comments TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT,
  UNIQUE (supplier, asn_number)
);
CREATE TABLE asn_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  asn INTEGER NOT NULL REFERENCES asn_headers,
  line_num INTEGER NOT NULL,
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  order_line INTEGER NOT NULL REFERENCES purchase_order_lines,
  quantity TEXT NOT NULL,
  uom TEXT,
  status TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX asn_lines_by_asn ON asn_lines (asn, line_num);
CREATE INDEX asn_lines_by_order ON asn_lines (purchase_order);
`

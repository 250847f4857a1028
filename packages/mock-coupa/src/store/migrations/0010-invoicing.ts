/** What suppliers ask money for. Amounts of a credit note are below 0. */
export const withInvoicing = `
CREATE TABLE invoices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  invoice_number TEXT NOT NULL,
  document_type TEXT NOT NULL,
  status TEXT NOT NULL,
  supplier INTEGER NOT NULL,
  supplier_name TEXT NOT NULL,
  invoice_date TEXT NOT NULL,
  currency TEXT NOT NULL,
  net_total TEXT NOT NULL,
  shipping_amount TEXT NOT NULL,
  handling_amount TEXT NOT NULL,
  misc_amount TEXT NOT NULL,
  tax_amount TEXT NOT NULL,
  gross_total TEXT NOT NULL,
  original_invoice_number TEXT,
  payment_term TEXT,
  contract INTEGER,
  comments TEXT,
  failed_tolerances TEXT NOT NULL DEFAULT '[]',
  dispute_reason TEXT,
  void_reason TEXT,
  via TEXT NOT NULL,
  login TEXT,
  paid INTEGER NOT NULL DEFAULT 0,
  payment_date TEXT,
  payment_notes TEXT,
  exported INTEGER NOT NULL DEFAULT 0,
  last_exported_at TEXT,
  more TEXT NOT NULL DEFAULT '{}',
  custom_fields TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT
);
CREATE INDEX invoices_by_number ON invoices (supplier, invoice_number);
CREATE INDEX invoices_by_status ON invoices (status, id);

CREATE TABLE invoice_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  invoice INTEGER NOT NULL REFERENCES invoices,
  line_num INTEGER NOT NULL,
  type TEXT NOT NULL,
  description TEXT NOT NULL,
  source_part_num TEXT,
  quantity TEXT,
  price TEXT NOT NULL,
  total TEXT NOT NULL,
  uom TEXT,
  tax_amount TEXT NOT NULL DEFAULT '0',
  purchase_order INTEGER REFERENCES purchase_orders,
  order_line INTEGER REFERENCES purchase_order_lines,
  custom_fields TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (invoice, line_num)
);
CREATE INDEX invoice_lines_by_order ON invoice_lines (purchase_order);
CREATE INDEX invoice_lines_by_order_line ON invoice_lines (order_line);

CREATE TABLE invoice_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  invoice INTEGER NOT NULL REFERENCES invoices,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  text TEXT NOT NULL,
  comment TEXT
);
CREATE INDEX invoice_history_by_invoice ON invoice_history (invoice);
`

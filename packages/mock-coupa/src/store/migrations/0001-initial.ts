/** Amounts and quantities are exact decimal TEXT; times are ISO 8601 in UTC, so that they sort as text. */
export const initial = `
CREATE TABLE searches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL
);

CREATE TABLE trips (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL,
  site_id INTEGER NOT NULL,
  site_name TEXT NOT NULL,
  status TEXT NOT NULL,
  buyer_cookie TEXT NOT NULL UNIQUE,
  selected_part TEXT,
  selected_aux TEXT,
  search INTEGER REFERENCES searches,
  requisition INTEGER REFERENCES requisitions,
  claim_hash TEXT UNIQUE,
  banner TEXT,
  cart TEXT,
  opened_at TEXT NOT NULL,
  returned_at TEXT
);
CREATE INDEX trips_by_requisition ON trips (requisition);

CREATE TABLE requisitions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  status TEXT NOT NULL,
  login TEXT NOT NULL,
  full_name TEXT NOT NULL,
  currency TEXT NOT NULL,
  total TEXT NOT NULL,
  justification TEXT,
  reject_reason TEXT,
  withdraw_reason TEXT,
  round INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  submitted_at TEXT,
  updated_at TEXT NOT NULL
);
CREATE UNIQUE INDEX one_cart_a_person ON requisitions (login) WHERE status = 'cart';
CREATE INDEX requisitions_by_login ON requisitions (login, number);
INSERT INTO sqlite_sequence (name, seq) VALUES ('requisitions', 1000);

CREATE TABLE requisition_lines (
  requisition INTEGER NOT NULL REFERENCES requisitions,
  line_num INTEGER NOT NULL,
  description TEXT NOT NULL,
  description_lang TEXT NOT NULL,
  source_part_num TEXT NOT NULL,
  supp_aux_part_num TEXT,
  quantity TEXT NOT NULL,
  unit_price TEXT NOT NULL,
  currency TEXT NOT NULL,
  total TEXT NOT NULL,
  uom TEXT NOT NULL,
  unspsc_code TEXT,
  commodity TEXT,
  manufacturer_name TEXT,
  manufacturer_part_number TEXT,
  image_url TEXT,
  supplier_id INTEGER NOT NULL,
  supplier_name TEXT NOT NULL,
  site_id INTEGER,
  site_name TEXT,
  trip INTEGER REFERENCES trips,
  PRIMARY KEY (requisition, line_num)
);

CREATE TABLE approvals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requisition INTEGER NOT NULL REFERENCES requisitions,
  round INTEGER NOT NULL,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  rule TEXT NOT NULL,
  approver TEXT NOT NULL,
  approver_name TEXT NOT NULL,
  approver_title TEXT NOT NULL,
  status TEXT,
  comment TEXT,
  opened_at TEXT,
  decided_at TEXT,
  UNIQUE (requisition, round, position)
);
CREATE INDEX approvals_waiting ON approvals (approver) WHERE status = 'pending_approval';

CREATE TABLE purchase_orders (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  transmission_status TEXT NOT NULL,
  requisition INTEGER NOT NULL REFERENCES requisitions,
  login TEXT NOT NULL,
  full_name TEXT NOT NULL,
  email TEXT NOT NULL,
  supplier_id INTEGER NOT NULL,
  supplier_name TEXT NOT NULL,
  ship_to TEXT NOT NULL,
  bill_to TEXT NOT NULL,
  account TEXT NOT NULL,
  currency TEXT NOT NULL,
  total TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  sent_at TEXT,
  acknowledged_at TEXT
);
CREATE INDEX purchase_orders_by_requisition ON purchase_orders (requisition);
INSERT INTO sqlite_sequence (name, seq) VALUES ('purchase_orders', 6000);

CREATE TABLE purchase_order_lines (
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  line_num INTEGER NOT NULL,
  requisition_line INTEGER NOT NULL,
  description TEXT NOT NULL,
  description_lang TEXT NOT NULL,
  source_part_num TEXT NOT NULL,
  supp_aux_part_num TEXT,
  quantity TEXT NOT NULL,
  unit_price TEXT NOT NULL,
  currency TEXT NOT NULL,
  total TEXT NOT NULL,
  uom TEXT NOT NULL,
  unspsc_code TEXT,
  manufacturer_name TEXT,
  manufacturer_part_number TEXT,
  PRIMARY KEY (purchase_order, line_num)
);

CREATE TABLE transmissions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  payload_id TEXT NOT NULL UNIQUE,
  timestamp TEXT NOT NULL,
  status TEXT NOT NULL,
  due_at TEXT
);
CREATE INDEX transmissions_due ON transmissions (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE transmission_attempts (
  transmission INTEGER NOT NULL REFERENCES transmissions,
  attempt INTEGER NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  status INTEGER,
  failure TEXT,
  duration_ms INTEGER NOT NULL,
  PRIMARY KEY (transmission, attempt)
);

CREATE TABLE received_documents (
  supplier_id INTEGER NOT NULL,
  payload_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  status TEXT NOT NULL,
  text TEXT NOT NULL,
  received_at TEXT NOT NULL,
  PRIMARY KEY (supplier_id, payload_id)
);

CREATE TABLE confirmations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  payload_id TEXT NOT NULL,
  confirm_id TEXT,
  type TEXT NOT NULL,
  operation TEXT NOT NULL,
  notice_date TEXT NOT NULL,
  comments TEXT,
  received_at TEXT NOT NULL
);

CREATE TABLE confirmation_lines (
  confirmation INTEGER NOT NULL REFERENCES confirmations,
  position INTEGER NOT NULL,
  line_number INTEGER NOT NULL,
  quantity TEXT NOT NULL,
  status TEXT NOT NULL,
  delivery_date TEXT,
  comments TEXT,
  PRIMARY KEY (confirmation, position)
);

CREATE TABLE notifications (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  requisition INTEGER,
  purchase_order INTEGER,
  created_at TEXT NOT NULL,
  read_at TEXT
);
CREATE INDEX notifications_by_login ON notifications (login, id);

CREATE TABLE mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  due_at TEXT,
  created_at TEXT NOT NULL
);
CREATE INDEX mails_due ON mails (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requisition INTEGER,
  purchase_order INTEGER,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  text TEXT NOT NULL,
  comment TEXT
);
CREATE INDEX history_by_requisition ON history (requisition);
CREATE INDEX history_by_purchase_order ON history (purchase_order);

CREATE TABLE exchanges (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  search INTEGER,
  trip INTEGER,
  purchase_order INTEGER,
  direction TEXT NOT NULL,
  from_party TEXT NOT NULL,
  to_party TEXT NOT NULL,
  via TEXT NOT NULL,
  kind TEXT NOT NULL,
  method TEXT NOT NULL,
  url TEXT NOT NULL,
  http_status INTEGER,
  duration_ms INTEGER NOT NULL,
  request_headers TEXT NOT NULL,
  request_body TEXT NOT NULL,
  response_headers TEXT,
  response_body TEXT,
  failure TEXT
);
CREATE INDEX exchanges_by_trip ON exchanges (trip);
CREATE INDEX exchanges_by_search ON exchanges (search);
CREATE INDEX exchanges_by_purchase_order ON exchanges (purchase_order);

CREATE TABLE sessions (
  id_hash TEXT PRIMARY KEY,
  login TEXT NOT NULL,
  csrf_token TEXT NOT NULL,
  started_at TEXT NOT NULL
) WITHOUT ROWID;
`

/** One table a kind of the configuration: what it is known by, and when it came and went. */
const dated = `
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT`

/** What only the API knows of a thing, as one JSON object each: plain fields, and custom fields by name. */
const kept = `
  more TEXT NOT NULL DEFAULT '{}',
  custom_fields TEXT NOT NULL DEFAULT '{}'`

/**
 * Ids for what `company.json` names, so that requisitions can be looked for through their supplier or requester; and
 * what the API knows beyond it. `removed_at`: gone from the configuration, kept for what refers to it.
 */
const directory = `
CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  firstname TEXT NOT NULL,
  lastname TEXT NOT NULL,
  fullname TEXT NOT NULL,
  title TEXT NOT NULL,
  department TEXT,
  manager TEXT,
  address TEXT,
  account TEXT,
  requisition_approval_limit TEXT,
  requisition_self_approval_limit TEXT,
  administrator INTEGER NOT NULL,
  active INTEGER NOT NULL,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE departments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  active INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE countries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE addresses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  location_code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  street1 TEXT,
  street2 TEXT,
  street3 TEXT,
  street4 TEXT,
  city TEXT NOT NULL,
  state TEXT,
  postal_code TEXT NOT NULL,
  country TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE currencies (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  symbol TEXT NOT NULL,
  decimals INTEGER NOT NULL,
  enabled INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE account_types (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  currency TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  account_type TEXT NOT NULL,
  ${Array.from({ length: 20 }, (_, index) => `segment_${index + 1} TEXT,`).join(' ')}
  active INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE uoms (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE commodities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  unspsc_prefix TEXT,
  active INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE suppliers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  po_method TEXT NOT NULL,
  cxml_url TEXT,
  cxml_domain TEXT,
  cxml_identity TEXT,
  cxml_supplier_domain TEXT,
  cxml_supplier_identity TEXT,
  cxml_invoice_supplier_domain TEXT,
  cxml_invoice_supplier_identity TEXT,
  removed_at TEXT,${kept},${dated}
);
CREATE INDEX suppliers_by_name ON suppliers (name);
CREATE TABLE punchout_sites (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  url TEXT NOT NULL,
  domain TEXT NOT NULL,
  identity TEXT NOT NULL,
  sender_domain TEXT NOT NULL,
  sender_identity TEXT NOT NULL,
  supplier INTEGER NOT NULL,
  supports_edit INTEGER NOT NULL,
  supports_inspect INTEGER NOT NULL,
  use_api INTEGER NOT NULL,
  active INTEGER NOT NULL,
  removed_at TEXT,${kept},${dated}
);
CREATE TABLE items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  item_number TEXT NOT NULL,
  uom TEXT NOT NULL,
  unspsc_code TEXT,
  price TEXT NOT NULL,
  currency TEXT NOT NULL,
  supplier INTEGER NOT NULL,
  manufacturer_name TEXT,
  manufacturer_part_number TEXT,
  active INTEGER NOT NULL DEFAULT 1,
  removed_at TEXT,${kept},${dated}
);
`

/** What nobody configures by pages: only the API and the documents know it. */
const records = `
CREATE TABLE payment_terms (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  description TEXT,
  days_for_net_payment INTEGER,
  active INTEGER NOT NULL DEFAULT 1,${kept},${dated}
);
CREATE TABLE shipping_terms (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  description TEXT,
  active INTEGER NOT NULL DEFAULT 1,${kept},${dated}
);
CREATE TABLE lookups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  description TEXT,
  active INTEGER NOT NULL DEFAULT 1,${kept},${dated}
);
CREATE TABLE lookup_values (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  lookup INTEGER NOT NULL REFERENCES lookups,
  parent INTEGER REFERENCES lookup_values,
  external_ref_num TEXT,
  external_ref_code TEXT,
  description TEXT,
  is_default INTEGER NOT NULL DEFAULT 0,
  active INTEGER NOT NULL DEFAULT 1,${kept},${dated},
  UNIQUE (lookup, name)
);
CREATE TABLE contracts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  supplier INTEGER NOT NULL,
  currency TEXT,
  start_date TEXT,
  end_date TEXT,
  minimum_value TEXT,
  maximum_value TEXT,${kept},${dated}
);
CREATE TABLE integrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  code TEXT,
  direction TEXT,${kept},${dated}
);
CREATE TABLE integration_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  integration INTEGER NOT NULL REFERENCES integrations,
  status TEXT NOT NULL,
  flow TEXT,
  start_time TEXT,
  end_time TEXT,
  total_records INTEGER,
  records_processed INTEGER,${kept},${dated}
);
CREATE TABLE integration_errors (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  integration_run INTEGER NOT NULL REFERENCES integration_runs,
  document_type TEXT,
  document_id INTEGER,
  response_code TEXT,
  responses TEXT,
  resolved INTEGER NOT NULL DEFAULT 0,${kept},${dated}
);
CREATE INDEX integration_errors_by_run ON integration_errors (integration_run);
CREATE TABLE integration_history_records (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  integration INTEGER REFERENCES integrations,
  integration_run INTEGER REFERENCES integration_runs,
  document_type TEXT NOT NULL,
  document_id INTEGER NOT NULL,
  document_status TEXT,
  document_revision INTEGER,
  contact_alert_type TEXT,
  external_id TEXT,
  status TEXT,
  creation_method TEXT,
  resolved INTEGER NOT NULL DEFAULT 0,${kept},${dated}
);
CREATE INDEX integration_history_by_document ON integration_history_records (document_type, document_id);
CREATE TABLE oauth_tokens (
  token_hash TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  scope TEXT NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX oauth_tokens_expire ON oauth_tokens (expires_at);
`

/** Requisitions learn what the API may say of them; their lines get ids, and need no supplier, part or unit. */
const requisitions = `
ALTER TABLE requisitions ADD COLUMN ship_to TEXT;
ALTER TABLE requisitions ADD COLUMN ship_to_attention TEXT;
ALTER TABLE requisitions ADD COLUMN department TEXT;
ALTER TABLE requisitions ADD COLUMN buyer_note TEXT;
ALTER TABLE requisitions ADD COLUMN need_by_date TEXT;
ALTER TABLE requisitions ADD COLUMN title TEXT;
ALTER TABLE requisitions ADD COLUMN hide_price INTEGER NOT NULL DEFAULT 0;
ALTER TABLE requisitions ADD COLUMN exported INTEGER NOT NULL DEFAULT 0;
ALTER TABLE requisitions ADD COLUMN last_exported_at TEXT;
ALTER TABLE requisitions ADD COLUMN external_po_reference TEXT;
ALTER TABLE requisitions ADD COLUMN issue_at TEXT;
ALTER TABLE requisitions ADD COLUMN custom_fields TEXT NOT NULL DEFAULT '{}';
ALTER TABLE requisitions ADD COLUMN created_by TEXT;
ALTER TABLE requisitions ADD COLUMN updated_by TEXT;
UPDATE requisitions SET created_by = login, updated_by = login;
CREATE INDEX requisitions_by_status ON requisitions (status, number);
CREATE INDEX requisitions_to_issue ON requisitions (issue_at) WHERE issue_at IS NOT NULL;

ALTER TABLE requisition_lines RENAME TO requisition_lines_0001;
CREATE TABLE requisition_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requisition INTEGER NOT NULL REFERENCES requisitions,
  line_num INTEGER NOT NULL,
  line_type TEXT NOT NULL,
  source_type TEXT NOT NULL,
  description TEXT NOT NULL,
  description_lang TEXT NOT NULL,
  source_part_num TEXT,
  supp_aux_part_num TEXT,
  item INTEGER,
  quantity TEXT,
  unit_price TEXT NOT NULL,
  currency TEXT NOT NULL,
  total TEXT NOT NULL,
  uom TEXT,
  unspsc_code TEXT,
  commodity TEXT,
  account TEXT,
  contract INTEGER,
  payment_term TEXT,
  shipping_term TEXT,
  need_by_date TEXT,
  manufacturer_name TEXT,
  manufacturer_part_number TEXT,
  image_url TEXT,
  supplier_id INTEGER,
  supplier_name TEXT,
  site_id INTEGER,
  site_name TEXT,
  trip INTEGER REFERENCES trips,
  status TEXT,
  custom_fields TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT,
  UNIQUE (requisition, line_num)
);
INSERT INTO requisition_lines (requisition, line_num, line_type, source_type, description, description_lang,
  source_part_num, supp_aux_part_num, quantity, unit_price, currency, total, uom, unspsc_code, commodity,
  manufacturer_name, manufacturer_part_number, image_url, supplier_id, supplier_name, site_id, site_name, trip,
  created_at, updated_at, created_by, updated_by)
SELECT l.requisition, l.line_num, 'RequisitionQuantityLine',
  CASE WHEN l.site_id IS NULL THEN 'Catalog' ELSE 'Punchout' END, l.description, l.description_lang,
  l.source_part_num, l.supp_aux_part_num, l.quantity, l.unit_price, l.currency, l.total, l.uom, l.unspsc_code,
  l.commodity, l.manufacturer_name, l.manufacturer_part_number, l.image_url, l.supplier_id, l.supplier_name,
  l.site_id, l.site_name, l.trip, r.created_at, r.updated_at, r.login, r.login
FROM requisition_lines_0001 l JOIN requisitions r ON r.number = l.requisition ORDER BY l.requisition, l.line_num;
DROP TABLE requisition_lines_0001;
CREATE INDEX requisition_lines_by_supplier ON requisition_lines (supplier_id, requisition);
`

export const withDirectory = `${directory}${records}${requisitions}`

/** Trips that go back to a shop with lines of a requisition. */
const trips = `
ALTER TABLE trips ADD COLUMN operation TEXT NOT NULL DEFAULT 'create';
ALTER TABLE trips ADD COLUMN held_trip INTEGER REFERENCES trips;
`

/** What each supplier answered to a search, page by page, for as long as somebody may leaf through it. */
const searchAnswers = `
CREATE TABLE search_answers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  search INTEGER NOT NULL REFERENCES searches,
  site_id INTEGER NOT NULL,
  page_number INTEGER NOT NULL,
  status TEXT NOT NULL,
  results TEXT NOT NULL DEFAULT '[]',
  total_count INTEGER NOT NULL DEFAULT 0,
  error_code TEXT,
  message TEXT,
  asked_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  UNIQUE (search, site_id, page_number)
);
CREATE INDEX search_answers_by_age ON search_answers (asked_at);
`

/** Lines that were added from Open Buy without a visit to the supplier, and what it says of them since. */
const realtime = `
CREATE TABLE realtime_extensions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requisition_line INTEGER NOT NULL UNIQUE REFERENCES requisition_lines ON DELETE CASCADE,
  search INTEGER NOT NULL REFERENCES searches,
  realtime_item_key TEXT,
  async_status TEXT NOT NULL,
  show_error_warning INTEGER NOT NULL DEFAULT 0,
  translated_error_message TEXT,
  error_code TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX realtime_extensions_due ON realtime_extensions (due_at) WHERE due_at IS NOT NULL;
CREATE TABLE alternates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  requisition_line INTEGER NOT NULL REFERENCES requisition_lines ON DELETE CASCADE,
  description TEXT NOT NULL,
  summary TEXT,
  quantity TEXT NOT NULL,
  unit_price TEXT NOT NULL,
  total TEXT NOT NULL,
  currency TEXT NOT NULL,
  uom TEXT NOT NULL,
  source_part_num TEXT NOT NULL,
  unspsc_code TEXT,
  manufacturer_name TEXT,
  manufacturer_part_number TEXT,
  realtime_item_key TEXT,
  image_url TEXT,
  supplier_id INTEGER NOT NULL,
  site_id INTEGER NOT NULL,
  contract INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX alternates_by_line ON alternates (requisition_line);
`

/** What the API shows of a punchout site beyond what it could before; lists as rows of their own. */
const sites = `
ALTER TABLE punchout_sites ADD COLUMN contract_id INTEGER;
ALTER TABLE punchout_sites ADD COLUMN ssl_version TEXT;
ALTER TABLE punchout_sites ADD COLUMN disable_cert_verify INTEGER NOT NULL DEFAULT 0;
${['punchout_site_tags', 'punchout_site_commodities']
  .map(
    table => `
CREATE TABLE ${table} (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  site_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  removed_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX ${table}_by_site ON ${table} (site_id);`,
  )
  .join('')}
`

export const withShopping = `${sites}${trips}${searchAnswers}${realtime}`

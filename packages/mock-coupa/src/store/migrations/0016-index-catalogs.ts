/** Suppliers' catalogues that searches look through, and what became of each file that was loaded. */
export const withIndexCatalogs = `
CREATE TABLE index_catalogs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  supplier INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (supplier, name)
);

CREATE TABLE index_loads (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  supplier INTEGER NOT NULL,
  name TEXT NOT NULL,
  via TEXT NOT NULL,
  by TEXT NOT NULL,
  status TEXT NOT NULL,
  load_mode TEXT,
  row_count INTEGER NOT NULL,
  loaded_count INTEGER NOT NULL,
  problems TEXT NOT NULL,
  message TEXT,
  at TEXT NOT NULL
);
CREATE INDEX index_loads_by_catalog ON index_loads (supplier, name);

CREATE TABLE index_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  catalog INTEGER NOT NULL REFERENCES index_catalogs ON DELETE CASCADE,
  key TEXT NOT NULL,
  words TEXT NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (catalog, key)
);
`

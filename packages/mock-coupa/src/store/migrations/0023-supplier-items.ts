/** An item can be bought of several suppliers. `key`: the item's id, or that and the number of another supplier's. */
export const withSupplierItems = `
ALTER TABLE items ADD COLUMN commodity TEXT;
CREATE TABLE supplier_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  item INTEGER NOT NULL,
  supplier INTEGER NOT NULL,
  supplier_part_num TEXT NOT NULL,
  price TEXT NOT NULL,
  currency TEXT NOT NULL,
  preferred INTEGER NOT NULL,
  removed_at TEXT,
  more TEXT NOT NULL DEFAULT '{}',
  custom_fields TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT
);
CREATE INDEX supplier_items_by_item ON supplier_items (item);
`

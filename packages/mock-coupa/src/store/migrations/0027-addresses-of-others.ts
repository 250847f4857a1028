const table = (name: string, owner: string) => `
CREATE TABLE ${name} (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ${owner} INTEGER NOT NULL,
  removed_at TEXT,
  more TEXT NOT NULL DEFAULT '{}',
  custom_fields TEXT NOT NULL DEFAULT '{}',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  created_by TEXT,
  updated_by TEXT
);
CREATE INDEX ${name}_by_${owner} ON ${name} (${owner});`

/** Addresses and sites that are a supplier's or a person's own. Nothing is sent there: all but whose they are is kept. */
export const withAddressesOfOthers = [
  table('remit_to_addresses', 'supplier'),
  table('supplier_sites', 'supplier'),
  table('personal_addresses', 'user'),
].join('\n')

/** Transaction rules as a buyer's administrator has chosen them on the network. */
export const withNetworkRules = `
CREATE TABLE network_rules (buyer TEXT PRIMARY KEY, rules TEXT NOT NULL) WITHOUT ROWID;
`

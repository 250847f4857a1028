/**
 * What people are told and how, what they say on documents, and who of a supplier is signed in.
 * An absent preference is the type's default. `created_by` is a login; NULL where a supplier wrote.
 */
export const inbox = `
CREATE TABLE notification_preferences (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL,
  kind TEXT NOT NULL,
  online INTEGER NOT NULL,
  email TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (login, kind)
);

CREATE TABLE digests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL,
  due_at TEXT,
  created_at TEXT NOT NULL
);
CREATE INDEX digests_due ON digests (due_at) WHERE due_at IS NOT NULL;
CREATE UNIQUE INDEX one_open_digest_a_person ON digests (login) WHERE due_at IS NOT NULL;

CREATE TABLE digest_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  digest INTEGER NOT NULL REFERENCES digests,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE INDEX digest_entries_by_digest ON digest_entries (digest);

CREATE INDEX notifications_unread ON notifications (login) WHERE read_at IS NULL;

CREATE TABLE comments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  commentable_type TEXT NOT NULL,
  commentable_id INTEGER NOT NULL,
  comments TEXT NOT NULL,
  comment_type TEXT,
  to_supplier INTEGER NOT NULL,
  created_by TEXT,
  supplier INTEGER,
  author_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX comments_by_commentable ON comments (commentable_type, commentable_id);

CREATE TABLE comment_mentions (
  comment INTEGER NOT NULL REFERENCES comments,
  login TEXT NOT NULL,
  PRIMARY KEY (comment, login)
) WITHOUT ROWID;
CREATE INDEX comment_mentions_by_login ON comment_mentions (login);

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  attachable_type TEXT NOT NULL,
  attachable_id INTEGER NOT NULL,
  type TEXT NOT NULL,
  file_name TEXT,
  content_type TEXT,
  size INTEGER,
  bytes BLOB,
  url TEXT,
  text TEXT,
  intent TEXT NOT NULL,
  created_by TEXT,
  supplier INTEGER,
  author_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX attachments_by_attachable ON attachments (attachable_type, attachable_id);

CREATE TABLE acknowledgement_links (
  token_hash TEXT PRIMARY KEY,
  purchase_order INTEGER NOT NULL REFERENCES purchase_orders,
  created_at TEXT NOT NULL,
  used_at TEXT
) WITHOUT ROWID;

CREATE TABLE supplier_sessions (
  id_hash TEXT PRIMARY KEY,
  login TEXT NOT NULL,
  csrf_token TEXT NOT NULL,
  started_at TEXT NOT NULL
) WITHOUT ROWID;
`

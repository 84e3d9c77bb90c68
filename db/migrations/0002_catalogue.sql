CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  author TEXT,
  year INTEGER,
  language TEXT NOT NULL,
  shelfmark TEXT,
  content_group TEXT NOT NULL,
  kind TEXT NOT NULL,
  title_sort TEXT NOT NULL,
  description TEXT NOT NULL,
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX records_by_addition ON records(added_at DESC, id DESC);
CREATE INDEX records_by_title ON records(title_sort, id);
CREATE INDEX records_by_year ON records(year DESC, id);

-- Every original ever taken in, once: the same bytes again change nothing.
CREATE TABLE record_originals (
  hash TEXT PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records(id),
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  dialect TEXT NOT NULL,
  bytes BLOB NOT NULL,
  taken_in_at TEXT NOT NULL
);
CREATE INDEX record_originals_by_record ON record_originals(record_id);

CREATE TABLE copies (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records(id),
  branch_id INTEGER NOT NULL REFERENCES branches(id),
  barcode TEXT NOT NULL UNIQUE,
  inventory_number TEXT,
  location TEXT,
  shelfmark TEXT,
  price INTEGER,
  on_site_only INTEGER NOT NULL DEFAULT 0,
  withdrawn_on TEXT
);
CREATE INDEX copies_by_record ON copies(record_id, branch_id);

-- rowid = records.id; the columns hold the keys and stems of worker/domain/catalogue/text.
CREATE VIRTUAL TABLE catalogue_index USING fts5(
  title, author, subject, note,
  content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0', detail=full
);

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  started_at TEXT NOT NULL,
  ended_at TEXT,
  read INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  quarantined INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE quarantine (
  hash TEXT PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports(id),
  number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  bytes BLOB NOT NULL,
  set_aside_at TEXT NOT NULL
);

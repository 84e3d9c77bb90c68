-- One person, body or subject under all the names it goes by; label is the one the catalogue shows.
CREATE TABLE headings (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  form TEXT NOT NULL,
  label TEXT NOT NULL,
  years TEXT,
  authority TEXT,
  established TEXT
);
CREATE INDEX headings_by_authority ON headings(authority) WHERE authority IS NOT NULL;

-- block: where headings that a name may stand for are found together (blockOf in worker/domain/catalogue/headings).
CREATE TABLE heading_names (
  heading_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  block TEXT NOT NULL,
  PRIMARY KEY (heading_id, name)
) WITHOUT ROWID;
CREATE INDEX heading_names_by_block ON heading_names(block);

CREATE TABLE record_headings (
  record_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  heading_id INTEGER NOT NULL,
  PRIMARY KEY (record_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX record_headings_by_heading ON record_headings(heading_id, record_id);

-- What was written once and published under many titles. heading_id 0: nobody says who wrote it.
CREATE TABLE work_titles (
  title_key TEXT NOT NULL,
  heading_id INTEGER NOT NULL,
  work_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (title_key, heading_id)
) WITHOUT ROWID;
CREATE INDEX work_titles_by_work ON work_titles(work_id);

CREATE TABLE work_records (
  record_id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL
);
CREATE INDEX work_records_by_work ON work_records(work_id, record_id);

-- Authority records as they came: the same bytes again change nothing.
CREATE TABLE heading_originals (
  hash TEXT PRIMARY KEY,
  heading_id INTEGER NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  dialect TEXT NOT NULL,
  bytes BLOB NOT NULL,
  taken_in_at TEXT NOT NULL
);

-- Records whose heading or work learnt another name since they were indexed.
CREATE TABLE index_stale (
  record_id INTEGER PRIMARY KEY
);

-- Words of the headings that the Kazakh stemmer would cut wrongly, folded, the most used first, between blanks.
CREATE TABLE protected_words (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  words TEXT NOT NULL
);

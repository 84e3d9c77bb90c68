CREATE TABLE loans (
  id INTEGER PRIMARY KEY,
  copy_id INTEGER NOT NULL REFERENCES copies(id),
  reader_id INTEGER REFERENCES readers(id),
  -- The reader's n-th loan: two desks deciding from the same facts collide here.
  reader_ordinal INTEGER NOT NULL,
  branch_id INTEGER NOT NULL REFERENCES branches(id),
  lent_at TEXT NOT NULL,
  due_on TEXT NOT NULL,
  renewals INTEGER NOT NULL DEFAULT 0,
  returned_at TEXT,
  returned_branch_id INTEGER REFERENCES branches(id)
);
CREATE UNIQUE INDEX loans_one_open_per_copy ON loans(copy_id) WHERE returned_at IS NULL;
CREATE UNIQUE INDEX loans_ordered_per_reader ON loans(reader_id, reader_ordinal);
CREATE INDEX loans_open_by_reader ON loans(reader_id, due_on) WHERE returned_at IS NULL;

CREATE TABLE idempotency_keys (
  key TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  status INTEGER NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL
);

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  deed TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  branch_id INTEGER REFERENCES branches(id),
  language TEXT NOT NULL DEFAULT 'und',
  content_group TEXT,
  reader_category TEXT,
  age_band TEXT,
  loan_id INTEGER,
  record_id INTEGER,
  quantity INTEGER NOT NULL DEFAULT 1,
  detail TEXT
);
CREATE INDEX journal_by_day ON journal(day, deed, branch_id, language, quantity);
CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_its_lines BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

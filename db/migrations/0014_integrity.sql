-- What the last check of the database against its own laws found; empty when all is well.
CREATE TABLE integrity_checks (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  checked_at TEXT NOT NULL,
  laws INTEGER NOT NULL
);
CREATE TABLE integrity_findings (
  law TEXT NOT NULL,
  row TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (law, row)
) WITHOUT ROWID;

-- branch_id 0 stands for the whole system: a search that names no branch.
CREATE TABLE daily_statistics (
  day TEXT NOT NULL,
  branch_id INTEGER NOT NULL,
  deed TEXT NOT NULL,
  language TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, branch_id, deed, language)
) WITHOUT ROWID;

CREATE TABLE closed_days (
  day TEXT PRIMARY KEY,
  closed_at TEXT NOT NULL
);

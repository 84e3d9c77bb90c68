-- How a reader is reached. Without an e-mail address: by the printed list.
ALTER TABLE readers ADD COLUMN email TEXT;
ALTER TABLE readers ADD COLUMN phone TEXT;
ALTER TABLE readers ADD COLUMN notice_language TEXT NOT NULL DEFAULT 'kk' CHECK (notice_language IN ('kk', 'ru'));
-- The reader asked that returned loans stay in the form (R80).
ALTER TABLE readers ADD COLUMN keeps_history INTEGER NOT NULL DEFAULT 0;

CREATE TABLE notice_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  due_soon_days INTEGER DEFAULT 3 CHECK (due_soon_days > 0),
  -- On which days after the due day: JSON, rising.
  overdue_days TEXT NOT NULL DEFAULT '[1,7,21]' CHECK (json_valid(overdue_days))
);
INSERT INTO notice_settings (id) VALUES (1);

-- What readers are to be told, each thing once. The words are made when it is sent: nothing about the reader is copied here.
CREATE TABLE notices (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('due-soon', 'overdue', 'hold-waiting')),
  loan_id INTEGER REFERENCES loans(id),
  hold_id INTEGER REFERENCES holds(id),
  reader_id INTEGER NOT NULL REFERENCES readers(id),
  branch_id INTEGER NOT NULL REFERENCES branches(id),
  -- The due day, or the last day on the hold shelf.
  day TEXT NOT NULL,
  -- So many days overdue; 0 for the other kinds.
  step INTEGER NOT NULL DEFAULT 0,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'print')),
  made_at TEXT NOT NULL,
  -- The first notice of the letter that it went in: a letter sent again is the same letter.
  letter INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  try_after TEXT NOT NULL,
  failure TEXT,
  settled_at TEXT,
  settled_as TEXT CHECK (settled_as IN ('sent', 'printed', 'dropped')),
  CHECK ((loan_id IS NULL) <> (hold_id IS NULL)),
  CHECK ((settled_at IS NULL) = (settled_as IS NULL))
);
CREATE UNIQUE INDEX notices_once_for_each_loan ON notices(loan_id, kind, day, step) WHERE loan_id IS NOT NULL;
CREATE UNIQUE INDEX notices_once_for_each_hold ON notices(hold_id, kind, day) WHERE hold_id IS NOT NULL;
CREATE INDEX notices_to_send ON notices(channel, try_after, id) WHERE settled_at IS NULL;
CREATE INDEX notices_by_branch ON notices(branch_id, id);
CREATE INDEX notices_settled ON notices(settled_at) WHERE settled_at IS NOT NULL;

-- Two senders that take one letter collide here.
CREATE TABLE notice_attempts (
  letter INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (letter, ordinal)
) WITHOUT ROWID;

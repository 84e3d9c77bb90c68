-- Readers sign in with their card and a PIN. Null: no PIN was given out yet. `pbkdf2-sha256$rounds$salt$hash`, as of staff.
ALTER TABLE readers ADD COLUMN pin TEXT;

CREATE TABLE reader_sessions (
  token_hash TEXT PRIMARY KEY,
  reader_id INTEGER NOT NULL REFERENCES readers(id),
  started_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reader_sessions_by_reader ON reader_sessions(reader_id);

-- Null: works here. Who has left signs in no more; what they did keeps their name.
ALTER TABLE staff ADD COLUMN left_at TEXT;
ALTER TABLE staff ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
CREATE TABLE staff_changes (
  staff_id INTEGER NOT NULL REFERENCES staff(id),
  ordinal INTEGER NOT NULL,
  at TEXT NOT NULL,
  by_staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (staff_id, ordinal)
);

ALTER TABLE sessions ADD COLUMN last_used_at TEXT NOT NULL DEFAULT '';
UPDATE sessions SET last_used_at = started_at;
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
CREATE INDEX sessions_by_staff ON sessions(staff_id);

-- The n-th guess in a row at one account, or from one address, by the hash of its name: two at once collide here.
CREATE TABLE sign_in_guesses (
  subject TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (subject, ordinal)
);
CREATE INDEX sign_in_guesses_by_age ON sign_in_guesses(at);

CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  staff_id INTEGER REFERENCES staff(id),
  reader_id INTEGER REFERENCES readers(id),
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL DEFAULT '[]',
  device TEXT NOT NULL DEFAULT '',
  made_at TEXT NOT NULL,
  used_at TEXT,
  CHECK ((staff_id IS NULL) <> (reader_id IS NULL))
);
CREATE INDEX passkeys_by_staff ON passkeys(staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX passkeys_by_reader ON passkeys(reader_id) WHERE reader_id IS NOT NULL;

-- What a passkey has to sign, once and soon.
CREATE TABLE passkey_challenges (
  challenge TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX journal_by_staff ON journal(staff_id, id);
CREATE INDEX journal_by_deed ON journal(deed, id);

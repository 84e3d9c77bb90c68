-- A challenge is answered once: a second answer, and one by a passkey that was removed meanwhile, break here.
CREATE TABLE passkey_answers (
  challenge TEXT PRIMARY KEY,
  passkey_id TEXT NOT NULL,
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX passkey_answers_by_age ON passkey_answers(at);
CREATE INDEX passkey_challenges_by_end ON passkey_challenges(expires_at);

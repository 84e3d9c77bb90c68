-- Which sessions a passkey began, of staff and of readers: they end with it.
CREATE TABLE passkey_sessions (
  token_hash TEXT PRIMARY KEY,
  passkey_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX passkey_sessions_by_passkey ON passkey_sessions(passkey_id);
CREATE TRIGGER passkey_sessions_end AFTER DELETE ON sessions BEGIN
  DELETE FROM passkey_sessions WHERE token_hash = OLD.token_hash;
END;
CREATE TRIGGER passkey_reader_sessions_end AFTER DELETE ON reader_sessions BEGIN
  DELETE FROM passkey_sessions WHERE token_hash = OLD.token_hash;
END;

-- What the library forgets, and when (R80).
CREATE TABLE privacy_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- So long after its end a loan or a hold knows its reader; null: for ever.
  keep_loans_days INTEGER DEFAULT 30 CHECK (keep_loans_days >= 0),
  -- So long an answer kept under its key can be given again: it has names and cards in it.
  keep_answers_days INTEGER NOT NULL DEFAULT 3 CHECK (keep_answers_days > 0),
  -- So long a key is known as used.
  keep_keys_days INTEGER NOT NULL DEFAULT 30,
  CHECK (keep_keys_days >= keep_answers_days)
);
INSERT INTO privacy_settings (id) VALUES (1);

-- 1: over, and kept because its reader asked.
ALTER TABLE loans ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
CREATE INDEX loans_to_forget ON loans(returned_at) WHERE returned_at IS NOT NULL AND reader_id IS NOT NULL AND kept = 0;
CREATE INDEX holds_to_forget ON holds(closed_at) WHERE closed_at IS NOT NULL AND reader_id IS NOT NULL;
-- First the keys that still have their answers, by age, then those without.
CREATE INDEX idempotency_keys_to_forget ON idempotency_keys(request = '', at);

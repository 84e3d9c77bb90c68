CREATE TABLE branches (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  name_en TEXT NOT NULL,
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT ''
);

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  branch_id INTEGER REFERENCES branches(id),
  password TEXT NOT NULL
);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff(id),
  started_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE TABLE readers (
  id INTEGER PRIMARY KEY,
  card TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  category TEXT NOT NULL,
  birth_year INTEGER,
  branch_id INTEGER NOT NULL REFERENCES branches(id),
  registered_on TEXT NOT NULL,
  card_expires_on TEXT NOT NULL,
  blocked_reason TEXT,
  loans_made INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE policies (
  category TEXT PRIMARY KEY,
  max_loans INTEGER NOT NULL,
  loan_days INTEGER NOT NULL,
  max_renewals INTEGER NOT NULL
);

CREATE TABLE exhibitions (
  id INTEGER PRIMARY KEY,
  title_kk TEXT NOT NULL,
  title_ru TEXT NOT NULL,
  title_en TEXT NOT NULL,
  -- Null: in every branch.
  branch_id INTEGER REFERENCES branches(id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by INTEGER REFERENCES staff(id),
  removed_at TEXT,
  CHECK (from_on <= to_on)
);
CREATE INDEX exhibitions_by_end ON exhibitions(to_on) WHERE removed_at IS NULL;

-- The Kazakh alphabet's order, as records.title_sort; empty until the night has given it.
ALTER TABLE headings ADD COLUMN label_sort TEXT NOT NULL DEFAULT '';
CREATE INDEX headings_by_label ON headings(kind, label_sort, id);

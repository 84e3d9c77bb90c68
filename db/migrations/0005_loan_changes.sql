-- What happened to a loan after it was made. Two desks changing it from the same facts collide on the ordinal.
CREATE TABLE loan_changes (
  loan_id INTEGER NOT NULL REFERENCES loans(id),
  ordinal INTEGER NOT NULL,
  deed TEXT NOT NULL,
  at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (loan_id, ordinal)
) WITHOUT ROWID;

-- Words of the index by the hash of their first six letters with one of them left out (worker/domain/catalogue/spelling).
CREATE TABLE spellings (
  hash INTEGER PRIMARY KEY,
  words TEXT NOT NULL
);

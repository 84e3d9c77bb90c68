-- Words of the index by the hash of their first six letters with one of them left out (worker/domain/catalogue/spelling).
CREATE TABLE spellings (
  hash INTEGER PRIMARY KEY,
  words TEXT NOT NULL
);

-- What begins with one, two or three letters, by the hash of the letters: JSON of worker/domain/catalogue/suggest.
CREATE TABLE completions (
  hash INTEGER PRIMARY KEY,
  entries TEXT NOT NULL
);

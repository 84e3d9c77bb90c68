-- Moves with every change of what a search finds or shows. An answer kept from a search is good as long as this has not moved, or
-- as long as none of the records changed since is in it or matches it. It starts anywhere: an answer kept from another database
-- does not fit.
CREATE TABLE catalogue_generation (id INTEGER PRIMARY KEY CHECK (id = 1), generation INTEGER NOT NULL);
INSERT INTO catalogue_generation VALUES (1, abs(random() % 1000000000));

-- The last 4,096 changes, and the words of the records that they put into the index, under the same number.
CREATE TABLE catalogue_changes (generation INTEGER PRIMARY KEY, record_id INTEGER NOT NULL);
CREATE INDEX catalogue_changes_by_record ON catalogue_changes(record_id, generation);
CREATE VIRTUAL TABLE changed_words USING fts5(
  filter, title, author, series, subject, note, shelfmark,
  content='', contentless_delete=1, tokenize='ascii', detail=full
);

CREATE TRIGGER generation_after_changed_record
AFTER UPDATE OF title, author, year, language, shelfmark, content_group, kind, description ON records BEGIN
  UPDATE catalogue_generation SET generation = generation + 1;
  INSERT INTO catalogue_changes SELECT generation, new.id FROM catalogue_generation;
END;
CREATE TRIGGER generation_after_removed_record AFTER DELETE ON records BEGIN
  UPDATE catalogue_generation SET generation = generation + 1;
  INSERT INTO catalogue_changes SELECT generation, old.id FROM catalogue_generation;
END;

-- How many answers were put into KV on a day (UTC, as Cloudflare counts): KV allows a number of them.
CREATE TABLE answers_kept (day TEXT PRIMARY KEY, quantity INTEGER NOT NULL) WITHOUT ROWID;

-- How often a question (its hash) was put lately and not answered from KV, in all isolates: what is put often is worth keeping.
CREATE TABLE question_sightings (question INTEGER PRIMARY KEY, seen INTEGER NOT NULL);

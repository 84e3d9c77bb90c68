-- Moves with every change of what a search finds or shows. An answer kept from a search is good as long as this has not moved,
-- or as long as none of the records changed since is in it or matches it. It starts anywhere: an answer kept from another
-- database does not fit. While it is quiet, records only change their places in the index's order: no news.
CREATE TABLE catalogue_generation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL,
  quiet INTEGER NOT NULL DEFAULT 0
);
INSERT INTO catalogue_generation VALUES (1, abs(random() % 1000000000), 0);

-- The last 512 changes; slot = generation modulo 512. Deleted and inserted: inside a trigger OR REPLACE gives way to the ON CONFLICT
-- of the statement that fired it.
CREATE TABLE catalogue_changes (slot INTEGER PRIMARY KEY, generation INTEGER NOT NULL, record_id INTEGER NOT NULL);

CREATE TRIGGER generation_after_new_line
AFTER INSERT ON index_lines WHEN (SELECT quiet FROM catalogue_generation) = 0 BEGIN
  UPDATE catalogue_generation SET generation = generation + 1;
  DELETE FROM catalogue_changes WHERE slot = (SELECT generation & 511 FROM catalogue_generation);
  INSERT INTO catalogue_changes SELECT generation & 511, generation, new.record_id FROM catalogue_generation;
END;
CREATE TRIGGER generation_after_changed_line
AFTER UPDATE ON index_lines WHEN (SELECT quiet FROM catalogue_generation) = 0 BEGIN
  UPDATE catalogue_generation SET generation = generation + 1;
  DELETE FROM catalogue_changes WHERE slot = (SELECT generation & 511 FROM catalogue_generation);
  INSERT INTO catalogue_changes SELECT generation & 511, generation, new.record_id FROM catalogue_generation;
END;
CREATE TRIGGER generation_after_removed_line
AFTER DELETE ON index_lines WHEN (SELECT quiet FROM catalogue_generation) = 0 BEGIN
  UPDATE catalogue_generation SET generation = generation + 1;
  DELETE FROM catalogue_changes WHERE slot = (SELECT generation & 511 FROM catalogue_generation);
  INSERT INTO catalogue_changes SELECT generation & 511, generation, old.record_id FROM catalogue_generation;
END;
CREATE TRIGGER generation_after_changed_record
AFTER UPDATE OF title, author, year, language, shelfmark, content_group, kind, description ON records WHEN (SELECT quiet FROM catalogue_generation) = 0 BEGIN
  UPDATE catalogue_generation SET generation = generation + 1;
  DELETE FROM catalogue_changes WHERE slot = (SELECT generation & 511 FROM catalogue_generation);
  INSERT INTO catalogue_changes SELECT generation & 511, generation, new.id FROM catalogue_generation;
END;

-- How many answers were put into KV on a day (UTC, as Cloudflare counts): KV allows a number of them.
CREATE TABLE answers_kept (day TEXT PRIMARY KEY, quantity INTEGER NOT NULL) WITHOUT ROWID;

-- How often a question (its hash) was put lately and not answered from KV, in all isolates: what is put often is worth keeping.
CREATE TABLE question_sightings (question INTEGER PRIMARY KEY, seen INTEGER NOT NULL);

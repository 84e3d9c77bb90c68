-- Where the own titles end and where the first of them ends stand ready; authors and subjects to be counted are packed. The index is built
-- anew when the library is opened next.
DROP TABLE index_lines;
CREATE TABLE index_lines (
  place INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  main_end INTEGER NOT NULL,
  title_keys TEXT NOT NULL,
  author_keys TEXT NOT NULL,
  topic_keys TEXT NOT NULL,
  spelling TEXT NOT NULL
);
CREATE UNIQUE INDEX index_lines_by_record ON index_lines(record_id);
DELETE FROM index_facets;
INSERT INTO catalogue_index (catalogue_index) VALUES ('delete-all');

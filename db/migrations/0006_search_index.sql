DROP TABLE catalogue_index;

-- In the Kazakh alphabet's order, as title_sort is.
ALTER TABLE records ADD COLUMN author_sort TEXT NOT NULL DEFAULT '';
-- The sums of its stock.
ALTER TABLE records ADD COLUMN copies INTEGER NOT NULL DEFAULT 0;
ALTER TABLE records ADD COLUMN on_shelf INTEGER NOT NULL DEFAULT 0;

-- place = prior << 24 | record id; prior 0 is the most wanted, 255 the least. FTS5 answers in the order of its rowid,
-- which is the place: the first matches read are the best by prior.
-- The *_keys columns hold index keys between spaces (worker/domain/catalogue/index); spelling has a mark of two letters
-- for each word of title and author as it is spelt.
CREATE TABLE index_lines (
  place INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL,
  title_keys TEXT NOT NULL,
  author_keys TEXT NOT NULL,
  topic_keys TEXT NOT NULL,
  spelling TEXT NOT NULL
);
CREATE UNIQUE INDEX index_lines_by_record ON index_lines(record_id);

-- on_shelf: bit (branch id - 1) is set while a copy can be had there.
CREATE TABLE index_facets (
  place INTEGER PRIMARY KEY,
  on_shelf INTEGER NOT NULL,
  facets TEXT NOT NULL,
  headings TEXT NOT NULL
);

-- The filter stands first: a token of the first column needs two bytes less.
CREATE VIRTUAL TABLE catalogue_index USING fts5(
  filter, title, author, series, subject, note, shelfmark,
  content='', contentless_delete=1, tokenize='ascii', detail=full
);

-- How many records stand before a place: every 64th.
CREATE TABLE index_ranks (
  place INTEGER PRIMARY KEY,
  rank INTEGER NOT NULL
);

-- Six ranges of places with about equally many records: large results are estimated from a sample of each.
CREATE TABLE index_samples (
  number INTEGER PRIMARY KEY,
  sample_from INTEGER NOT NULL,
  to_place INTEGER NOT NULL,
  records INTEGER NOT NULL
);

-- The catalogue in the order of a sort, cut into ranges: level 0 has about 256 records in each, level 1 16 times as
-- many. A record carries its ranges as tokens, so a large result is read range by range and never sorted as a whole.
CREATE TABLE sort_ranges (
  sort TEXT NOT NULL,
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  from_key TEXT NOT NULL,
  PRIMARY KEY (sort, level, number)
) WITHOUT ROWID;
CREATE INDEX sort_ranges_by_key ON sort_ranges(sort, level, from_key);
INSERT INTO sort_ranges VALUES ('title', 0, 0, ''), ('author', 0, 0, ''), ('title', 1, 0, ''), ('author', 1, 0, '');

-- How often a record was lent, to order the index by.
CREATE TABLE popularity (
  record_id INTEGER PRIMARY KEY,
  loans INTEGER NOT NULL
);
CREATE TABLE popularity_counted (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  to_day TEXT NOT NULL
);
INSERT INTO popularity_counted VALUES (1, '');

-- A copy that a reader may take now.
CREATE VIEW copies_on_shelf AS
  SELECT c.id, c.record_id, c.branch_id FROM copies c
  WHERE c.withdrawn_on IS NULL AND c.on_site_only = 0
    AND NOT EXISTS (SELECT 1 FROM loans l WHERE l.copy_id = c.id AND l.returned_at IS NULL);

-- How many copies of a record a branch has, and how many can be had now.
CREATE TABLE stock (
  record_id INTEGER NOT NULL,
  branch_id INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  on_shelf INTEGER NOT NULL,
  PRIMARY KEY (record_id, branch_id)
) WITHOUT ROWID;

INSERT INTO stock
  SELECT c.record_id, c.branch_id, count(*), sum(c.id IN (SELECT id FROM copies_on_shelf)) FROM copies c
  WHERE c.withdrawn_on IS NULL GROUP BY c.record_id, c.branch_id;
UPDATE records SET copies = s.copies, on_shelf = s.on_shelf
  FROM (SELECT record_id, sum(copies) AS copies, sum(on_shelf) AS on_shelf FROM stock GROUP BY record_id) s WHERE s.record_id = records.id;

-- Inserting here counts a record's stock at a branch anew: SQLite has no procedures.
CREATE VIEW stock_counts AS SELECT record_id, branch_id FROM stock;
CREATE TRIGGER stock_counts_anew INSTEAD OF INSERT ON stock_counts BEGIN
  INSERT INTO stock (record_id, branch_id, copies, on_shelf)
    SELECT new.record_id, new.branch_id,
      (SELECT count(*) FROM copies c WHERE c.record_id = new.record_id AND c.branch_id = new.branch_id AND c.withdrawn_on IS NULL),
      (SELECT count(*) FROM copies_on_shelf c WHERE c.record_id = new.record_id AND c.branch_id = new.branch_id)
    WHERE TRUE
    ON CONFLICT (record_id, branch_id) DO UPDATE SET copies = excluded.copies, on_shelf = excluded.on_shelf;
  UPDATE records SET (copies, on_shelf) = (SELECT sum(s.copies), sum(s.on_shelf) FROM stock s WHERE s.record_id = new.record_id)
    WHERE id = new.record_id;
  UPDATE index_facets
    SET on_shelf = (SELECT coalesce(sum(1 << (s.branch_id - 1)), 0) FROM stock s WHERE s.record_id = new.record_id AND s.on_shelf > 0)
    WHERE place = (SELECT i.place FROM index_lines i WHERE i.record_id = new.record_id);
END;

CREATE TRIGGER stock_after_loan AFTER INSERT ON loans WHEN new.returned_at IS NULL BEGIN
  INSERT INTO stock_counts SELECT c.record_id, c.branch_id FROM copies c WHERE c.id = new.copy_id;
END;
CREATE TRIGGER stock_after_return AFTER UPDATE OF returned_at ON loans WHEN old.returned_at IS NOT new.returned_at BEGIN
  INSERT INTO stock_counts SELECT c.record_id, c.branch_id FROM copies c WHERE c.id = new.copy_id;
END;
CREATE TRIGGER stock_after_new_copy AFTER INSERT ON copies BEGIN
  INSERT INTO stock_counts VALUES (new.record_id, new.branch_id);
END;
CREATE TRIGGER stock_after_changed_copy AFTER UPDATE OF record_id, branch_id, on_site_only, withdrawn_on ON copies BEGIN
  INSERT INTO stock_counts VALUES (old.record_id, old.branch_id);
  INSERT INTO stock_counts VALUES (new.record_id, new.branch_id);
END;

-- A sample is looked for in the middle of its range only: matches that are few and far between took the whole range to walk. Of a small
-- catalogue everything is counted.
DROP TABLE index_samples;
CREATE TABLE index_samples (
  number INTEGER PRIMARY KEY,
  sample_from INTEGER NOT NULL,
  rank_from INTEGER NOT NULL,
  sample_to INTEGER NOT NULL,
  rank_to INTEGER NOT NULL,
  records REAL NOT NULL
);
INSERT INTO index_samples (number, sample_from, rank_from, sample_to, rank_to, records)
SELECT number, min(place), min(n), max(place), max(n) + 1, iif(total > 1500, total / 6.0, count(*))
FROM (SELECT place, n, total, n * 6 / total AS number, n * 6.0 / total AS part
  FROM (SELECT place, row_number() OVER (ORDER BY place) - 1 AS n, (SELECT count(*) FROM index_facets) AS total FROM index_facets))
WHERE total > 500 AND (total <= 1500 OR part - number BETWEEN 0.35 AND 0.7) GROUP BY number;

-- A copy counts where it stands: when the first copy comes to a branch or the last one leaves it, the index has to say so. (An OR IGNORE
-- would give way to the ON CONFLICT of the statement that fires the trigger.)
CREATE TRIGGER stale_after_first_copy AFTER INSERT ON stock
  WHEN new.copies > 0 AND EXISTS (SELECT 1 FROM index_lines WHERE record_id = new.record_id) BEGIN
  INSERT INTO index_stale SELECT new.record_id WHERE NOT EXISTS (SELECT 1 FROM index_stale WHERE record_id = new.record_id);
END;
CREATE TRIGGER stale_after_moved_copies AFTER UPDATE OF copies ON stock
  WHEN (old.copies > 0) <> (new.copies > 0) AND EXISTS (SELECT 1 FROM index_lines WHERE record_id = new.record_id) BEGIN
  INSERT INTO index_stale SELECT new.record_id WHERE NOT EXISTS (SELECT 1 FROM index_stale WHERE record_id = new.record_id);
END;

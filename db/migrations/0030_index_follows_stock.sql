-- A sample is looked for in the middle of its range only. Matches that are few and far between took the whole range to walk.
ALTER TABLE index_samples RENAME COLUMN to_place TO sample_to;
ALTER TABLE index_samples ADD COLUMN rank_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE index_samples ADD COLUMN rank_to INTEGER NOT NULL DEFAULT 0;
UPDATE index_samples SET
  rank_from = (SELECT rank FROM index_ranks WHERE place = sample_from),
  (sample_to, rank_to) = (SELECT place, rank + 1 FROM index_ranks WHERE rank <= (number + 0.7) * records ORDER BY place DESC LIMIT 1);

-- A copy counts where it stands: when the first copy comes to a branch or the last one leaves it, the index has to say so.
CREATE TRIGGER stale_after_first_copy AFTER INSERT ON stock
  WHEN new.copies > 0 AND EXISTS (SELECT 1 FROM index_lines WHERE record_id = new.record_id) BEGIN
  INSERT OR IGNORE INTO index_stale VALUES (new.record_id);
END;
CREATE TRIGGER stale_after_moved_copies AFTER UPDATE OF copies ON stock
  WHEN (old.copies > 0) <> (new.copies > 0) AND EXISTS (SELECT 1 FROM index_lines WHERE record_id = new.record_id) BEGIN
  INSERT OR IGNORE INTO index_stale VALUES (new.record_id);
END;

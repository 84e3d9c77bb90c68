-- A desk fetches the copies of its branch page by page, to go on without a line.
CREATE INDEX copies_by_branch ON copies(branch_id);
CREATE INDEX copies_away ON copies(away_branch_id) WHERE away_branch_id IS NOT NULL;

-- The kind of the thing as it was then: of the title, of the paid service, of the event.
ALTER TABLE journal ADD COLUMN kind TEXT;
-- Counted by hand: the open shelves of the reading room, a day without the system.
ALTER TABLE journal ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;
-- Money taken in, in tiyn.
ALTER TABLE journal ADD COLUMN amount INTEGER;
-- The first loan of somebody in this year. It says that there is one more active borrower, not who.
ALTER TABLE journal ADD COLUMN first_of_year INTEGER NOT NULL DEFAULT 0;
-- The line that this one takes back.
ALTER TABLE journal ADD COLUMN undoes INTEGER;
CREATE UNIQUE INDEX journal_lines_taken_back_once ON journal(undoes) WHERE undoes IS NOT NULL;
CREATE INDEX journal_by_hand ON journal(day, branch_id) WHERE by_hand = 1;

DROP TRIGGER journal_is_append_only;
UPDATE journal SET kind = (SELECT kind FROM records WHERE id = record_id) WHERE record_id IS NOT NULL;
CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- The last year in which the reader borrowed: the year, not what.
ALTER TABLE readers ADD COLUMN active_in INTEGER;
-- A day sheet is held against the loans of its day.
CREATE INDEX loans_by_time ON loans(lent_at);

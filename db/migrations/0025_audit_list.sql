-- Which copy a deed was about, on loan or not. The reader is still told by the loan alone, for as long as the loan knows.
ALTER TABLE journal ADD COLUMN copy_id INTEGER;
DROP TRIGGER journal_is_append_only;
UPDATE journal SET copy_id = (SELECT copy_id FROM loans WHERE id = loan_id) WHERE loan_id IS NOT NULL;
CREATE TRIGGER journal_is_append_only BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- The audit list goes from day to day backwards, also of one person, one deed, one copy; a desk without a line tells of an earlier day.
DROP INDEX journal_by_staff;
DROP INDEX journal_by_deed;
CREATE INDEX journal_by_staff ON journal(staff_id, day, id);
CREATE INDEX journal_by_deed ON journal(deed, day, id);
CREATE INDEX journal_by_copy ON journal(copy_id, day, id) WHERE copy_id IS NOT NULL;
CREATE INDEX journal_by_loan ON journal(loan_id) WHERE loan_id IS NOT NULL;

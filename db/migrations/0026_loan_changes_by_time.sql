-- The day sheet asks what happened to loans on one day, whatever the journal says of it.
CREATE INDEX loan_changes_by_time ON loan_changes(at);

-- How often the staff asked for a notice to go out once more: the sender of e-mail takes each of them for a letter of its own.
ALTER TABLE notices ADD COLUMN asked_again INTEGER NOT NULL DEFAULT 0;

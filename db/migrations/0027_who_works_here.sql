-- Changes of the staff are made one after another: of two at once the second collides here and looks again.
-- So the last two administrators cannot send each other away.
DROP TABLE staff_changes;
ALTER TABLE staff DROP COLUMN changes;
CREATE TABLE staff_changes (
  number INTEGER PRIMARY KEY,
  staff_id INTEGER NOT NULL REFERENCES staff(id),
  at TEXT NOT NULL,
  by_staff_id INTEGER NOT NULL REFERENCES staff(id)
);

-- When another gave them the password they have; null: they chose it themselves.
ALTER TABLE staff ADD COLUMN password_given_at TEXT;

-- Sessions are deleted, when somebody was last seen is kept.
ALTER TABLE staff ADD COLUMN last_seen_at TEXT;
UPDATE staff SET last_seen_at = (SELECT max(last_used_at) FROM sessions WHERE staff_id = staff.id);
CREATE TRIGGER staff_seen_at_sign_in AFTER INSERT ON sessions BEGIN
  UPDATE staff SET last_seen_at = NEW.last_used_at WHERE id = NEW.staff_id;
END;
CREATE TRIGGER staff_seen_at_work AFTER UPDATE OF last_used_at ON sessions BEGIN
  UPDATE staff SET last_seen_at = NEW.last_used_at WHERE id = NEW.staff_id;
END;

-- A copy that stands elsewhere than at home; the branch that holds it follows.
ALTER TABLE copies ADD COLUMN away_branch_id INTEGER REFERENCES branches(id);
ALTER TABLE copies ADD COLUMN holding_branch_id INTEGER GENERATED ALWAYS AS (coalesce(away_branch_id, branch_id)) VIRTUAL;
ALTER TABLE copies ADD COLUMN added_on TEXT;
ALTER TABLE copies ADD COLUMN last_seen_at TEXT;
ALTER TABLE copies ADD COLUMN replaces_copy_id INTEGER REFERENCES copies(id);
ALTER TABLE copies ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
CREATE INDEX copies_by_holding_branch ON copies(record_id, holding_branch_id);

ALTER TABLE readers ADD COLUMN holds_made INTEGER NOT NULL DEFAULT 0;
ALTER TABLE readers ADD COLUMN claims_made INTEGER NOT NULL DEFAULT 0;

ALTER TABLE branches ADD COLUMN gives_out_holds INTEGER NOT NULL DEFAULT 1;
ALTER TABLE branches ADD COLUMN lets_copies_go INTEGER NOT NULL DEFAULT 1;

CREATE TABLE hold_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  max_holds_per_day INTEGER,
  new_copy_days INTEGER NOT NULL DEFAULT 0,
  transfer_warning_days INTEGER NOT NULL DEFAULT 3,
  claims_warning INTEGER NOT NULL DEFAULT 3
);
INSERT INTO hold_settings (id) VALUES (1);

-- What happened to a copy besides its loans. Two desks deciding from the same facts collide on the ordinal.
CREATE TABLE copy_changes (
  copy_id INTEGER NOT NULL REFERENCES copies(id),
  ordinal INTEGER NOT NULL,
  deed TEXT NOT NULL,
  branch_id INTEGER REFERENCES branches(id),
  at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (copy_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE holds (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records(id),
  -- Only this copy will do; any copy of the record if null.
  copy_id INTEGER REFERENCES copies(id),
  reader_id INTEGER REFERENCES readers(id),
  -- The reader's n-th hold: two desks deciding from the same facts collide here.
  reader_ordinal INTEGER NOT NULL,
  -- The order of the queue. A position is counted from it, so positions have no gaps and are never shared (R43).
  queue_ordinal INTEGER NOT NULL,
  pickup_branch_id INTEGER NOT NULL REFERENCES branches(id),
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'in-transit', 'waiting', 'filled', 'cancelled', 'expired')),
  placed_on TEXT NOT NULL,
  placed_at TEXT NOT NULL,
  placed_by INTEGER REFERENCES staff(id),
  not_after TEXT,
  suspended_at TEXT,
  wakes_on TEXT,
  trapped_copy_id INTEGER REFERENCES copies(id),
  waiting_since TEXT,
  shelf_until TEXT,
  closed_at TEXT,
  closed_reason TEXT,
  changes INTEGER NOT NULL DEFAULT 0,
  CHECK ((closed_at IS NULL) = (state IN ('queued', 'in-transit', 'waiting'))),
  CHECK (state <> 'queued' OR (trapped_copy_id IS NULL AND shelf_until IS NULL)),
  CHECK (state NOT IN ('in-transit', 'waiting') OR trapped_copy_id IS NOT NULL),
  CHECK (state <> 'waiting' OR (shelf_until IS NOT NULL AND waiting_since IS NOT NULL))
);
CREATE UNIQUE INDEX holds_ordered_per_reader ON holds(reader_id, reader_ordinal);
CREATE UNIQUE INDEX holds_ordered_per_record ON holds(record_id, queue_ordinal);
CREATE UNIQUE INDEX holds_one_open_per_record_and_reader ON holds(record_id, reader_id) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX holds_one_open_per_trapped_copy ON holds(trapped_copy_id) WHERE closed_at IS NULL AND trapped_copy_id IS NOT NULL;
CREATE INDEX holds_queued_by_record ON holds(record_id, queue_ordinal) WHERE state = 'queued';
CREATE INDEX holds_open_by_reader ON holds(reader_id) WHERE closed_at IS NULL;
CREATE INDEX holds_by_reader_and_day ON holds(reader_id, placed_on);
CREATE INDEX holds_waiting_by_end ON holds(shelf_until) WHERE state = 'waiting';
CREATE INDEX holds_to_wake ON holds(wakes_on) WHERE state = 'queued' AND wakes_on IS NOT NULL;
CREATE INDEX holds_to_give_up ON holds(not_after) WHERE state = 'queued' AND not_after IS NOT NULL;

CREATE TABLE hold_changes (
  hold_id INTEGER NOT NULL REFERENCES holds(id),
  ordinal INTEGER NOT NULL,
  deed TEXT NOT NULL,
  branch_id INTEGER REFERENCES branches(id),
  at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (hold_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE transfers (
  id INTEGER PRIMARY KEY,
  copy_id INTEGER NOT NULL REFERENCES copies(id),
  from_branch_id INTEGER NOT NULL REFERENCES branches(id),
  to_branch_id INTEGER NOT NULL REFERENCES branches(id),
  reason TEXT NOT NULL CHECK (reason IN ('home', 'hold', 'asked')),
  hold_id INTEGER REFERENCES holds(id),
  requested_at TEXT NOT NULL,
  requested_by INTEGER REFERENCES staff(id),
  sent_at TEXT,
  received_at TEXT,
  cancelled_at TEXT,
  cancel_reason TEXT,
  CHECK (from_branch_id <> to_branch_id),
  CHECK (received_at IS NULL OR (sent_at IS NOT NULL AND cancelled_at IS NULL)),
  CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL))
);
CREATE UNIQUE INDEX transfers_one_open_per_copy ON transfers(copy_id) WHERE received_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX transfers_open_from_branch ON transfers(from_branch_id) WHERE received_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX transfers_open_to_branch ON transfers(to_branch_id) WHERE received_at IS NULL AND cancelled_at IS NULL;

CREATE TABLE copy_incidents (
  id INTEGER PRIMARY KEY,
  copy_id INTEGER NOT NULL REFERENCES copies(id),
  kind TEXT NOT NULL CHECK (kind IN ('lost', 'missing', 'damaged', 'claimed-returned')),
  loan_id INTEGER REFERENCES loans(id),
  branch_id INTEGER REFERENCES branches(id),
  at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  note TEXT,
  closed_at TEXT,
  closed_by INTEGER REFERENCES staff(id),
  closed_as TEXT,
  CHECK ((closed_at IS NULL) = (closed_as IS NULL))
);
CREATE UNIQUE INDEX copy_incidents_one_open_per_copy ON copy_incidents(copy_id) WHERE closed_at IS NULL;
CREATE INDEX copy_incidents_open ON copy_incidents(branch_id, kind) WHERE closed_at IS NULL;

-- A copy is in one place: lent, on its way or set aside for a reader; on its shelf if it has no row here (R83).
CREATE TABLE copy_whereabouts (
  copy_id INTEGER PRIMARY KEY REFERENCES copies(id),
  place TEXT NOT NULL CHECK (place IN ('on-loan', 'in-transit', 'hold-shelf')),
  branch_id INTEGER NOT NULL,
  hold_id INTEGER REFERENCES holds(id),
  since TEXT NOT NULL
);
CREATE INDEX copy_whereabouts_by_branch ON copy_whereabouts(branch_id, since) WHERE place = 'hold-shelf';
INSERT INTO copy_whereabouts (copy_id, place, branch_id, since) SELECT copy_id, 'on-loan', branch_id, lent_at FROM loans WHERE returned_at IS NULL;

DROP TRIGGER stock_after_loan;
DROP TRIGGER stock_after_return;
DROP TRIGGER stock_after_changed_copy;
DROP VIEW copies_on_shelf;
CREATE VIEW copies_on_shelf AS
  SELECT c.id, c.record_id, c.holding_branch_id AS branch_id FROM copies c
  WHERE c.withdrawn_on IS NULL AND c.on_site_only = 0
    AND NOT EXISTS (SELECT 1 FROM copy_whereabouts w WHERE w.copy_id = c.id)
    AND NOT EXISTS (SELECT 1 FROM copy_incidents i WHERE i.copy_id = c.id AND i.closed_at IS NULL);

-- A copy counts where it stands.
DROP TRIGGER stock_counts_anew;
CREATE TRIGGER stock_counts_anew INSTEAD OF INSERT ON stock_counts BEGIN
  INSERT INTO stock (record_id, branch_id, copies, on_shelf)
    SELECT new.record_id, new.branch_id,
      (SELECT count(*) FROM copies c WHERE c.record_id = new.record_id AND c.holding_branch_id = new.branch_id AND c.withdrawn_on IS NULL),
      (SELECT count(*) FROM copies_on_shelf c WHERE c.record_id = new.record_id AND c.branch_id = new.branch_id)
    WHERE TRUE
    ON CONFLICT (record_id, branch_id) DO UPDATE SET copies = excluded.copies, on_shelf = excluded.on_shelf;
  UPDATE records SET (copies, on_shelf) = (SELECT sum(s.copies), sum(s.on_shelf) FROM stock s WHERE s.record_id = new.record_id)
    WHERE id = new.record_id;
  UPDATE index_facets
    SET on_shelf = (SELECT coalesce(sum(1 << (s.branch_id - 1)), 0) FROM stock s WHERE s.record_id = new.record_id AND s.on_shelf > 0)
    WHERE place = (SELECT i.place FROM index_lines i WHERE i.record_id = new.record_id);
END;

CREATE TRIGGER stock_after_leaving_shelf AFTER INSERT ON copy_whereabouts BEGIN
  INSERT INTO stock_counts SELECT c.record_id, c.holding_branch_id FROM copies c WHERE c.id = new.copy_id;
END;
CREATE TRIGGER stock_after_coming_back AFTER DELETE ON copy_whereabouts BEGIN
  INSERT INTO stock_counts SELECT c.record_id, c.holding_branch_id FROM copies c WHERE c.id = old.copy_id;
END;
CREATE TRIGGER stock_after_changed_copy AFTER UPDATE OF record_id, branch_id, away_branch_id, on_site_only, withdrawn_on ON copies
  WHEN old.record_id <> new.record_id OR old.branch_id <> new.branch_id OR old.away_branch_id IS NOT new.away_branch_id
    OR old.on_site_only <> new.on_site_only OR old.withdrawn_on IS NOT new.withdrawn_on BEGIN
  INSERT INTO stock_counts SELECT old.record_id, old.branch_id
    UNION SELECT old.record_id, coalesce(old.away_branch_id, old.branch_id)
    UNION SELECT new.record_id, new.branch_id
    UNION SELECT new.record_id, coalesce(new.away_branch_id, new.branch_id);
END;
CREATE TRIGGER stock_after_incident AFTER INSERT ON copy_incidents WHEN new.closed_at IS NULL BEGIN
  INSERT INTO stock_counts SELECT c.record_id, c.holding_branch_id FROM copies c WHERE c.id = new.copy_id;
END;
CREATE TRIGGER stock_after_closed_incident AFTER UPDATE OF closed_at ON copy_incidents WHEN old.closed_at IS NULL AND new.closed_at IS NOT NULL BEGIN
  INSERT INTO stock_counts SELECT c.record_id, c.holding_branch_id FROM copies c WHERE c.id = new.copy_id;
END;

CREATE TRIGGER whereabouts_after_loan AFTER INSERT ON loans WHEN new.returned_at IS NULL BEGIN
  INSERT INTO copy_whereabouts VALUES (new.copy_id, 'on-loan', new.branch_id, NULL, new.lent_at);
END;
CREATE TRIGGER whereabouts_after_return AFTER UPDATE OF returned_at ON loans WHEN old.returned_at IS NULL AND new.returned_at IS NOT NULL BEGIN
  DELETE FROM copy_whereabouts WHERE copy_id = new.copy_id;
END;
CREATE TRIGGER whereabouts_after_sent_at_once AFTER INSERT ON transfers WHEN new.sent_at IS NOT NULL BEGIN
  INSERT INTO copy_whereabouts VALUES (new.copy_id, 'in-transit', new.from_branch_id, NULL, new.sent_at);
END;
CREATE TRIGGER whereabouts_after_sending AFTER UPDATE OF sent_at ON transfers WHEN old.sent_at IS NULL AND new.sent_at IS NOT NULL BEGIN
  INSERT INTO copy_whereabouts VALUES (new.copy_id, 'in-transit', new.from_branch_id, NULL, new.sent_at);
END;
CREATE TRIGGER whereabouts_after_transfer AFTER UPDATE OF received_at, cancelled_at ON transfers
  WHEN new.sent_at IS NOT NULL AND old.received_at IS NULL AND old.cancelled_at IS NULL
    AND (new.received_at IS NOT NULL OR new.cancelled_at IS NOT NULL) BEGIN
  DELETE FROM copy_whereabouts WHERE copy_id = new.copy_id;
END;
CREATE TRIGGER holds_wait_at_their_pickup_branch BEFORE UPDATE OF state ON holds
  WHEN new.state = 'waiting' AND new.pickup_branch_id <> (SELECT c.holding_branch_id FROM copies c WHERE c.id = new.trapped_copy_id) BEGIN
  SELECT RAISE(ABORT, 'a hold waits at its pickup branch');
END;
CREATE TRIGGER whereabouts_after_setting_aside AFTER UPDATE OF state ON holds WHEN old.state <> 'waiting' AND new.state = 'waiting' BEGIN
  INSERT INTO copy_whereabouts VALUES (new.trapped_copy_id, 'hold-shelf', new.pickup_branch_id, new.id, new.waiting_since);
END;
-- A hold cancelled, expired or filled by another copy leaves its copy set aside until someone scans it (R4a).
CREATE TRIGGER whereabouts_after_giving_out AFTER UPDATE OF state ON holds
  WHEN old.state = 'waiting' AND (new.state IN ('queued', 'in-transit') OR (new.state = 'filled' AND new.trapped_copy_id = old.trapped_copy_id)) BEGIN
  DELETE FROM copy_whereabouts WHERE copy_id = old.trapped_copy_id;
END;

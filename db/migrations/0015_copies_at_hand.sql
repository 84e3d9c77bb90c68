-- Copies are found by what is written on them.
CREATE INDEX copies_by_inventory_number ON copies(inventory_number) WHERE inventory_number IS NOT NULL;
CREATE INDEX copies_by_shelfmark ON copies(shelfmark) WHERE shelfmark IS NOT NULL;
CREATE INDEX records_by_shelfmark ON records(shelfmark) WHERE shelfmark IS NOT NULL;

-- Imported registers have numbers twice, so no index can forbid it; nobody gives a copy a number that another has.
CREATE TRIGGER inventory_numbers_are_given_once BEFORE UPDATE OF inventory_number ON copies
WHEN new.inventory_number IS NOT NULL AND new.inventory_number IS NOT old.inventory_number
  AND EXISTS (SELECT 1 FROM copies c WHERE c.inventory_number = new.inventory_number AND c.id <> new.id) BEGIN
  SELECT RAISE(ABORT, 'UNIQUE constraint failed: copies.inventory_number');
END;

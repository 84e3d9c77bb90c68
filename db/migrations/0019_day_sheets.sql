-- Day and branch closed, version by version; a correction is what came to the journal after that. Each counts the journal's
-- lines of its day and branch after `journal_after` up to `journal_to`. branch_id 0 stands for the whole system.
CREATE TABLE day_closings (
  day TEXT NOT NULL,
  branch_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  correction INTEGER NOT NULL,
  journal_after INTEGER NOT NULL,
  journal_to INTEGER NOT NULL,
  closed_at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (day, branch_id, version, correction)
) WITHOUT ROWID;

-- A closed day is opened again only with a reason; it is the version that was opened.
CREATE TABLE day_reopenings (
  day TEXT NOT NULL,
  branch_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (day, branch_id, version)
) WITHOUT ROWID;

-- Every line up to here that belongs to a closed day has been counted.
CREATE TABLE statistics_counted (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  journal_to INTEGER NOT NULL
);
INSERT INTO statistics_counted VALUES (1, 0);

-- The figures of the version that holds. What a unit is not split by is ''.
CREATE TABLE day_figures (
  day TEXT NOT NULL,
  branch_id INTEGER NOT NULL,
  correction INTEGER NOT NULL,
  unit TEXT NOT NULL,
  content_group TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  reader_category TEXT NOT NULL,
  age_band TEXT NOT NULL,
  by_hand INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, branch_id, correction, unit, content_group, language, kind, reader_category, age_band, by_hand)
) WITHOUT ROWID;

-- The figures of versions that were opened again.
CREATE TABLE superseded_figures (
  day TEXT NOT NULL,
  branch_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  correction INTEGER NOT NULL,
  unit TEXT NOT NULL,
  content_group TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  reader_category TEXT NOT NULL,
  age_band TEXT NOT NULL,
  by_hand INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, branch_id, version, correction, unit, content_group, language, kind, reader_category, age_band, by_hand)
) WITHOUT ROWID;

-- The same, summed: period is a month `2026-11` or a year `2026`.
CREATE TABLE period_figures (
  period TEXT NOT NULL,
  unit TEXT NOT NULL,
  branch_id INTEGER NOT NULL,
  content_group TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  reader_category TEXT NOT NULL,
  age_band TEXT NOT NULL,
  by_hand INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (period, unit, branch_id, content_group, language, kind, reader_category, age_band, by_hand)
) WITHOUT ROWID;
CREATE TABLE day_totals (
  day TEXT NOT NULL,
  unit TEXT NOT NULL,
  branch_id INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, unit, branch_id)
) WITHOUT ROWID;

-- Sums are kept by the schema: no way of writing a day's figures can forget them.
CREATE TRIGGER sums_after_counting AFTER INSERT ON day_figures BEGIN
  INSERT INTO day_totals VALUES (new.day, new.unit, new.branch_id, new.count)
    ON CONFLICT DO UPDATE SET count = count + excluded.count;
  INSERT INTO period_figures VALUES
      (substr(new.day, 1, 7), new.unit, new.branch_id, new.content_group, new.language, new.kind, new.reader_category, new.age_band, new.by_hand, new.count),
      (substr(new.day, 1, 4), new.unit, new.branch_id, new.content_group, new.language, new.kind, new.reader_category, new.age_band, new.by_hand, new.count)
    ON CONFLICT DO UPDATE SET count = count + excluded.count;
END;
CREATE TRIGGER sums_after_opening AFTER DELETE ON day_figures BEGIN
  UPDATE day_totals SET count = count - old.count WHERE day = old.day AND unit = old.unit AND branch_id = old.branch_id;
  UPDATE period_figures SET count = count - old.count
    WHERE period IN (substr(old.day, 1, 7), substr(old.day, 1, 4)) AND unit = old.unit AND branch_id = old.branch_id
      AND content_group = old.content_group AND language = old.language AND kind = old.kind
      AND reader_category = old.reader_category AND age_band = old.age_band AND by_hand = old.by_hand;
END;
CREATE TRIGGER figures_are_not_changed BEFORE UPDATE ON day_figures BEGIN SELECT RAISE(ABORT, 'a closed day is frozen'); END;

-- What stood on the shelves at the end of each month; the current month's rows are of the last night.
CREATE TABLE stock_figures (
  period TEXT NOT NULL,
  branch_id INTEGER NOT NULL,
  content_group TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (period, branch_id, content_group, language, kind)
) WITHOUT ROWID;

-- What no deed tells: inhabitants, staff, seats, money. Also the totals of the years before the system.
CREATE TABLE year_facts (
  year INTEGER NOT NULL,
  fact TEXT NOT NULL,
  value INTEGER NOT NULL,
  source TEXT NOT NULL,
  at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (year, fact)
) WITHOUT ROWID;

-- Libraries opened and closed, to be marked on the axis of the years. An unknown day or month is left out: `1996`.
CREATE TABLE network_changes (
  id INTEGER PRIMARY KEY,
  happened TEXT NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('opened', 'closed', 'moved', 'joined')),
  libraries INTEGER NOT NULL DEFAULT 1,
  text_kk TEXT NOT NULL,
  text_ru TEXT NOT NULL,
  text_en TEXT NOT NULL,
  source TEXT NOT NULL
);

-- What readers looked for, by month: the words, never whose.
CREATE TABLE sought (
  month TEXT NOT NULL,
  found INTEGER NOT NULL,
  question TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (month, found, question)
) WITHOUT ROWID;

-- Counted anew from the journal, in the new tables.
DROP TABLE daily_statistics;
DROP TABLE closed_days;

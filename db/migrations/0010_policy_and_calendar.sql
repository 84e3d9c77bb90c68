-- What is lent, for the policy: a record's kind, or what a copy says of itself. A material counts within the one it belongs to.
CREATE TABLE materials (
  slug TEXT PRIMARY KEY,
  parent TEXT REFERENCES materials(slug),
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  name_en TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO materials (slug, parent, name_kk, name_ru, name_en) VALUES
  ('book', NULL, 'Кітап', 'Книга', 'Book'),
  ('serial', NULL, 'Мерзімді басылым', 'Периодическое издание', 'Periodical'),
  ('article', NULL, 'Мақала', 'Статья', 'Article'),
  ('map', NULL, 'Карта', 'Карта', 'Map'),
  ('music', NULL, 'Нота', 'Ноты', 'Sheet music'),
  ('sound', NULL, 'Дыбыс жазбасы', 'Звукозапись', 'Sound recording'),
  ('video', NULL, 'Бейнежазба', 'Видеозапись', 'Video'),
  ('electronic', NULL, 'Электрондық ресурс', 'Электронный ресурс', 'Electronic resource'),
  ('other', NULL, 'Басқа басылым', 'Другое издание', 'Other'),
  ('textbook', 'book', 'Оқулық', 'Учебник', 'Textbook'),
  ('rare-book', 'book', 'Сирек кітап', 'Редкая книга', 'Rare book'),
  ('new-book', 'book', 'Жаңа кітап', 'Новинка', 'New book'),
  ('newspaper', 'serial', 'Газет', 'Газета', 'Newspaper'),
  ('magazine', 'serial', 'Журнал', 'Журнал', 'Magazine'),
  ('audiobook', 'sound', 'Аудиокітап', 'Аудиокнига', 'Audiobook');
ALTER TABLE copies ADD COLUMN material TEXT REFERENCES materials(slug);

-- The policy of the library, version by version; the Worker before this one still reads the table policies. A version in force is never changed: loans were made under it.
CREATE TABLE policy_versions (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  -- The longest loan it allows: as far as this the calendar is asked.
  longest_days INTEGER NOT NULL DEFAULT 15,
  revision INTEGER NOT NULL DEFAULT 0,
  made_at TEXT NOT NULL,
  made_by INTEGER REFERENCES staff(id),
  in_force_at TEXT,
  put_in_force_by INTEGER REFERENCES staff(id)
);
CREATE UNIQUE INDEX policy_versions_one_a_moment ON policy_versions(in_force_at) WHERE in_force_at IS NOT NULL;

-- branch_id 0, category '' and material '' stand for any. terms is JSON; what it leaves out is inherited.
CREATE TABLE policy_rules (
  version_id INTEGER NOT NULL REFERENCES policy_versions(id),
  branch_id INTEGER NOT NULL DEFAULT 0,
  category TEXT NOT NULL DEFAULT '',
  material TEXT NOT NULL DEFAULT '',
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  PRIMARY KEY (version_id, branch_id, category, material)
) WITHOUT ROWID;

-- Two people changing one draft from the same reading collide on the revision.
CREATE TABLE policy_changes (
  version_id INTEGER NOT NULL REFERENCES policy_versions(id),
  revision INTEGER NOT NULL,
  deed TEXT NOT NULL,
  at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (version_id, revision)
) WITHOUT ROWID;

INSERT INTO policy_versions (id, name, longest_days, made_at)
  VALUES (1, '1', (SELECT max(15, coalesce(max(loan_days), 15)) FROM policies), '2000-01-01T00:00:00.000Z');
INSERT INTO policy_rules (version_id, terms) VALUES (1,
  '{"maxLoans":5,"maxOnSite":10,"leastAge":0,"sameTitle":"allow","loanDays":15,"dueMode":"next-open-day","hardDueOn":null,"hardDueIs":"not-after","dueBeforeCardExpires":true,"highDemandHolds":null,"highDemandDays":7,"maxRenewals":2,"renewalDays":null,"renewFrom":"today","renewableDaysBefore":null,"renewIfOthersCanServe":false,"autoRenew":false,"autoRenewWithinDays":null,"maxHolds":5,"maxHoldsPerRecord":1,"holdShelfDays":5,"overdue":"block","overdueBlocksAfterDays":0,"overdueBlocksRenewalAfterDays":0,"overdueBlocksHoldsAfterDays":null,"maxLost":0,"maxDebt":null,"graceDays":0,"overdueCountsClosedDays":false,"suspensionDays":0,"suspensionEveryDays":1,"maxSuspensionDays":null,"suspensionsAddUp":false,"suspensionSkipsClosedDays":false,"fine":0,"fineEveryDays":1,"fineFalls":"at-end","fineCountsGrace":true,"maxFine":null,"fineUpToPrice":true,"lostAfterDays":180,"chargeLost":false}');
INSERT INTO policy_rules (version_id, category, terms)
  SELECT 1, category, json_object('maxLoans', max_loans, 'loanDays', loan_days, 'maxRenewals', max_renewals) FROM policies;
UPDATE policy_versions SET in_force_at = made_at WHERE id = 1;

CREATE TRIGGER policy_in_force_gets_no_rule BEFORE INSERT ON policy_rules
  WHEN (SELECT in_force_at FROM policy_versions WHERE id = new.version_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a policy in force is not changed');
END;
CREATE TRIGGER policy_in_force_keeps_its_rules BEFORE DELETE ON policy_rules
  WHEN (SELECT in_force_at FROM policy_versions WHERE id = old.version_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a policy in force is not changed');
END;
CREATE TRIGGER policy_in_force_stays_as_it_is BEFORE UPDATE ON policy_rules
  WHEN (SELECT in_force_at FROM policy_versions WHERE id = old.version_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a policy in force is not changed');
END;

-- What a loan was made under: it keeps the version of the policy, and the place in it.
ALTER TABLE loans ADD COLUMN policy_version_id INTEGER REFERENCES policy_versions(id);
ALTER TABLE loans ADD COLUMN rules_branch_id INTEGER REFERENCES branches(id);
ALTER TABLE loans ADD COLUMN category TEXT;
ALTER TABLE loans ADD COLUMN material TEXT;
ALTER TABLE loans ADD COLUMN on_site INTEGER NOT NULL DEFAULT 0;
CREATE INDEX loans_open_by_due_day ON loans(due_on, id) WHERE returned_at IS NULL;

-- Why a reader may not borrow; over when lifted or when its last day has passed.
CREATE TABLE reader_blocks (
  id INTEGER PRIMARY KEY,
  reader_id INTEGER NOT NULL REFERENCES readers(id),
  kind TEXT NOT NULL CHECK (kind IN ('by-hand', 'suspension')),
  from_on TEXT NOT NULL,
  until_on TEXT,
  reason TEXT,
  -- The change of the loan that brought it, as in loan_changes.
  loan_id INTEGER REFERENCES loans(id),
  loan_ordinal INTEGER,
  made_at TEXT NOT NULL,
  made_by INTEGER REFERENCES staff(id),
  lifted_at TEXT,
  lifted_by INTEGER REFERENCES staff(id),
  CHECK (kind = 'by-hand' OR until_on IS NOT NULL)
);
CREATE INDEX reader_blocks_open ON reader_blocks(reader_id, until_on) WHERE lifted_at IS NULL;
CREATE UNIQUE INDEX reader_blocks_once_for_each_change ON reader_blocks(loan_id, loan_ordinal) WHERE loan_id IS NOT NULL;

-- Money, only where the policy says so: in tiyn, once for each change of a loan.
CREATE TABLE charges (
  id INTEGER PRIMARY KEY,
  reader_id INTEGER REFERENCES readers(id),
  loan_id INTEGER NOT NULL REFERENCES loans(id),
  loan_ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('overdue', 'lost')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  made_at TEXT NOT NULL,
  made_by INTEGER REFERENCES staff(id),
  settled_at TEXT,
  settled_as TEXT CHECK (settled_as IN ('paid', 'forgiven', 'replaced', 'found')),
  settled_by INTEGER REFERENCES staff(id),
  CHECK ((settled_at IS NULL) = (settled_as IS NULL))
);
-- Two desks settling a charge from the same facts collide here.
CREATE TABLE charge_changes (
  charge_id INTEGER NOT NULL REFERENCES charges(id),
  ordinal INTEGER NOT NULL,
  deed TEXT NOT NULL,
  at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (charge_id, ordinal)
) WITHOUT ROWID;
CREATE UNIQUE INDEX charges_once_for_each_change ON charges(loan_id, loan_ordinal, kind);
CREATE INDEX charges_open_by_reader ON charges(reader_id, amount) WHERE settled_at IS NULL;

-- week: seven lists of hours, Monday first; cleaning: the rule of the monthly cleaning day. Both JSON.
CREATE TABLE branch_calendars (
  branch_id INTEGER PRIMARY KEY REFERENCES branches(id),
  week TEXT NOT NULL CHECK (json_array_length(week) = 7),
  cleaning TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(cleaning)),
  changed_at TEXT NOT NULL,
  changed_by INTEGER REFERENCES staff(id)
);

-- branch_id NULL is every branch; no hours is closed.
CREATE TABLE calendar_exceptions (
  id INTEGER PRIMARY KEY,
  branch_id INTEGER REFERENCES branches(id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  hours TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hours)),
  reason TEXT NOT NULL DEFAULT '',
  made_at TEXT NOT NULL,
  made_by INTEGER REFERENCES staff(id),
  CHECK (from_on <= to_on)
);
CREATE INDEX calendar_exceptions_by_end ON calendar_exceptions(branch_id, to_on, from_on);

CREATE TABLE holidays (
  day TEXT PRIMARY KEY,
  -- On a day off, it makes the next working day free.
  shifts INTEGER NOT NULL DEFAULT 1,
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  name_en TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO holidays (day, shifts, name_kk, name_ru, name_en) VALUES
  ('2024-01-01', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2024-01-02', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2024-01-07', 0, 'Православиелік Рождество', 'Православное Рождество', 'Orthodox Christmas'),
  ('2024-03-08', 1, 'Халықаралық әйелдер күні', 'Международный женский день', 'International Women’s Day'),
  ('2024-03-21', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2024-03-22', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2024-03-23', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2024-05-01', 1, 'Қазақстан халқының бірлігі мерекесі', 'Праздник единства народа Казахстана', 'Unity Day'),
  ('2024-05-07', 1, 'Отан қорғаушы күні', 'День защитника Отечества', 'Defender of the Fatherland Day'),
  ('2024-05-09', 1, 'Жеңіс күні', 'День Победы', 'Victory Day'),
  ('2024-06-16', 0, 'Құрбан айттың бірінші күні', 'Первый день Курбан-айта', 'First day of Kurban ait'),
  ('2024-07-06', 1, 'Астана күні', 'День столицы', 'Capital Day'),
  ('2024-08-30', 1, 'Конституция күні', 'День Конституции', 'Constitution Day'),
  ('2024-10-25', 1, 'Республика күні', 'День Республики', 'Republic Day'),
  ('2024-12-16', 1, 'Тәуелсіздік күні', 'День Независимости', 'Independence Day'),
  ('2025-01-01', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2025-01-02', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2025-01-07', 0, 'Православиелік Рождество', 'Православное Рождество', 'Orthodox Christmas'),
  ('2025-03-08', 1, 'Халықаралық әйелдер күні', 'Международный женский день', 'International Women’s Day'),
  ('2025-03-21', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2025-03-22', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2025-03-23', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2025-05-01', 1, 'Қазақстан халқының бірлігі мерекесі', 'Праздник единства народа Казахстана', 'Unity Day'),
  ('2025-05-07', 1, 'Отан қорғаушы күні', 'День защитника Отечества', 'Defender of the Fatherland Day'),
  ('2025-05-09', 1, 'Жеңіс күні', 'День Победы', 'Victory Day'),
  ('2025-06-06', 0, 'Құрбан айттың бірінші күні', 'Первый день Курбан-айта', 'First day of Kurban ait'),
  ('2025-07-06', 1, 'Астана күні', 'День столицы', 'Capital Day'),
  ('2025-08-30', 1, 'Конституция күні', 'День Конституции', 'Constitution Day'),
  ('2025-10-25', 1, 'Республика күні', 'День Республики', 'Republic Day'),
  ('2025-12-16', 1, 'Тәуелсіздік күні', 'День Независимости', 'Independence Day'),
  ('2026-01-01', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2026-01-02', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2026-01-07', 0, 'Православиелік Рождество', 'Православное Рождество', 'Orthodox Christmas'),
  ('2026-03-08', 1, 'Халықаралық әйелдер күні', 'Международный женский день', 'International Women’s Day'),
  ('2026-03-21', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2026-03-22', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2026-03-23', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2026-05-01', 1, 'Қазақстан халқының бірлігі мерекесі', 'Праздник единства народа Казахстана', 'Unity Day'),
  ('2026-05-07', 1, 'Отан қорғаушы күні', 'День защитника Отечества', 'Defender of the Fatherland Day'),
  ('2026-05-09', 1, 'Жеңіс күні', 'День Победы', 'Victory Day'),
  ('2026-05-27', 0, 'Құрбан айттың бірінші күні', 'Первый день Курбан-айта', 'First day of Kurban ait'),
  ('2026-07-06', 1, 'Астана күні', 'День столицы', 'Capital Day'),
  ('2026-10-25', 1, 'Республика күні', 'День Республики', 'Republic Day'),
  ('2026-12-16', 1, 'Тәуелсіздік күні', 'День Независимости', 'Independence Day'),
  ('2027-01-01', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2027-01-02', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2027-01-07', 0, 'Православиелік Рождество', 'Православное Рождество', 'Orthodox Christmas'),
  ('2027-03-08', 1, 'Халықаралық әйелдер күні', 'Международный женский день', 'International Women’s Day'),
  ('2027-03-15', 1, 'Конституция күні', 'День Конституции', 'Constitution Day'),
  ('2027-03-21', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2027-03-22', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2027-03-23', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2027-05-01', 1, 'Қазақстан халқының бірлігі мерекесі', 'Праздник единства народа Казахстана', 'Unity Day'),
  ('2027-05-07', 1, 'Отан қорғаушы күні', 'День защитника Отечества', 'Defender of the Fatherland Day'),
  ('2027-05-09', 1, 'Жеңіс күні', 'День Победы', 'Victory Day'),
  ('2027-05-16', 0, 'Құрбан айттың бірінші күні', 'Первый день Курбан-айта', 'First day of Kurban ait'),
  ('2027-07-06', 1, 'Астана күні', 'День столицы', 'Capital Day'),
  ('2027-10-25', 1, 'Республика күні', 'День Республики', 'Republic Day'),
  ('2027-12-16', 1, 'Тәуелсіздік күні', 'День Независимости', 'Independence Day'),
  ('2028-01-01', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2028-01-02', 1, 'Жаңа жыл', 'Новый год', 'New Year'),
  ('2028-01-07', 0, 'Православиелік Рождество', 'Православное Рождество', 'Orthodox Christmas'),
  ('2028-03-08', 1, 'Халықаралық әйелдер күні', 'Международный женский день', 'International Women’s Day'),
  ('2028-03-15', 1, 'Конституция күні', 'День Конституции', 'Constitution Day'),
  ('2028-03-21', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2028-03-22', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2028-03-23', 1, 'Наурыз мейрамы', 'Наурыз', 'Nauryz'),
  ('2028-05-01', 1, 'Қазақстан халқының бірлігі мерекесі', 'Праздник единства народа Казахстана', 'Unity Day'),
  ('2028-05-05', 0, 'Құрбан айттың бірінші күні', 'Первый день Курбан-айта', 'First day of Kurban ait'),
  ('2028-05-07', 1, 'Отан қорғаушы күні', 'День защитника Отечества', 'Defender of the Fatherland Day'),
  ('2028-05-09', 1, 'Жеңіс күні', 'День Победы', 'Victory Day'),
  ('2028-07-06', 1, 'Астана күні', 'День столицы', 'Capital Day'),
  ('2028-10-25', 1, 'Республика күні', 'День Республики', 'Republic Day'),
  ('2028-12-16', 1, 'Тәуелсіздік күні', 'День Независимости', 'Independence Day');

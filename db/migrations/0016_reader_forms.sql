-- A reader's form: what the library asks, what was agreed to, and the years it was registered for.
ALTER TABLE readers ADD COLUMN guarantor TEXT;
ALTER TABLE readers ADD COLUMN guarantor_phone TEXT;
ALTER TABLE readers ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
-- The form that this one became part of; its name and its card are gone.
ALTER TABLE readers ADD COLUMN merged_into_id INTEGER REFERENCES readers(id);
-- As in worker/domain/readers/name-key.ts: SQLite makes only Latin letters small, and its parser goes only so deep.
ALTER TABLE readers ADD COLUMN name_key_a_o TEXT GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(name),'А','а'),'Б','б'),'В','в'),'Г','г'),'Д','д'),'Е','е'),'Ж','ж'),'З','з'),'И','и'),'Й','й'),'К','к'),'Л','л'),'М','м'),'Н','н'),'О','о'),'П','п')) VIRTUAL;
ALTER TABLE readers ADD COLUMN name_key_p_ya TEXT GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(name_key_a_o,'Р','р'),'С','с'),'Т','т'),'У','у'),'Ф','ф'),'Х','х'),'Ц','ц'),'Ч','ч'),'Ш','ш'),'Щ','щ'),'Ъ','ъ'),'Ы','ы'),'Ь','ь'),'Э','э'),'Ю','ю'),'Я','я')) VIRTUAL;
ALTER TABLE readers ADD COLUMN name_key TEXT GENERATED ALWAYS AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(name_key_p_ya,'Ә','а'),'Ғ','г'),'Қ','к'),'Ң','н'),'Ө','о'),'Ұ','у'),'Ү','у'),'Һ','х'),'І','и'),'Ё','е'),'ә','а'),'ғ','г'),'қ','к'),'ң','н'),'ө','о'),'ұ','у'),'ү','у'),'һ','х'),'і','и'),'ё','е')) VIRTUAL;
CREATE INDEX readers_by_name_key ON readers(name_key);

CREATE TABLE reader_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Younger readers have somebody who answers for them.
  guarantor_under_age INTEGER NOT NULL DEFAULT 16 CHECK (guarantor_under_age BETWEEN 0 AND 21),
  card_days INTEGER NOT NULL DEFAULT 365 CHECK (card_days > 0)
);
INSERT INTO reader_settings (id) VALUES (1);

-- What readers agree to. A text that somebody agreed to is never changed: another text is another version.
CREATE TABLE consent_texts (
  version INTEGER PRIMARY KEY,
  kk TEXT NOT NULL,
  ru TEXT NOT NULL,
  made_at TEXT NOT NULL
);
CREATE TRIGGER consent_texts_stay_as_agreed BEFORE UPDATE ON consent_texts BEGIN
  SELECT RAISE(ABORT, 'a consent text is not changed');
END;
INSERT INTO consent_texts VALUES (1,
  'Кітапханаға аты-жөнімді, туған жылымды және телефон нөмірімді кітап беру, қайтару мерзімін еске салу және есеп жүргізу үшін жинауға және өңдеуге келісемін. Деректер басқа ұйымдарға берілмейді, елден тыс жерде сақталмайды. Қайтарылған кітаптар тізімі, өзім сұрамасам, 30 күннен кейін менің атымнан ажыратылады. Кітаптарды тапсырған соң бұл келісімді кез келген уақытта қайтарып ала аламын. Кітапхана ережелерімен таныстым.',
  'Я согласен (согласна) на сбор и обработку библиотекой моих фамилии и имени, года рождения и номера телефона для выдачи книг, напоминаний о сроках и учёта. Данные не передаются другим организациям и не хранятся за пределами страны. Список возвращённых книг через 30 дней отделяется от моего имени, если я не попрошу иного. Сдав книги, я могу отозвать согласие в любое время. С правилами библиотеки ознакомлен (ознакомлена).',
  '2026-01-01T00:00:00.000Z');

CREATE TABLE consents (
  reader_id INTEGER NOT NULL REFERENCES readers(id),
  version INTEGER NOT NULL REFERENCES consent_texts(version),
  given_at TEXT NOT NULL,
  -- 1: the guarantor agreed for a child.
  by_guarantor INTEGER NOT NULL DEFAULT 0,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (reader_id, version)
) WITHOUT ROWID;

-- A reader counts once in a year, whatever branch it was at. How often they came, not when and not for what.
CREATE TABLE registrations (
  reader_id INTEGER NOT NULL REFERENCES readers(id),
  year INTEGER NOT NULL,
  registered_on TEXT NOT NULL,
  branch_id INTEGER NOT NULL REFERENCES branches(id),
  staff_id INTEGER REFERENCES staff(id),
  visits INTEGER NOT NULL DEFAULT 0,
  last_visit_on TEXT,
  PRIMARY KEY (reader_id, year)
) WITHOUT ROWID;
INSERT INTO registrations (reader_id, year, registered_on, branch_id)
  SELECT id, CAST(substr(registered_on, 1, 4) AS INTEGER), registered_on, branch_id FROM readers;

-- Two desks changing a form from the same facts collide on the ordinal.
CREATE TABLE reader_changes (
  reader_id INTEGER NOT NULL REFERENCES readers(id),
  ordinal INTEGER NOT NULL,
  deed TEXT NOT NULL,
  branch_id INTEGER REFERENCES branches(id),
  at TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff(id),
  PRIMARY KEY (reader_id, ordinal)
) WITHOUT ROWID;

-- Cards that are no longer good: lost and replaced, or of a form that became part of another.
CREATE TABLE former_cards (
  card TEXT PRIMARY KEY,
  reader_id INTEGER NOT NULL REFERENCES readers(id),
  until_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE reader_notes (
  id INTEGER PRIMARY KEY,
  reader_id INTEGER NOT NULL REFERENCES readers(id),
  text TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by INTEGER REFERENCES staff(id),
  removed_at TEXT,
  removed_by INTEGER REFERENCES staff(id)
);
CREATE INDEX reader_notes_open ON reader_notes(reader_id) WHERE removed_at IS NULL;

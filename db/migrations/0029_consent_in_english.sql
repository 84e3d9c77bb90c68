-- The consent in English, for those who read neither Kazakh nor Russian. It says what version 1 says: the agreed texts stay as they are.
-- Versions that a library added itself have none: they are shown in Russian.
DROP TRIGGER consent_texts_stay_as_agreed;
ALTER TABLE consent_texts ADD COLUMN en TEXT;
UPDATE consent_texts SET en = 'I agree that the library collects and processes my surname and first name, year of birth and telephone number in order to lend books, remind me of due dates and keep its records. The data is not passed on to other organisations and is not kept outside the country. After 30 days the list of returned books is separated from my name, unless I ask otherwise. Once I have returned my books, I may withdraw this consent at any time. I have read the rules of the library.'
  WHERE version = 1 AND ru LIKE 'Я согласен (согласна) на сбор и обработку библиотекой моих фамилии и имени%';
CREATE TRIGGER consent_texts_stay_as_agreed BEFORE UPDATE ON consent_texts BEGIN
  SELECT RAISE(ABORT, 'a consent text is not changed');
END;

-- What was told is kept as sentences: JSON of templates with what fills them, to be made text of in the language of
-- whoever reads. What was written before this step stays the English text that it was. `form` tells them apart:
-- 0 is such a text, in which (of lines) # stands in the place of every number; 1 is JSON, in which (of phrases) null stands
-- in the place of every number. What stands there is in `numbers` of the row that refers to it, joined by spaces.

CREATE TABLE phrase_with_form (
  id INTEGER PRIMARY KEY,
  form INTEGER NOT NULL CHECK (form IN (0, 1)),
  text TEXT NOT NULL,
  last_day INTEGER NOT NULL,       -- as before
  UNIQUE (text, form)
) STRICT;
INSERT INTO phrase_with_form (id, form, text, last_day) SELECT id, 0, text, last_day FROM phrase;
DROP TABLE phrase;
ALTER TABLE phrase_with_form RENAME TO phrase;
CREATE INDEX phrase_by_day ON phrase (last_day);

ALTER TABLE change ADD COLUMN form INTEGER NOT NULL DEFAULT 0 CHECK (form IN (0, 1));           -- of `line`
ALTER TABLE treatment ADD COLUMN words_form INTEGER NOT NULL DEFAULT 0 CHECK (words_form IN (0, 1));

-- Until when the person wants nothing watched; moments are milliseconds, as before. No row: it is watched.
CREATE TABLE pause (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  until INTEGER NOT NULL
) STRICT;

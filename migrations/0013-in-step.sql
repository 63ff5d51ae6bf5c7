-- When each account was last compared with its server, and until when that server wants to be left alone: a restart
-- asks no sooner.
CREATE TABLE sync_turn (
  account TEXT PRIMARY KEY,
  checked_at INTEGER,
  left_alone_until INTEGER
) STRICT, WITHOUT ROWID;

-- Changes that a mail app has not told its server yet, by the app's own numbers, and for how long each was watched to
-- wait, in milliseconds: no mail app writes that down.
CREATE TABLE waiting_change (
  account TEXT NOT NULL,
  change TEXT NOT NULL,
  waited INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (account, change)
) STRICT, WITHOUT ROWID;

-- How checks found an account, one row for each stretch of time in which nothing became different.
CREATE TABLE sync_stretch (
  account TEXT NOT NULL,
  began INTEGER NOT NULL,
  ended INTEGER NOT NULL,
  is_good INTEGER NOT NULL CHECK (is_good IN (0, 1)),
  PRIMARY KEY (account, began)
) STRICT, WITHOUT ROWID;

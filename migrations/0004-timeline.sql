-- What the timeline is drawn from, kept with every examination: reading a year of findings would take seconds.
-- A layer is what probes speak for (network, names, …), and a set of layers is one number: three bits for each, in the
-- order of src/core/layer.ts, lowest first: 1 was good, 2 was unknown, 4 was bad. Two sets together are their OR, and
-- so the worst of any stretch of time is never lost, however it is cut.

-- What one examination of an account saw, or several within one minute.
CREATE TABLE seen_minute (
  minute INTEGER NOT NULL,         -- since 1970-01-01T00:00Z
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  layers INTEGER NOT NULL,
  PRIMARY KEY (minute, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_by_account ON seen_minute (account, minute);

-- All accounts, in quarters of an hour: nobody's day begins with this one, but all days that are kept somewhere begin
-- with a quarter. 96 numbers of four bytes, little-endian.
CREATE TABLE seen_day (
  day INTEGER PRIMARY KEY,         -- since 1970-01-01, as UTC counts
  quarters BLOB NOT NULL CHECK (length(quarters) = 384)
) STRICT;

CREATE TABLE server (
  id INTEGER PRIMARY KEY,
  host TEXT NOT NULL UNIQUE
) STRICT;

-- How long servers took to answer: by minute, by hour and by day, each kept for itself. `server` refers to server without
-- a constraint: checking it on every server forgotten would read the whole table.
CREATE TABLE latency (
  step INTEGER NOT NULL CHECK (step IN (60000, 3600000, 86400000)),
  server INTEGER NOT NULL,
  at INTEGER NOT NULL,             -- in steps since 1970-01-01T00:00Z
  times INTEGER NOT NULL,
  least INTEGER NOT NULL,          -- milliseconds
  most INTEGER NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (step, server, at)
) STRICT, WITHOUT ROWID;

-- Stretches of sleep are looked for by themselves.
CREATE INDEX change_by_kind ON change (what, at);

-- What Outbox Doctor saw and concluded. Nothing here says who the user is: no address, user name, subject or password.
-- Moments are milliseconds since 1970-01-01T00:00Z; lengths of time are milliseconds.

-- One row: what makes the account keys of this database worthless beside any other.
CREATE TABLE installation (
  salt BLOB NOT NULL CHECK (length(salt) = 32)
) STRICT;
INSERT INTO installation VALUES (randomblob(32));

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,        -- HMAC-SHA-256 of address and hosts under the salt, 32 hexadecimal digits
  host TEXT NOT NULL               -- the outgoing server's name, or the incoming one's: how a person tells accounts apart
) STRICT;

-- Ids of probes and causes. They are never renamed or reused, and there are few, so that a row holds one byte of them.
CREATE TABLE word (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- Texts that come again and again, each kept once. Of lines, # stands in the place of every number.
CREATE TABLE phrase (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE,
  last_day INTEGER NOT NULL        -- newest day it was used, in days since 1970-01-01: older than retention, it may go
) STRICT;
CREATE INDEX phrase_by_day ON phrase (last_day);

CREATE TABLE examination (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,             -- when it began
  elapsed INTEGER NOT NULL,        -- milliseconds
  why TEXT NOT NULL,               -- what it was made for: asked, stuck, pulse
  status TEXT NOT NULL,            -- clear, waiting, stuck, offline, unsure
  undecided INTEGER                -- phrase: JSON [{id, missing}], NULL for none
) STRICT;
CREATE INDEX examination_by_moment ON examination (at);
CREATE INDEX examination_by_account ON examination (account);

-- About three million rows in a year, so every column is small. `line` refers to phrase without a constraint:
-- checking it on every phrase forgotten would read the whole table.
CREATE TABLE finding (
  examination INTEGER NOT NULL REFERENCES examination (id) ON DELETE CASCADE,
  probe INTEGER NOT NULL REFERENCES word (id),
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),          -- 0 known, 1 unknown, 2 skipped
  tone INTEGER CHECK (tone BETWEEN 0 AND 2),                     -- 0 good, 1 plain, 2 bad; NULL unless known
  line INTEGER NOT NULL,           -- phrase, parted: the line told, the reason of an unknown, the probe skipped for
  numbers TEXT,                    -- what stands at each # of the phrase, joined by spaces
  ms INTEGER NOT NULL,             -- how long it took
  PRIMARY KEY (examination, probe)
) STRICT, WITHOUT ROWID;

-- Causes that were named, the answer first.
CREATE TABLE verdict (
  examination INTEGER NOT NULL REFERENCES examination (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL,           -- 0 is the answer
  cause INTEGER NOT NULL REFERENCES word (id),
  weight REAL NOT NULL,            -- 0 to 1
  grounds INTEGER NOT NULL,        -- phrase, parted: JSON {evidence, against, explains}
  numbers TEXT,                    -- as in finding
  PRIMARY KEY (examination, rank)
) STRICT, WITHOUT ROWID;

-- The newest known fact of each account, probe and tone: what `past` answers from. The newest written has the highest rowid.
CREATE TABLE fact (
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  probe INTEGER NOT NULL REFERENCES word (id),
  tone INTEGER NOT NULL CHECK (tone BETWEEN 0 AND 2),
  at INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (account, probe, tone)
) STRICT;
CREATE INDEX fact_by_moment ON fact (at);

-- What was spent lately and is not to be spent again, and who has left an episode; moments are milliseconds, as before.

-- Examinations of an account that were begun: those of the last hour, and the last whole one.
CREATE TABLE begun (
  account TEXT NOT NULL,           -- opaque
  at INTEGER NOT NULL,
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  asked INTEGER NOT NULL CHECK (asked IN (0, 1))  -- a person wanted it
) STRICT;

-- An account that has found another cause, or whose mail has gone, belongs to the past of an episode only.
ALTER TABLE episode_account ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1));

-- Notifications: at most so many in an hour, and none twice for the same spell.
CREATE TABLE announced (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account TEXT NOT NULL,           -- opaque
  cause INTEGER NOT NULL REFERENCES word (id)
) STRICT;

-- Every time that a secret was said to a server. `secret` is a slow digest under the salt of this database: it tells
-- whether it is the same one, and nothing else.
CREATE TABLE sign_in (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  host TEXT NOT NULL,
  secret BLOB NOT NULL,
  outcome TEXT                     -- NULL until it was answered, and for ever if we died of it
) STRICT;
CREATE INDEX sign_in_by_host ON sign_in (host, at);

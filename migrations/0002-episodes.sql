-- What the watch must know after a restart, and what became of stuck mail. Accounts and messages stand here by the
-- opaque ids that the watch gives them; moments and lengths of time are milliseconds, as before.

-- One stuck spell of one root cause, from first noticed to mail gone.
CREATE TABLE episode (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,            -- apple-mail, outlook
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,               -- NULL while it goes on
  ending TEXT CHECK (ending IN ('sent', 'joined')),
  cause INTEGER REFERENCES word (id),  -- the root cause; NULL until one was named
  CHECK ((closed_at IS NULL) = (ending IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX episode_by_moment ON episode (opened_at);
CREATE INDEX episode_open ON episode (id) WHERE closed_at IS NULL;

-- Accounts whose mail waits for this reason, with the server that sends for each.
CREATE TABLE episode_account (
  episode TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  account TEXT NOT NULL,
  host TEXT NOT NULL,
  PRIMARY KEY (episode, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE episode_message (
  episode TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  message TEXT NOT NULL,
  PRIMARY KEY (episode, message)
) STRICT, WITHOUT ROWID;

-- Every turn of an episode, in the order in which they came.
CREATE TABLE episode_turn (
  id INTEGER PRIMARY KEY,
  episode TEXT NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,              -- opened, named, joined, closed
  cause INTEGER REFERENCES word (id)
) STRICT;
CREATE INDEX turn_by_episode ON episode_turn (episode);

-- Messages that wait now, and since when we have known of them.
CREATE TABLE waiting (
  message TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  account TEXT NOT NULL,
  first_seen INTEGER NOT NULL,
  counted INTEGER NOT NULL,        -- waiting that counts: online, awake, not paused
  size INTEGER NOT NULL,           -- bytes, 0 where not known
  stuck INTEGER NOT NULL CHECK (stuck IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What changed on this Mac: its network, its filters, sleep and wake.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  line TEXT NOT NULL,
  UNIQUE (at, what, line)
) STRICT;

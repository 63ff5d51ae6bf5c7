-- What held mail up in a network when this Mac was last in it, for whoever joins it again. `network` is an HMAC-SHA-256
-- under the salt of this database of what tells the network from others: nobody can say from it which one it is.
CREATE TABLE network_memory (
  network TEXT NOT NULL,           -- 32 hexadecimal digits
  account TEXT NOT NULL,           -- opaque
  at INTEGER NOT NULL,             -- when it was found last
  cause INTEGER NOT NULL REFERENCES word (id),
  port INTEGER,                    -- that let no mail out; NULL where it is not about a port
  fix TEXT,                        -- JSON {remedy, label, promise} of what was offered first, NULL where nothing was
  PRIMARY KEY (network, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX network_memory_by_moment ON network_memory (at);

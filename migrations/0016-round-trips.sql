-- Messages that somebody has sent to himself to see whether sending works, by the random part of their Message-ID: one
-- that was not tidied up, because it came late or the process died, is looked for again.
CREATE TABLE round_trip (
  mark TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  began_at INTEGER NOT NULL,
  is_over INTEGER NOT NULL DEFAULT 0 CHECK (is_over IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX round_trip_by_account ON round_trip (account, began_at);

-- A message that a person wants left alone waits on, and nobody is told of it: for good, or until a moment. `aside_cause`
-- is what held it then; another one is news. A spell of which no other message is left ends with that: `ignored`.
ALTER TABLE waiting ADD COLUMN is_aside INTEGER NOT NULL DEFAULT 0 CHECK (is_aside IN (0, 1));
ALTER TABLE waiting ADD COLUMN aside_until INTEGER CHECK (aside_until IS NULL OR is_aside = 1);
ALTER TABLE waiting ADD COLUMN aside_cause INTEGER REFERENCES word (id);

-- The ends of a spell stand in a constraint, so its table is made anew.
CREATE TABLE episode_with_ends (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  ending TEXT CHECK (ending IN ('sent', 'joined', 'ignored')),
  cause INTEGER REFERENCES word (id),
  is_muted INTEGER NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1)),
  CHECK ((closed_at IS NULL) = (ending IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO episode_with_ends (id, client, opened_at, closed_at, ending, cause, is_muted)
  SELECT id, client, opened_at, closed_at, ending, cause, is_muted FROM episode;
DROP TABLE episode;
ALTER TABLE episode_with_ends RENAME TO episode;
CREATE INDEX episode_by_moment ON episode (opened_at);
CREATE INDEX episode_open ON episode (id) WHERE closed_at IS NULL;

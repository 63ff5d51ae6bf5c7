-- What was done about a cause, and what undoing it needs. Names of files and of things on this Mac may stand in
-- `before`, never an address, a subject or a password; moments are milliseconds, as before.

CREATE TABLE treatment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used again: a person may have written it down
  remedy INTEGER NOT NULL REFERENCES word (id),
  version INTEGER NOT NULL,              -- of the shape of `before`, as the remedy counts it
  account TEXT NOT NULL,                 -- opaque
  causes TEXT NOT NULL,                  -- JSON: ids of the causes that were to be mended
  started_at INTEGER NOT NULL,
  before TEXT NOT NULL,                  -- JSON that only the remedy understands; written before anything is done
  outcome TEXT NOT NULL DEFAULT 'under way'
    CHECK (outcome IN ('under way', 'cured', 'no effect', 'failed', 'undone')),
  ended_at INTEGER,                      -- NULL while it is under way, and for ever if we died of it
  restored_at INTEGER,                   -- since when everything has been as it was before
  words TEXT,                            -- how it ended, in a sentence
  CHECK ((outcome = 'under way') = (ended_at IS NULL))
) STRICT;
CREATE INDEX treatment_by_moment ON treatment (started_at);

-- An outcome is final, except that what was done may still be undone.
CREATE TRIGGER treatment_outcome_is_final BEFORE UPDATE OF outcome ON treatment
WHEN OLD.outcome <> 'under way' AND (OLD.outcome = 'undone' OR NEW.outcome <> 'undone')
BEGIN
  SELECT RAISE(ABORT, 'The outcome of a treatment is final.');
END;

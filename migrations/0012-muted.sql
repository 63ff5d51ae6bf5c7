-- A person knows of a stuck spell, and wants to hear no more of it until something about it changes.
ALTER TABLE episode ADD COLUMN is_muted INTEGER NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1));

-- Once in a stuck spell, the outgoing server of an account is asked what it has against the mail that waits. Written down
-- before it is asked, so that a restart does not ask again.
ALTER TABLE episode_account ADD COLUMN is_tried INTEGER NOT NULL DEFAULT 0 CHECK (is_tried IN (0, 1));

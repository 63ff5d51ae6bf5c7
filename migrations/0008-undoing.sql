-- An undo is for the state that we left: prints of what a treatment changes, before it and after it. NULL where nobody
-- could see it, as in the receipts that were written before this step. Nothing private stands in a print.
ALTER TABLE treatment ADD COLUMN stood TEXT;              -- before anything was done
ALTER TABLE treatment ADD COLUMN left_as TEXT;            -- when it had been done
ALTER TABLE treatment ADD COLUMN undo_began_at INTEGER;   -- when it was last begun to be undone
ALTER TABLE treatment ADD COLUMN newer_of INTEGER;        -- the treatment that was undone, where this keeps what was newer

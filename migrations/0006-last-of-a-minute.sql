-- Where an account was examined several times within one minute, that minute holds all that was seen, and only what the
-- last of them saw stands for the time after it. NULL where that is the same.
ALTER TABLE seen_minute ADD COLUMN last INTEGER;

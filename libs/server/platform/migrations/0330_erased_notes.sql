-- The content of a note is erased as that of a message is: that there was one stays, and who erased it.
ALTER TABLE notes ADD COLUMN erased_at timestamptz;
ALTER TABLE notes ADD COLUMN erased_by bigint REFERENCES users ON DELETE SET NULL;

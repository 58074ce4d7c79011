-- Macros applied to many cases leave the same record for each of them, so that the undo of the whole knows of notes and
-- of what was said outside. An API application that belongs to nobody may apply them as well.
ALTER TABLE macro_applications
  ALTER COLUMN user_id DROP NOT NULL,
  ADD COLUMN bulk_id bigint REFERENCES bulk_changes ON DELETE SET NULL,
  -- The reply that was sent with it.
  ADD COLUMN message_id bigint REFERENCES messages ON DELETE SET NULL;
CREATE INDEX macro_applications_bulk_idx ON macro_applications (bulk_id, case_id) WHERE bulk_id IS NOT NULL;
CREATE INDEX macro_applications_message_idx ON macro_applications (message_id) WHERE message_id IS NOT NULL;

-- A case may stay as it was for more than one reason.
ALTER TABLE bulk_skips DROP CONSTRAINT bulk_skips_pkey, ADD PRIMARY KEY (bulk_id, undo, case_id, code);

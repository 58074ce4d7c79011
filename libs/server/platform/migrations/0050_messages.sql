-- What can be done to a message besides reading it: forward, hide, erase, replace; files on notes too; a durable mark
-- between «written» and «ended» of a message on its way out; what an acknowledgement needs, kept when a mail is settled.

ALTER TABLE messages
  -- forward: to somebody else than the customer. aside: what such a person answered. Neither is quoted to the customer.
  ADD COLUMN purpose text NOT NULL DEFAULT 'message' CHECK (purpose IN ('message', 'forward', 'aside')),
  -- The customer's portal does not show it.
  ADD COLUMN hidden_at timestamptz,
  ADD COLUMN hidden_by bigint REFERENCES users ON DELETE SET NULL,
  -- The content is gone; that there was a message stays.
  ADD COLUMN erased_at timestamptz,
  ADD COLUMN erased_by bigint REFERENCES users ON DELETE SET NULL;

ALTER TABLE attachments
  ALTER COLUMN message_id DROP NOT NULL,
  ADD COLUMN note_id bigint REFERENCES notes ON DELETE CASCADE,
  ADD CONSTRAINT attachments_one_owner CHECK (num_nonnulls(message_id, note_id) = 1),
  -- Null once the content is erased.
  ALTER COLUMN sha256 DROP NOT NULL,
  ADD COLUMN erased_at timestamptz,
  ADD COLUMN erased_by bigint REFERENCES users ON DELETE SET NULL,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
UPDATE attachments a SET created_at = m.at, updated_at = m.at FROM messages m WHERE m.id = a.message_id;
CREATE INDEX attachments_note_id_idx ON attachments (note_id) WHERE note_id IS NOT NULL;
CREATE TRIGGER attachments_touch BEFORE INSERT OR UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- The small picture of an image, by the image's own bytes; null: it cannot be had, and nobody tries again.
CREATE TABLE thumbnails (
  sha256 text PRIMARY KEY REFERENCES blobs ON DELETE CASCADE,
  picture bytea,
  made_at timestamptz NOT NULL
);

ALTER TABLE deliveries
  -- Set right before the end of the message may leave this machine: a claim that ran out without it has sent nothing.
  ADD COLUMN ending_at timestamptz,
  -- The message that was sent in its place.
  ADD COLUMN replaced_by bigint REFERENCES messages ON DELETE SET NULL;
CREATE INDEX deliveries_replaced_by_idx ON deliveries (replaced_by) WHERE replaced_by IS NOT NULL;

-- Whom an automatic answer may go to (RFC 3834 §2); null: nobody.
ALTER TABLE intake_items ADD COLUMN answer_to text;

-- A delivery belongs to the case where its message is, also after a merge or a split.
CREATE FUNCTION delivery_follows_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE deliveries SET case_id = NEW.case_id WHERE message_id = NEW.id AND case_id <> NEW.case_id;
  RETURN NULL;
END $$;
CREATE TRIGGER messages_take_deliveries AFTER UPDATE OF case_id ON messages
  FOR EACH ROW WHEN (OLD.case_id IS DISTINCT FROM NEW.case_id) EXECUTE FUNCTION delivery_follows_message();

-- Content that was erased; the bytes go when nothing else needs them.
CREATE TABLE erased_blobs (
  sha256 text PRIMARY KEY,
  erased_at timestamptz NOT NULL
);

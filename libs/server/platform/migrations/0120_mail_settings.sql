-- What administrators decide about mail: how each mailbox sends, what its first connection imports, which mailbox of a
-- brand speaks first.

-- Null: what this mailbox sends leaves through the desk's own server.
ALTER TABLE mailboxes ADD COLUMN smtp jsonb;
ALTER TABLE mailboxes ADD COLUMN smtp_password_sealed text;
-- Why its own server cannot be used at present, in words; empty while it can.
ALTER TABLE mailboxes ADD COLUMN sending_trouble text NOT NULL DEFAULT '';
CREATE TRIGGER mailboxes_touch BEFORE INSERT OR UPDATE ON mailboxes FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- How far the import of what was there before has come: of so many mails, up to this UID; null: nothing was imported.
ALTER TABLE mailbox_cursors ADD COLUMN import_total integer;
ALTER TABLE mailbox_cursors ADD COLUMN import_done integer NOT NULL DEFAULT 0;
ALTER TABLE mailbox_cursors ADD COLUMN import_through bigint;

-- A mail that a mailbox sent to itself, to prove that it goes out and comes back; the latest one only.
CREATE TABLE mailbox_tests (
  mailbox_id bigint PRIMARY KEY REFERENCES mailboxes ON DELETE CASCADE,
  -- Without angle brackets: the ledger says when it came back.
  message_id text NOT NULL UNIQUE,
  sent_at timestamptz NOT NULL,
  -- Empty: the server took it.
  refusal text NOT NULL DEFAULT ''
);

-- What answers for a brand where no other mailbox does; null: its first one.
ALTER TABLE brands ADD COLUMN default_mailbox_id bigint REFERENCES mailboxes ON DELETE SET NULL;
CREATE INDEX brands_default_mailbox_id_idx ON brands (default_mailbox_id) WHERE default_mailbox_id IS NOT NULL;

-- Deliveries by state and all of them, each the newest first; what hangs on a mailbox.
CREATE INDEX deliveries_state_idx ON deliveries (state, created_at DESC, id DESC);
CREATE INDEX deliveries_created_idx ON deliveries (created_at DESC, id DESC);
CREATE INDEX cases_mailbox_id_idx ON cases (mailbox_id) WHERE mailbox_id IS NOT NULL;
CREATE INDEX mailboxes_brand_id_idx ON mailboxes (brand_id);
CREATE INDEX system_log_part_idx ON system_log (part, at DESC, id DESC);

-- Every mail asks whether another mailbox brought the same content; the Intake page narrows down to a mailbox.
CREATE INDEX intake_items_content_hash_idx ON intake_items (content_hash) WHERE content_hash IS NOT NULL;
CREATE INDEX intake_items_mailbox_idx ON intake_items (mailbox_id, received_at DESC, id DESC);

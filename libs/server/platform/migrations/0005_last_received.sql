-- When something last came to a mailbox is in the ledger; a copy would make every mail of a mailbox wait for one row.
ALTER TABLE mailboxes DROP COLUMN last_received_at;

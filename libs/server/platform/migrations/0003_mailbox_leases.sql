-- Who fetches a mailbox: one worker at a time. Whoever dies or freezes stops renewing, and another one takes over.

CREATE TABLE mailbox_leases (
  mailbox_id bigint PRIMARY KEY REFERENCES mailboxes ON DELETE CASCADE,
  holder text NOT NULL,
  until timestamptz NOT NULL
);

-- When the first connection was made: what was there before is imported by the administrator's choice, silently.
ALTER TABLE mailbox_cursors ADD COLUMN begun_at timestamptz NOT NULL DEFAULT now();

-- What the customer feels about a private message, as the network shows it; null: nothing, or nothing any more.
ALTER TABLE social_posts ADD COLUMN reaction text;
ALTER TABLE social_posts ADD COLUMN reacted_at timestamptz;

-- Private conversations of a page in which one of its apps has handed over to another.
CREATE TABLE social_handovers (
  account_id bigint NOT NULL REFERENCES social_accounts ON DELETE CASCADE,
  conversation_id text NOT NULL,
  -- Another app answers there, not this desk.
  elsewhere boolean NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (account_id, conversation_id)
);

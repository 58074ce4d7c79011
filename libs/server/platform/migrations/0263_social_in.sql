-- A customer's picture as his network showed it, and where it came from, so that it is fetched once.
ALTER TABLE customer_identities ADD COLUMN avatar_sha256 text REFERENCES blobs;
ALTER TABLE customer_identities ADD COLUMN avatar_source text;
CREATE INDEX customer_identities_avatar_idx ON customer_identities (avatar_sha256) WHERE avatar_sha256 IS NOT NULL;

-- Who reads an account at the moment, and when it is its turn again, for all processes of the desk together.
CREATE TABLE social_leases (
  account_id bigint NOT NULL REFERENCES social_accounts ON DELETE CASCADE,
  stream text NOT NULL,
  holder uuid NOT NULL,
  until timestamptz NOT NULL,
  -- Not before then; what went wrong in a row makes it later.
  next_at timestamptz NOT NULL DEFAULT '-infinity',
  failures integer NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, stream)
);

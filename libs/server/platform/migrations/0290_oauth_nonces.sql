-- Signed requests (OAuth 1.0a) that were answered: the same one is not answered again. Kept as long as its time is near enough
-- to be taken at all.
CREATE TABLE oauth_nonces (
  token_id bigint NOT NULL REFERENCES api_tokens ON DELETE CASCADE,
  nonce text NOT NULL,
  -- When the client says that it signed.
  at timestamptz NOT NULL,
  PRIMARY KEY (token_id, at, nonce)
);
CREATE INDEX oauth_nonces_at_idx ON oauth_nonces (at);

-- Applications that ask people to let them in (OAuth 1.0a in three steps, RFC 5849 §2). The token that a browser carries is
-- known by its hash, its secret is sealed as those of access tokens are.
CREATE TABLE oauth_requests (
  token_hash bytea PRIMARY KEY,
  application_id bigint NOT NULL REFERENCES api_applications ON DELETE CASCADE,
  secret_sealed text NOT NULL,
  -- Where the browser goes afterwards; null when the person carries a code over herself.
  callback text,
  -- Who allowed it, and what; null until somebody did.
  user_id bigint REFERENCES users ON DELETE CASCADE,
  scopes text[],
  verifier_hash bytea,
  denied boolean NOT NULL DEFAULT false,
  -- Verifiers that the application has shown.
  guesses integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL,
  CHECK ((user_id IS NULL) = (scopes IS NULL) AND (user_id IS NULL) = (verifier_hash IS NULL))
);
CREATE INDEX oauth_requests_application_id_idx ON oauth_requests (application_id);
CREATE INDEX oauth_requests_user_id_idx ON oauth_requests (user_id);
CREATE INDEX oauth_requests_expires_at_idx ON oauth_requests (expires_at);

-- Signed requests for tokens: the same one is not answered again. Kept as those of oauth_nonces are.
CREATE TABLE oauth_request_nonces (
  application_id bigint NOT NULL REFERENCES api_applications ON DELETE CASCADE,
  nonce text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (application_id, at, nonce)
);
CREATE INDEX oauth_request_nonces_at_idx ON oauth_request_nonces (at);

-- What leaves on X and Facebook.

-- When the network was about to be asked to post it: from then on it may stand there, until its id is known.
ALTER TABLE social_posts ADD COLUMN attempted_at timestamptz;
CREATE INDEX social_posts_writer_idx ON social_posts (account_id, writer_id);
-- What may stand on the network without our knowing its name.
CREATE INDEX social_posts_attempted_idx ON social_posts (account_id) WHERE attempted_at IS NOT NULL AND external_id IS NULL;

-- The network lets this account write more than others.
ALTER TABLE social_accounts ADD COLUMN long_posts boolean NOT NULL DEFAULT false;

-- What waits for an account to be well again.
CREATE INDEX deliveries_account_idx ON deliveries (((route ->> 'accountId')::bigint)) WHERE state = 'pending' AND route IS NOT NULL;

-- When the browser came back with it: what a network handed out is good for one return.
ALTER TABLE social_connections ADD COLUMN used_at timestamptz;
-- What the network said, or who signed in instead.
ALTER TABLE social_connections ADD COLUMN refusal_detail text NOT NULL DEFAULT '';

-- Where the pages of a list ended that somebody walks through, so that the next page begins there although rows have moved.
-- Lost in a crash, which costs a walk under way its certainty and nobody anything else.
CREATE UNLOGGED TABLE desk_walks (
  -- Who asks for what, as a hash.
  walker text NOT NULL,
  page integer NOT NULL,
  place text NOT NULL,
  id bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (walker, page)
) WITH (fillfactor = 70);
CREATE INDEX desk_walks_at_idx ON desk_walks (at);

-- What pipelines walk through in the order of change, as they walk through cases, messages and customers.
CREATE INDEX feedback_updated_idx ON feedback (updated_at, id) WHERE submitted_at IS NOT NULL;

-- Whether anything has changed since all customers were counted, also by being merged.
CREATE INDEX customers_changed_idx ON customers (updated_at);

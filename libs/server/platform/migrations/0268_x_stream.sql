-- The one connection on which X tells what is said about the search terms of all accounts: which process holds it.
CREATE TABLE x_streams (
  app text PRIMARY KEY,
  holder uuid NOT NULL,
  until timestamptz NOT NULL,
  -- Not before then; what went wrong in a row makes it later.
  next_at timestamptz NOT NULL DEFAULT '-infinity',
  failures integer NOT NULL DEFAULT 0,
  -- The rules that it brings posts for while it is open; what is in them need not be asked for so often.
  covers text[] NOT NULL DEFAULT '{}'
);

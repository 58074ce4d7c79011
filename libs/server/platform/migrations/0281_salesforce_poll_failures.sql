-- Objects of Salesforce that could not be read to their end: each is asked again by itself, ever more rarely.
CREATE TABLE salesforce_poll_failures (
  object text PRIMARY KEY,
  failures integer NOT NULL,
  retry_at timestamptz NOT NULL
);

-- When a person asked to try again: the days of back-off count from then.
ALTER TABLE deliveries ADD COLUMN retried_at timestamptz;

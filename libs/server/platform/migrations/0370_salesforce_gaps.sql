-- Rows of Salesforce that the desk could not take because a record that they point to is not linked. When it is, they are read
-- again, whether or not anybody edits them there.
CREATE TABLE salesforce_awaiting_rows (
  object text NOT NULL,
  salesforce_id text NOT NULL,
  -- What it points to, of customers: the contact.
  waits_for text NOT NULL,
  PRIMARY KEY (object, salesforce_id)
);
-- Who waits for a record is asked whenever one gets its counterpart: {"code": "WAITS", "fields": ["customer:7"]}.
CREATE INDEX salesforce_outbox_problem_idx ON salesforce_outbox USING gin (problem jsonb_path_ops) WHERE problem IS NOT NULL;

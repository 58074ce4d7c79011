-- Where a rule rests: it came back to one case too often, and leaves that one alone for a while.
CREATE TABLE rule_rests (
  rule_id bigint NOT NULL REFERENCES rules ON DELETE CASCADE,
  case_id bigint NOT NULL REFERENCES cases ON DELETE CASCADE,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (rule_id, case_id)
);
CREATE INDEX rule_rests_case_idx ON rule_rests (case_id);

-- When it was last corrected or switched on: what it did before counts against it no more.
ALTER TABLE rules ADD COLUMN renewed_at timestamptz;

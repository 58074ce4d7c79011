-- What is told of rules is kept as facts beside the sentences, so that every reader can be told in her own language.
-- See contracts/automation/rule-facts.ts.
ALTER TABLE rules ADD COLUMN disabled_because jsonb;

-- How far the case's history had come when the run ended: what a rule did stands before that. Null for older runs.
ALTER TABLE rule_runs ADD COLUMN until_sequence integer;

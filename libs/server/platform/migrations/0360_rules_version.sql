-- A version that was taken back with its transaction does not come again with other rules: whoever compiled them for several
-- facts in one transaction may have kept it.
CREATE SEQUENCE rules_versions;
SELECT setval('rules_versions', (SELECT version FROM rules_version) + 1);
CREATE OR REPLACE FUNCTION count_rules_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE rules_version SET version = nextval('rules_versions');
  RETURN NULL;
END $$;

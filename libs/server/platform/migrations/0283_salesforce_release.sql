-- Somebody wants tried again what was refused for this reason ('*': for any). Whoever sends the record next sees to it, for only
-- he may touch what rests of it.
ALTER TABLE salesforce_outbox ADD COLUMN release text;

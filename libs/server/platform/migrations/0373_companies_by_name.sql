-- Salesforce's accounts are recognised by the whole name. The index of its trigrams finds that too, but has to read what many
-- names have in common; a hash knows no length.
CREATE INDEX companies_whole_name_idx ON companies USING hash (search_fold(name));

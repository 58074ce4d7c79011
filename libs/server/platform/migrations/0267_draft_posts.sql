-- How an unsent answer is to leave on the network of its case. Null: as answers leave there by themselves.
ALTER TABLE drafts ADD COLUMN post jsonb;

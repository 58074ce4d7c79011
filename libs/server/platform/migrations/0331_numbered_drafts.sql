-- Programs know an unsent reply by a number of its own, which no message of any case has.
ALTER TABLE drafts ADD COLUMN id bigint NOT NULL DEFAULT nextval('messages_id_seq');
CREATE UNIQUE INDEX drafts_id_key ON drafts (id);

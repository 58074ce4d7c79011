-- What programs look for in cases by the API of Desk.com: parts of descriptions, notes and names of files, a priority, a channel.
CREATE INDEX cases_description_idx ON cases USING gin (fold_text(description) gin_trgm_ops) WHERE description <> '';
CREATE INDEX notes_text_idx ON notes USING gin (fold_text(text) gin_trgm_ops);
CREATE INDEX attachments_file_name_idx ON attachments USING gin (fold_text(file_name) gin_trgm_ops);
CREATE INDEX cases_any_priority_idx ON cases (priority, id) WHERE deleted_at IS NULL;
CREATE INDEX cases_any_channel_idx ON cases (channel, id) WHERE deleted_at IS NULL;

-- Pages of all notes are read in the order in which they were written.
CREATE INDEX notes_at_idx ON notes (at, id);

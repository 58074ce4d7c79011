-- Links and drafts go where a merged case goes. Where they belong when no merge had taken them elsewhere; null: where they are.
ALTER TABLE case_links
  ADD COLUMN home_case_id bigint REFERENCES cases ON DELETE SET NULL,
  ADD COLUMN other_home_case_id bigint REFERENCES cases ON DELETE SET NULL;
CREATE INDEX case_links_home_case_idx ON case_links (home_case_id) WHERE home_case_id IS NOT NULL;
CREATE INDEX case_links_other_home_case_idx ON case_links (other_home_case_id) WHERE other_home_case_id IS NOT NULL;

ALTER TABLE drafts ADD COLUMN home_case_id bigint REFERENCES cases ON DELETE SET NULL;
CREATE INDEX drafts_home_case_idx ON drafts (home_case_id) WHERE home_case_id IS NOT NULL;

-- What somebody sees who sees only the cases of his groups: each list of a group in its own order.
CREATE INDEX cases_group_status_idx ON cases (group_id, status, active_at DESC, id DESC)
  WHERE deleted_at IS NULL AND spam_at IS NULL;

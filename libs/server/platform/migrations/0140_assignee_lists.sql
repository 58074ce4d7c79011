-- What somebody sees who sees only the cases assigned to him: each of his lists in its own order. Without it a list of
-- one status may be looked for among everybody's.
CREATE INDEX cases_assignee_status_idx ON cases (assignee_id, status, active_at DESC, id DESC)
  WHERE deleted_at IS NULL AND spam_at IS NULL;

-- The facts of one case, in order: ratings are among them now.
DROP INDEX outbox_case_idx;
CREATE INDEX outbox_case_idx ON outbox (((payload ->> 'caseId')::bigint), id)
  WHERE name IN ('case.opened', 'case.updated', 'message.received', 'message.replied', 'note.added',
                 'satisfaction.submitted');

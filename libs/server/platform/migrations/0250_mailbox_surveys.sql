-- Whether customers are asked after a case of a mailbox was resolved, and how many hours after (null: as the brand has it).
ALTER TABLE mailboxes
  ADD COLUMN survey text NOT NULL DEFAULT 'as-brand' CHECK (survey IN ('as-brand', 'send', 'never')),
  ADD COLUMN survey_after_hours integer CHECK (survey_after_hours BETWEEN 0 AND 720);

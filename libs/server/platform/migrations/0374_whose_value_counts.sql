-- Where a first link or a way that only goes there says so, the desk's value counts, not Salesforce's.
ALTER TABLE salesforce_conflicts
  ADD COLUMN wins text NOT NULL DEFAULT 'salesforce' CHECK (wins IN ('desk', 'salesforce'));

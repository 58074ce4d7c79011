-- After a long silence Salesforce does not tell any more what was deleted there: linked records are looked for one after the
-- other. The last link that was; null: none needs to be.
ALTER TABLE salesforce_cursors ADD COLUMN reconciled_to bigint;

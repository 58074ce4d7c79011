-- The desk could not listen for a while: what was said meanwhile has to be fetched. Cleared by whoever fetched it.
ALTER TABLE social_accounts ADD COLUMN backfill boolean NOT NULL DEFAULT false;
-- Since when somebody renews the keys; what is left over says that he was interrupted.
ALTER TABLE social_accounts ADD COLUMN renewing_since timestamptz;

-- Who may see and keep the accounts: whoever answers chooses the one that he answers from.
UPDATE roles SET permissions = permissions || '{social-accounts:view}'
WHERE 'cases:reply' = ANY (permissions) OR 'mailboxes:view' = ANY (permissions);
UPDATE roles SET permissions = permissions || '{social-accounts:manage}' WHERE 'mailboxes:manage' = ANY (permissions);

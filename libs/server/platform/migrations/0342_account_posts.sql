-- What the company says on X to nobody's case: posts of an account by itself.

-- Who let the account say it, of what no case knows.
ALTER TABLE social_posts ADD COLUMN posted_by bigint REFERENCES users ON DELETE SET NULL;
CREATE INDEX social_posts_posted_by_idx ON social_posts (posted_by) WHERE posted_by IS NOT NULL;
-- Posts of an account, one after the other, without what was said in private.
CREATE INDEX social_posts_account_idx ON social_posts (account_id, id) WHERE part = 0 AND kind <> 'message';

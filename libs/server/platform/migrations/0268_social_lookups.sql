-- What an account said, and what was said to it in public: whoever asks for quotes, and for what was taken down, asks for the
-- latest. Announcements are few among answers.
CREATE INDEX social_posts_announced_idx ON social_posts (account_id, posted_at DESC)
  WHERE by_account AND kind IN ('post', 'quote') AND external_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX social_posts_answered_idx ON social_posts (account_id, posted_at DESC)
  WHERE by_account AND kind = 'reply' AND external_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX social_posts_of_cases_idx ON social_posts (account_id, posted_at DESC)
  WHERE message_id IS NOT NULL AND kind <> 'message' AND external_id IS NOT NULL AND deleted_at IS NULL;

-- How far each user has marked the system log as seen: what came after is new to her.
CREATE TABLE system_log_seen (
  user_id bigint PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  entry_id bigint NOT NULL
);

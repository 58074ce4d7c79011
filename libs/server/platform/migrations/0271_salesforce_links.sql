-- A record of the desk and the one in Salesforce that it is kept in step with. The desk's may be any of three kinds, so
-- nothing refers to it: one that is gone leaves a link that says so, and what is in Salesforce stays.
CREATE TABLE salesforce_links (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  object text NOT NULL CHECK (object IN ('company', 'customer', 'case')),
  desk_id bigint NOT NULL,
  -- Null: not there yet.
  salesforce_id text,
  state text NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'ok', 'unlinked', 'tombstone_salesforce', 'tombstone_desk', 'error')),
  -- By rule or macro: it is to be there, whatever the conditions say.
  wanted boolean NOT NULL DEFAULT false,
  -- What both sides last agreed on, field by field, in the one form in which values are compared.
  base jsonb NOT NULL DEFAULT '{}',
  -- What was sent since, of which nobody knows whether it arrived.
  sent jsonb NOT NULL DEFAULT '{}',
  -- What was sent to make it, kept until it is known what came of it.
  payload jsonb,
  -- Salesforce's stamp of the newest row that was merged; milliseconds of its clock.
  stamp bigint,
  -- When that row was asked for, or the latest write was answered; milliseconds of the database's clock.
  seen_at bigint,
  -- Values that one side refused, each with its reason; other values are tried again.
  held jsonb NOT NULL DEFAULT '{}',
  -- Where each value came from: {"phone.work": {"from": "salesforce", "at": …, "by": …}}.
  provenance jsonb NOT NULL DEFAULT '{}',
  -- Failed tries since the last success.
  attempts integer NOT NULL DEFAULT 0,
  -- Why nothing of it goes on; null: it does.
  problem jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (object, desk_id),
  UNIQUE (object, salesforce_id)
);
CREATE INDEX salesforce_links_state_idx ON salesforce_links (state, id) WHERE state <> 'ok';
CREATE TRIGGER salesforce_links_touch BEFORE INSERT OR UPDATE ON salesforce_links
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- What is to be looked at for Salesforce: one row a record, however often it changes meanwhile.
CREATE TABLE salesforce_outbox (
  object text NOT NULL,
  desk_id bigint NOT NULL,
  -- Grows with every change; a row is done only when it has not grown while it was being sent.
  changes integer NOT NULL DEFAULT 1,
  -- Since when something waits: what the lag is measured by.
  since timestamptz NOT NULL,
  not_before timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- Why it was not sent: {"code", "message", "class", "fields"}.
  problem jsonb,
  -- Nobody tries it again by himself: the record, the mapping or a person has to change something first.
  dead boolean NOT NULL DEFAULT false,
  -- Who has it, by the database's clock; one that died is succeeded.
  taken_until timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (object, desk_id)
);
CREATE INDEX salesforce_outbox_due_idx ON salesforce_outbox (not_before) WHERE NOT dead;
CREATE INDEX salesforce_outbox_dead_idx ON salesforce_outbox ((problem ->> 'code')) WHERE dead;

-- How far Salesforce has been read, by its own stamps.
CREATE TABLE salesforce_cursors (
  object text PRIMARY KEY,
  stamp timestamptz NOT NULL,
  -- What lies before is none of the poll's business: it was enabled then, or the first sync has seen to it.
  since timestamptz NOT NULL,
  -- Transactions that were open then may still commit rows with stamps from here on.
  safe_low timestamptz,
  polled_at timestamptz
);

-- Notes and interactions that are beneath a case in Salesforce. One that had to be split has several parts.
CREATE TABLE salesforce_children (
  kind text NOT NULL CHECK (kind IN ('note', 'email', 'activity', 'post')),
  desk_id bigint NOT NULL,
  part integer NOT NULL DEFAULT 0,
  case_id bigint NOT NULL,
  -- Null: it was sent, and it is not known what came of it.
  salesforce_id text,
  content_hash text NOT NULL,
  -- Why Salesforce did not take it; null: it did, or nobody knows.
  problem jsonb,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (kind, desk_id, part)
);
CREATE INDEX salesforce_children_case_idx ON salesforce_children (case_id);

-- Both sides changed one field: Salesforce's value stands, and somebody may have another mind.
CREATE TABLE salesforce_conflicts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  link_id bigint NOT NULL REFERENCES salesforce_links ON DELETE CASCADE,
  object text NOT NULL,
  desk_id bigint NOT NULL,
  field text NOT NULL,
  -- What both had before.
  base_value jsonb,
  desk_value jsonb,
  salesforce_value jsonb,
  -- Who changed it here, as history shows it; null: nobody knows any more.
  desk_by jsonb,
  desk_at timestamptz,
  salesforce_by text,
  salesforce_at timestamptz,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'restored', 'edited')),
  resolved_by bigint REFERENCES users ON DELETE SET NULL,
  resolved_at timestamptz,
  at timestamptz NOT NULL
);
CREATE INDEX salesforce_conflicts_state_idx ON salesforce_conflicts (state, at DESC, id DESC);
CREATE INDEX salesforce_conflicts_link_idx ON salesforce_conflicts (link_id);

-- What the sync did, and what it could not do.
CREATE TABLE salesforce_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  direction text NOT NULL CHECK (direction IN ('to_salesforce', 'to_desk')),
  object text NOT NULL,
  desk_id bigint,
  salesforce_id text,
  action text NOT NULL CHECK (action IN
    ('created', 'updated', 'skipped', 'conflict', 'failed', 'linked', 'unlinked', 'tombstone')),
  -- What went across: [{"field", "before", "after"}].
  fields jsonb NOT NULL DEFAULT '[]',
  error_code text,
  detail text NOT NULL DEFAULT ''
);
CREATE INDEX salesforce_log_at_idx ON salesforce_log (at DESC, id DESC);
CREATE INDEX salesforce_log_row_idx ON salesforce_log (salesforce_id, at DESC) WHERE error_code IS NOT NULL;
CREATE INDEX salesforce_log_record_idx ON salesforce_log (object, desk_id, at DESC);

CREATE TABLE salesforce_log_settings (
  keep_days integer NOT NULL CHECK (keep_days BETWEEN 7 AND 365)
);
CREATE UNIQUE INDEX salesforce_log_settings_one_key ON salesforce_log_settings ((true));
INSERT INTO salesforce_log_settings (keep_days) VALUES (30);

-- The first sync: everything that both sides had before they were kept in step. There is one at a time; a new one takes the
-- place of the last.
CREATE TABLE salesforce_first_syncs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Of which organisation; ids of another one mean nothing.
  org_id text NOT NULL,
  -- First it is found out what would happen, then it is done.
  phase text NOT NULL DEFAULT 'preview' CHECK (phase IN ('preview', 'sync')),
  state text NOT NULL CHECK (state IN ('dry-run', 'previewed', 'running', 'waiting', 'stopped', 'failed', 'done')),
  -- Why it waits or failed.
  reason text NOT NULL DEFAULT '',
  -- When what waits is looked at again.
  not_before timestamptz,
  -- Salesforce's clock before the first record was read: from there on the poll goes on.
  stamp timestamptz,
  calls integer NOT NULL DEFAULT 0,
  started_by bigint REFERENCES users ON DELETE SET NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX salesforce_first_syncs_started_by_idx ON salesforce_first_syncs (started_by) WHERE started_by IS NOT NULL;

-- How far it is: each object is read through in Salesforce, then at the desk.
CREATE TABLE salesforce_first_sync_sides (
  first_sync_id bigint NOT NULL REFERENCES salesforce_first_syncs ON DELETE CASCADE,
  phase text NOT NULL CHECK (phase IN ('preview', 'sync')),
  position integer NOT NULL,
  object text NOT NULL CHECK (object IN ('company', 'customer', 'case')),
  side text NOT NULL CHECK (side IN ('salesforce', 'desk')),
  -- Records there, as far as known.
  total integer NOT NULL DEFAULT 0,
  seen integer NOT NULL DEFAULT 0,
  -- The id of the last record that was dealt with: ids only grow.
  last_id text NOT NULL DEFAULT '',
  -- Fate → number.
  counts jsonb NOT NULL DEFAULT '{}',
  done boolean NOT NULL DEFAULT false,
  PRIMARY KEY (first_sync_id, phase, position)
);

-- What happens to each record, or happened; those that stay as they are are only counted.
CREATE TABLE salesforce_first_sync_rows (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  first_sync_id bigint NOT NULL REFERENCES salesforce_first_syncs ON DELETE CASCADE,
  phase text NOT NULL,
  object text NOT NULL,
  fate text NOT NULL,
  desk_id bigint,
  salesforce_id text,
  name text NOT NULL,
  -- The desk's names of the fields that change.
  fields text[] NOT NULL DEFAULT '{}',
  reason text NOT NULL DEFAULT ''
);
CREATE INDEX salesforce_first_sync_rows_list_idx ON salesforce_first_sync_rows (first_sync_id, phase, id);
CREATE INDEX salesforce_first_sync_rows_fate_idx ON salesforce_first_sync_rows (first_sync_id, phase, object, fate, id);
CREATE INDEX salesforce_first_sync_rows_desk_idx ON salesforce_first_sync_rows (first_sync_id, object, desk_id)
  WHERE desk_id IS NOT NULL;
CREATE INDEX salesforce_first_sync_rows_salesforce_idx ON salesforce_first_sync_rows (first_sync_id, object, salesforce_id)
  WHERE salesforce_id IS NOT NULL;

-- What companies and customers of Salesforce are recognised by: their names and addresses, folded.
CREATE TABLE salesforce_first_sync_keys (
  first_sync_id bigint NOT NULL REFERENCES salesforce_first_syncs ON DELETE CASCADE,
  object text NOT NULL,
  salesforce_id text NOT NULL,
  key text NOT NULL,
  PRIMARY KEY (first_sync_id, object, salesforce_id)
);
CREATE INDEX salesforce_first_sync_keys_key_idx ON salesforce_first_sync_keys (first_sync_id, object, key);

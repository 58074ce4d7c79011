-- How people sign in, for the whole desk; and groups that hand over to another one before they go.

CREATE TABLE sign_in_settings (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  min_password_length integer NOT NULL DEFAULT 10 CHECK (min_password_length BETWEEN 10 AND 64),
  -- Of everybody; a role can demand it of its users alone.
  two_factor_required boolean NOT NULL DEFAULT false,
  -- A session ends this long after the sign-in …
  session_hours integer NOT NULL DEFAULT 2160 CHECK (session_hours BETWEEN 1 AND 8760),
  -- … and after this long without use.
  idle_minutes integer NOT NULL DEFAULT 20160 CHECK (idle_minutes BETWEEN 15 AND 129600),
  -- At which addresses people may be invited; empty: at any.
  email_domains text[] NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER sign_in_settings_touch BEFORE INSERT OR UPDATE ON sign_in_settings
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
INSERT INTO sign_in_settings DEFAULT VALUES;

-- Not null while a deleted group hands its cases over to this one; it goes when the last case has left it.
ALTER TABLE groups
  ADD COLUMN successor_id bigint REFERENCES groups,
  ADD CHECK (successor_id <> id);
CREATE INDEX groups_successor_id_idx ON groups (successor_id) WHERE successor_id IS NOT NULL;

-- Also those in the trash leave a group.
CREATE INDEX cases_group_all_idx ON cases (group_id, id) WHERE group_id IS NOT NULL;

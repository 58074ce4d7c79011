-- What administrators have to say to those who work here: one message, to whom and until when.
CREATE TABLE system_message (
  is_one boolean PRIMARY KEY DEFAULT true CHECK (is_one),
  message text NOT NULL DEFAULT '' CHECK (length(message) <= 500),
  -- Whose members are told; empty: everybody.
  group_ids bigint[] NOT NULL DEFAULT '{}',
  until timestamptz,
  updated_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO system_message DEFAULT VALUES;
CREATE TRIGGER system_message_touch BEFORE INSERT OR UPDATE ON system_message
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

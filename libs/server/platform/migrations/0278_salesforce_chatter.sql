-- When and what the desk posts to the feed of a case in Salesforce.
CREATE TABLE salesforce_chatter (
  enabled boolean NOT NULL DEFAULT false,
  statuses text[] NOT NULL DEFAULT '{}',
  template text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX salesforce_chatter_one_key ON salesforce_chatter ((true));
INSERT INTO salesforce_chatter (statuses, template)
VALUES ('{resolved}', '{{case.user.name_public | default: "The desk"}} set case {{case.id}} to {{case.status}}: {{case.subject}}');

-- What is to be said in the feed of a case, its placeholders filled: whether it is there, salesforce_children says.
CREATE TABLE salesforce_posts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id bigint NOT NULL REFERENCES cases ON DELETE CASCADE,
  -- The change of the case that it tells of; null: a rule or macro wanted it.
  sequence integer,
  -- [{"text"} or {"mention"}], in their order.
  segments jsonb NOT NULL,
  at timestamptz NOT NULL
);
-- A change is told of once, however often its fact is heard.
CREATE UNIQUE INDEX salesforce_posts_change_key ON salesforce_posts (case_id, sequence);

-- A customer who is an account of a person: the contact that stands for it there, to which cases point. Null: none, or not
-- asked for yet.
ALTER TABLE salesforce_links ADD COLUMN person_contact_id text;
CREATE UNIQUE INDEX salesforce_links_person_contact_key ON salesforce_links (person_contact_id)
  WHERE person_contact_id IS NOT NULL;

-- A comment of Salesforce is one note, and a note of the desk its comments, never another's.
CREATE UNIQUE INDEX salesforce_children_row_key ON salesforce_children (salesforce_id) WHERE salesforce_id IS NOT NULL;

-- Internal here, but its customer can read it where it was written.
ALTER TABLE notes ADD COLUMN published boolean NOT NULL DEFAULT false;

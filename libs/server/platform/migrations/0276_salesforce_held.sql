-- Who rests is asked whenever a record gets its counterpart: of many links, the few that rest.
CREATE INDEX salesforce_links_held_idx ON salesforce_links (id) WHERE held <> '{}';

-- A brand as the public meets it: the languages of its support center, what it offers there, and its own host names.
ALTER TABLE brands
  ADD COLUMN languages text[] NOT NULL DEFAULT '{en}' CHECK (cardinality(languages) > 0),
  ADD COLUMN center_open boolean NOT NULL DEFAULT true,
  ADD COLUMN offers_email boolean NOT NULL DEFAULT true,
  ADD COLUMN offers_questions boolean NOT NULL DEFAULT true,
  ADD COLUMN offers_my_cases boolean NOT NULL DEFAULT true,
  -- Null: the colour of the default theme.
  ADD COLUMN colour text CHECK (colour ~ '^#[0-9a-f]{6}$');

-- The brands that there are speak what the desk speaks, its default language first.
UPDATE brands SET languages = site.default_language || array_remove(site.languages, site.default_language) FROM site;

CREATE TABLE brand_hosts (
  host text PRIMARY KEY CHECK (host = lower(host)),
  brand_id bigint NOT NULL REFERENCES brands ON DELETE CASCADE,
  -- The first is the one that links name; the others lead to the same pages.
  position integer NOT NULL
);
CREATE INDEX brand_hosts_brand_id_idx ON brand_hosts (brand_id, position);

-- Small pictures, read once into memory with the brand.
CREATE TABLE brand_logos (
  brand_id bigint PRIMARY KEY REFERENCES brands ON DELETE CASCADE,
  content_type text NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL CHECK (length(content) <= 262144)
);

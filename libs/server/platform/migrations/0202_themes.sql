-- What brands changed about the default theme. The version with the highest number counts; without a source it is the
-- default theme's again.
CREATE TABLE theme_versions (
  brand_id bigint NOT NULL REFERENCES brands ON DELETE CASCADE,
  template text NOT NULL,
  version integer NOT NULL,
  source text,
  actor jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (brand_id, template, version)
);

-- What a brand says instead of the texts that everybody has.
CREATE TABLE center_texts (
  brand_id bigint NOT NULL REFERENCES brands ON DELETE CASCADE,
  language text NOT NULL,
  key text NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (brand_id, language, key)
);

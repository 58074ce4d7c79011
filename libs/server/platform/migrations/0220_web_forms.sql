-- What the e-mail form of a brand asks for besides name, address, subject and message.
CREATE TABLE web_form_fields (
  brand_id bigint NOT NULL REFERENCES brands ON DELETE CASCADE,
  custom_field_id bigint NOT NULL REFERENCES custom_fields ON DELETE CASCADE,
  required boolean NOT NULL DEFAULT false,
  PRIMARY KEY (brand_id, custom_field_id)
);
CREATE INDEX web_form_fields_custom_field_idx ON web_form_fields (custom_field_id);

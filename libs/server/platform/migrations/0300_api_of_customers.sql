-- Pipelines walk customers and companies by when they changed; programs look them up by parts of names and by their fields.
CREATE INDEX customers_updated_idx ON customers (updated_at, id) WHERE merged_into_id IS NULL;
CREATE INDEX customers_first_name_idx ON customers USING gin (search_fold(first_name) gin_trgm_ops);
CREATE INDEX customers_last_name_idx ON customers USING gin (search_fold(last_name) gin_trgm_ops);
CREATE INDEX customers_custom_fields_idx ON customers USING gin (custom_fields jsonb_path_ops) WHERE custom_fields <> '{}';
CREATE INDEX companies_updated_idx ON companies (updated_at, id);
CREATE INDEX companies_custom_fields_idx ON companies USING gin (custom_fields jsonb_path_ops) WHERE custom_fields <> '{}';

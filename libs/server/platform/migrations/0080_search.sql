-- Search: one document a case, kept up to date behind the writes. What changed is marked by the database itself, in the
-- transaction of the write: no path that writes can forget it, and the mark is there exactly when the change is.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TEXT SEARCH CONFIGURATION bureau (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION bureau ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- Names and addresses as they are compared: «José» is «jose».
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent'::regdictionary, words));

-- Text as the parser should see it: plain words only. Addresses, file names, tags, order numbers and signed numbers come
-- apart into the words that people look for; scripts without spaces come apart into signs, which a phrase joins again.
CREATE FUNCTION search_text(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN words ~ '[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]'
    THEN regexp_replace(translate(words, '@/\.-+<>_:=&%#~', '               '),
                        '([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f])', ' \1 ', 'g')
    ELSE translate(words, '@/\.-+<>_:=&%#~', '               ') END;

-- Weighted words with positions, and facets without («s:open», «g:3», «f:ana@example.com», «d:20413»), so that one index
-- answers words, operators, rights and recency together. No foreign key: it would make the indexer and the verbs wait for
-- each other's lock on the case; the search reads the case itself, and a document without one is taken away.
CREATE TABLE case_search (
  case_id bigint PRIMARY KEY,
  active_at timestamptz NOT NULL,
  document tsvector NOT NULL
);
-- Ranking reads hundreds of documents for an answer: unpacking them would be most of the work.
ALTER TABLE case_search ALTER document SET STORAGE EXTERNAL;
CREATE INDEX case_search_document_idx ON case_search USING gin (document);

-- The words of a search: [{"text", "phrase", "prefix", "not"}, …], all of them; empty when only stop words are left. `loose`
-- is what the index can answer alone: words anywhere instead of side by side.
CREATE FUNCTION search_query(terms jsonb, loose boolean) RETURNS tsquery LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
DECLARE
  term jsonb;
  part tsquery;
  whole tsquery := '';
BEGIN
  FOR term IN SELECT * FROM jsonb_array_elements(terms) LOOP
    part := phraseto_tsquery('bureau', search_text(term ->> 'text'));
    IF numnode(part) = 1 AND (term ->> 'prefix')::boolean THEN
      part := (part::text || ':*')::tsquery;
    ELSIF numnode(part) > 1 AND loose THEN
      part := CASE WHEN (term ->> 'not')::boolean THEN '' ELSE plainto_tsquery('bureau', search_text(term ->> 'text')) END;
    END IF;
    IF (term ->> 'not')::boolean AND numnode(part) > 0 THEN
      part := !!part;
    END IF;
    whole := whole && part;
  END LOOP;
  RETURN whole;
END $$;

-- What the index has not seen yet. Not unique: a writer must never wait for the indexer.
CREATE TABLE search_dirty (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('case', 'customer', 'company', 'label')),
  subject_id bigint NOT NULL
);
CREATE INDEX search_dirty_wide_idx ON search_dirty (id) WHERE kind <> 'case';

-- Marks the row itself: the kind is the trigger's argument.
CREATE FUNCTION mark_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_dirty (kind, subject_id) VALUES (TG_ARGV[0], coalesce(NEW.id, OLD.id));
  RETURN NULL;
END $$;

-- Marks the case that a message or note is on, and the one that it was on.
CREATE FUNCTION mark_case_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_dirty (kind, subject_id) VALUES ('case', NEW.case_id);
  END IF;
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD.case_id <> NEW.case_id) THEN
    INSERT INTO search_dirty (kind, subject_id) VALUES ('case', OLD.case_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION mark_customer_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_dirty (kind, subject_id) VALUES ('customer', coalesce(NEW.customer_id, OLD.customer_id));
  IF TG_OP = 'UPDATE' AND OLD.customer_id <> NEW.customer_id THEN
    INSERT INTO search_dirty (kind, subject_id) VALUES ('customer', OLD.customer_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER cases_search AFTER INSERT OR DELETE ON cases FOR EACH ROW EXECUTE FUNCTION mark_for_search('case');
CREATE TRIGGER cases_search_change AFTER UPDATE ON cases FOR EACH ROW
  WHEN ((OLD.subject, OLD.description, OLD.external_id, OLD.customer_id, OLD.brand_id, OLD.assignee_id, OLD.group_id, OLD.status,
         OLD.channel, OLD.label_ids, OLD.custom_fields, OLD.active_at, OLD.deleted_at IS NULL, OLD.spam_at IS NULL,
         OLD.snoozed_at IS NULL, OLD.waiting_since IS NULL, OLD.note_count, OLD.attachment_count)
    IS DISTINCT FROM
        (NEW.subject, NEW.description, NEW.external_id, NEW.customer_id, NEW.brand_id, NEW.assignee_id, NEW.group_id, NEW.status,
         NEW.channel, NEW.label_ids, NEW.custom_fields, NEW.active_at, NEW.deleted_at IS NULL, NEW.spam_at IS NULL,
         NEW.snoozed_at IS NULL, NEW.waiting_since IS NULL, NEW.note_count, NEW.attachment_count))
  EXECUTE FUNCTION mark_for_search('case');
CREATE TRIGGER messages_search AFTER INSERT OR DELETE OR UPDATE OF case_id, text, visible_length ON messages
  FOR EACH ROW EXECUTE FUNCTION mark_case_for_search();
CREATE TRIGGER notes_search AFTER INSERT OR DELETE OR UPDATE OF case_id, text ON notes
  FOR EACH ROW EXECUTE FUNCTION mark_case_for_search();
CREATE TRIGGER customers_search AFTER UPDATE OF name, company_id ON customers FOR EACH ROW
  WHEN ((OLD.name, OLD.company_id) IS DISTINCT FROM (NEW.name, NEW.company_id)) EXECUTE FUNCTION mark_for_search('customer');
CREATE TRIGGER customer_addresses_search AFTER INSERT OR UPDATE OR DELETE ON customer_addresses
  FOR EACH ROW EXECUTE FUNCTION mark_customer_for_search();
CREATE TRIGGER companies_search AFTER UPDATE OF name ON companies FOR EACH ROW
  WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION mark_for_search('company');
CREATE TRIGGER labels_search AFTER UPDATE OF name ON labels FOR EACH ROW
  WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION mark_for_search('label');

-- Names that are nearly right.
CREATE INDEX customers_name_idx ON customers USING gin (search_fold(name) gin_trgm_ops);
CREATE INDEX customer_addresses_trgm_idx ON customer_addresses USING gin (address gin_trgm_ops);
CREATE INDEX companies_name_idx ON companies USING gin (search_fold(name) gin_trgm_ops);

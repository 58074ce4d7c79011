import { SEARCH_FACETS } from '../../libs/server/cases/src/search/document-facets.ts';

/**
 * The search documents of generated cases, put together from the vectors of their paragraphs: the parser reads 5,000
 * paragraphs instead of 500,000 messages. The same for the bare server's index of messages, which is its whole search.
 */
export function documentsOfGenerated(paragraphs: number): string[] {
  return [
    `ALTER TABLE paragraphs ADD COLUMN vector tsvector`,
    `UPDATE paragraphs SET vector = to_tsvector('bureau', search_text(text || ' Order'))`,
    `CREATE AGGREGATE pg_temp.joined(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '')`,
    `DROP INDEX case_search_document_idx`,
    `INSERT INTO case_search (case_id, active_at, document)
     SELECT c.id, c.active_at,
       setweight(to_tsvector('bureau', c.subject), 'A')
       || setweight(to_tsvector('bureau', search_text(p.name || ' ' || p.address)), 'B')
       || setweight(m.vector || to_tsvector('bureau', 'LX' || (1000000 + c.id)), 'C')
       || array_to_tsvector(${SEARCH_FACETS} || ARRAY['f:' || p.address, 't:support@larkspur.example'])
     FROM cases c JOIN customers p ON p.id = c.customer_id,
       LATERAL (SELECT pg_temp.joined(vector) AS vector FROM generate_series(2, c.sequence - c.note_count) n
                  JOIN paragraphs ON paragraphs.id = (c.id * 7 + n * 131) % ${paragraphs}) m`,
    `CREATE INDEX case_search_document_idx ON case_search USING gin (document)`,
    `CREATE TABLE bare_search (message_id bigint PRIMARY KEY, case_id bigint NOT NULL, document tsvector NOT NULL)`,
    `INSERT INTO bare_search SELECT m.id, m.case_id,
       CASE m.sequence WHEN 2 THEN p.vector || to_tsvector('bureau', 'LX' || (1000000 + m.case_id)) ELSE p.vector END
     FROM messages m JOIN paragraphs p ON p.id = (m.case_id * 7 + m.sequence * 131) % ${paragraphs}`,
    `CREATE INDEX bare_search_document_idx ON bare_search USING gin (document)`,
  ];
}

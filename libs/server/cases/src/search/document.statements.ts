import { statement } from '@bureau/platform';
import { SEARCH_FACETS } from './document-facets.ts';

/** How much of a case is indexed: a document has an end, whatever people send (PostgreSQL's own limit is 1 MB). */
const MESSAGES_AT_MOST = 200;
const MESSAGE_CHARACTERS = 10_000;
const PART_CHARACTERS = 100_000;
const TOKENS_AT_MOST = 300;
/** Of a part that is only quoted history. */
const QUOTED_CHARACTERS = 2000;

const words = (text: string, weight: string) =>
  `setweight(to_tsvector('bureau', search_text(left(${text}, ${PART_CHARACTERS}))), '${weight}')`;

/** Addresses whole and in halves, names word by word: what `from:` and `to:` can name. */
const tokens = (prefix: string, people: string) => `ARRAY(
  SELECT DISTINCT '${prefix}:' || left(token, 200) FROM (${people}) person, LATERAL unnest(
    string_to_array(search_fold(left(person.name, 500)), ' ')
    || ARRAY[lower(person.address), split_part(lower(person.address), '@', 1), split_part(lower(person.address), '@', 2)]
  ) token WHERE token <> '' ORDER BY 1 LIMIT ${TOKENS_AT_MOST})`;

const MESSAGES = `(SELECT * FROM messages WHERE case_id = c.id ORDER BY sequence DESC LIMIT ${MESSAGES_AT_MOST}) m`;

const SENDERS = `SELECT m.from_name AS name, m.from_address AS address FROM ${MESSAGES}`;
const RECIPIENTS = `SELECT r ->> 'name' AS name, r ->> 'address' AS address FROM ${MESSAGES},
  LATERAL jsonb_array_elements(m.recipients_to || m.recipients_cc || m.recipients_bcc) r`;

/** The documents of cases `$1` from everything that is known of them: equal contents give equal documents. */
export const INDEX = statement(
  'search.index',
  `INSERT INTO case_search (case_id, active_at, document)
   SELECT c.id, c.active_at,
     ${words(`concat_ws(' ', c.subject, c.external_id)`, 'A')}
     || ${words(
       `concat_ws(' ', p.name, o.name,
        (SELECT string_agg(a.address, ' ' ORDER BY a.address) FROM customer_addresses a WHERE a.customer_id = p.id),
        (SELECT string_agg(l.name, ' ' ORDER BY l.id) FROM labels l WHERE l.id = ANY(c.label_ids)),
        (SELECT string_agg(f.value, ' ' ORDER BY f.key) FROM jsonb_each_text(c.custom_fields) f))`,
       'B',
     )}
     || ${words(
       `concat_ws(' ', c.description,
        (SELECT string_agg(left(m.text, least(coalesce(nullif(m.visible_length, 0), ${QUOTED_CHARACTERS}), ${MESSAGE_CHARACTERS})), ' '
                           ORDER BY m.sequence DESC) FROM ${MESSAGES}))`,
       'C',
     )}
     || ${words(`coalesce((SELECT string_agg(left(n.text, ${MESSAGE_CHARACTERS}), ' ' ORDER BY n.sequence DESC) FROM notes n WHERE n.case_id = c.id), '')`, 'C')}
     || ${words(`coalesce((SELECT string_agg(f.comment, ' ' ORDER BY f.resolution DESC) FROM feedback f WHERE f.case_id = c.id AND f.comment <> ''), '')`, 'C')}
     || ${words(
       `coalesce((SELECT string_agg(f.file_name, ' ' ORDER BY f.id DESC) FROM attachments f
         WHERE NOT f.inline AND (f.message_id IN (SELECT m.id FROM ${MESSAGES})
                                 OR f.note_id IN (SELECT id FROM notes WHERE case_id = c.id))), '')`,
       'D',
     )}
     || array_to_tsvector(${SEARCH_FACETS} || ${tokens('f', SENDERS)} || ${tokens('t', RECIPIENTS)})
   FROM cases c JOIN customers p ON p.id = c.customer_id LEFT JOIN companies o ON o.id = p.company_id
   WHERE c.id = ANY($1)
   ON CONFLICT (case_id) DO UPDATE SET active_at = EXCLUDED.active_at, document = EXCLUDED.document`,
);

/** Of cases `$1`, the documents whose case is gone. */
export const FORGET = statement(
  'search.forget',
  `DELETE FROM case_search s WHERE case_id = ANY($1) AND NOT EXISTS (SELECT FROM cases c WHERE c.id = s.case_id)`,
);

/**
 * Takes the latest cases, so that what people do now is not kept waiting by a rebuild, with all their marks nearby: many cases
 * that are opened at once are marked first, and then their messages mark them again. Values: how many.
 */
export const TAKE = statement(
  'search.take',
  `WITH latest AS MATERIALIZED (
     SELECT id, subject_id FROM search_dirty WHERE kind = 'case' ORDER BY id DESC LIMIT 4 * $1::int
   ), chosen AS (
     SELECT subject_id FROM latest GROUP BY subject_id ORDER BY max(id) DESC LIMIT $1::int
   ), taken AS (
     DELETE FROM search_dirty WHERE id IN (SELECT id FROM latest JOIN chosen USING (subject_id)) RETURNING subject_id
   ) SELECT DISTINCT subject_id AS id FROM taken ORDER BY 1`,
);

/** Turns marks of customers, companies and labels into marks of the cases that show them. */
export const WIDEN = statement(
  'search.widen',
  `WITH taken AS (DELETE FROM search_dirty WHERE kind <> 'case' RETURNING kind, subject_id),
   customers_of AS (
     SELECT subject_id AS id FROM taken WHERE kind = 'customer'
     UNION SELECT p.id FROM customers p WHERE p.company_id = ANY(ARRAY(SELECT subject_id FROM taken WHERE kind = 'company'))
   )
   INSERT INTO search_dirty (kind, subject_id)
   SELECT 'case', c.id FROM cases c WHERE c.customer_id = ANY(ARRAY(SELECT id FROM customers_of))
   UNION SELECT 'case', c.id FROM cases c
     WHERE c.label_ids <> '{}' AND c.label_ids && ARRAY(SELECT subject_id FROM taken WHERE kind = 'label')`,
);

/** Marks every case and every document, so that the latest activity is indexed first. */
export const MARK_ALL = `
  INSERT INTO search_dirty (kind, subject_id)
  SELECT 'case', id FROM (
    SELECT id, active_at FROM cases
    UNION ALL SELECT case_id, active_at FROM case_search s WHERE NOT EXISTS (SELECT FROM cases c WHERE c.id = s.case_id)
  ) known ORDER BY active_at`;

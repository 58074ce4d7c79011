import { statement, type Statement } from '@bureau/platform';
import type { AccessClause } from '../case/case-access.ts';
import { JOINS, SUMMARY } from '../case/case.statements.ts';

/** So many of the latest cases that match are ranked: a common word must not rank every case that there is. */
export const RANKED_AT_MOST = 500;
/** So many of the latest cases that have all words are looked at for phrases, which the index cannot answer alone. */
const COMPARED_AT_MOST = 2000;
/** Days in which a case loses half of its rank. */
const HALF_RANK_DAYS = 180;
/** What a highlight is looked for in: of the latest messages and notes, so much. */
const PARTS_AT_MOST = 10;
const PART_CHARACTERS = 5000;
const FOUND_CHARACTERS = 240;
const FOUND_BEFORE = 60;

/** Values 1 to 17 of a search, in order; those of the access follow. */
export const FIRST_ACCESS_VALUE = 18;

/** What is asked, once with each stretch of time. The index answers `loose`; `strict` says which of those are meant. */
const ASKED = `
  words AS MATERIALIZED (SELECT search_query($1::jsonb, true) AS loose, search_query($1::jsonb, false) AS strict),
  asked AS MATERIALIZED (
    SELECT loose, strict, loose::text = strict::text AS exact, loose && $2::tsquery AS anytime,
      ${['$3', '$4', '$5', '$6'].map((ring, index) => `loose && $2::tsquery && ${ring}::tsquery AS ring${index}`).join(', ')},
      CASE WHEN $10::timestamptz IS NOT NULL THEN loose && $2::tsquery END AS rest, $10::timestamptz AS rest_before,
      $17::bigint[] AS within
    FROM words)`;

/**
 * The candidates of one stretch of time. What is asked is a sub-select on purpose: so the plan does not depend on it, always
 * asks the index, and is made once. The case itself has the last word on what may be seen; the fence keeps it a look-up.
 */
const stretch = (from: string, { access, match, more = '' }: { access: string; match: string; more?: string }) => `(
  SELECT s.case_id, s.active_at FROM ${from} CROSS JOIN LATERAL (
    SELECT FROM cases c WHERE c.id = s.case_id AND (c.deleted_at IS NOT NULL) = $9 AND ${access} OFFSET 0) seen
  WHERE ${match} AND s.active_at >= $7 AND s.active_at < $8 ${more}
  ORDER BY s.active_at DESC LIMIT ${COMPARED_AT_MOST})`;

const answers = (asked: string) => `s.document @@ (SELECT ${asked} FROM asked)`;

/** Stretch after stretch, the latest first, until there are enough. */
const latestFirst = (access: string) =>
  [
    ...[0, 1, 2, 3].map((ring) => stretch('case_search s', { access, match: answers(`ring${ring}`) })),
    stretch('case_search s', {
      access,
      match: answers('rest'),
      more: 'AND s.active_at < (SELECT rest_before FROM asked)',
    }),
  ].join('\nUNION ALL ');

/** Of given cases; without words or operators, all of them. */
const among = (access: string) =>
  stretch('(SELECT unnest(within) AS id FROM asked) given JOIN case_search s ON s.case_id = given.id', {
    access,
    match: `((SELECT numnode(anytime) FROM asked) = 0 OR ${answers('anytime')})`,
  });

const ranked = (candidates: string) => `
  candidate AS MATERIALIZED (
    SELECT * FROM (${candidates}) latest
    LIMIT (SELECT CASE WHEN exact THEN ${RANKED_AT_MOST} ELSE ${COMPARED_AT_MOST} END FROM asked)
  ),
  ranked AS MATERIALIZED (
    SELECT s.case_id, (ts_rank(s.document, strict)
      / (1 + greatest(0, extract(epoch FROM $11::timestamptz - s.active_at)::float8) / 86400 / ${HALF_RANK_DAYS}))::float8 AS score,
      s.active_at
    FROM asked, candidate k JOIN case_search s ON s.case_id = k.case_id
    WHERE exact OR s.document @@ strict
    LIMIT ${RANKED_AT_MOST}
  )`;

/** Why a case was found: of its latest parts the first one that has a word, and a piece of it. */
const FOUND_COLUMNS = `c.id, c.subject, found.place::text AS place, found.text, json_build_object(${SUMMARY})::text AS json`;

const foundIn = (pattern: string) => `LEFT JOIN LATERAL (
    SELECT json_build_object('kind', part.kind, 'sequence', part.sequence) AS place,
      substr(part.text, greatest(1, regexp_instr(part.folded, ${pattern}) - ${FOUND_BEFORE}), ${FOUND_CHARACTERS}) AS text
    FROM (
      SELECT *, search_fold(text) AS folded FROM (
        (SELECT 'message' AS kind, m.sequence, left(m.text, least(m.visible_length, ${PART_CHARACTERS})) AS text
         FROM messages m WHERE m.case_id = c.id ORDER BY m.sequence DESC LIMIT ${PARTS_AT_MOST})
        UNION ALL
        (SELECT 'note', n.sequence, left(n.text, ${PART_CHARACTERS})
         FROM notes n WHERE n.case_id = c.id ORDER BY n.sequence DESC LIMIT ${PARTS_AT_MOST})
      ) latest ORDER BY sequence DESC OFFSET 0
    ) part WHERE ${pattern} <> '' AND part.folded ~ ${pattern} LIMIT 1
  ) found ON true`;

const known = new Map<string, Statement>();

/**
 * One page of what was found, the best first, beside the totals; one row without a case when nothing was. Values: 1 terms,
 * 2 facets, 3–6 rings, 7 from, 8 to, 9 in the trash, 10 older than the rings, 11 the moment that ranks count from, 12–13
 * score and id of the last case of the page before, 14 limit + 1, 15 whether by activity instead of rank, 16 the pattern of
 * highlights, 17 the cases among which is searched, when `given`; then those of the access.
 */
export function searchThrough(access: AccessClause, { given }: { given: boolean }): Statement {
  const name = `search.cases-${given ? 'given-' : ''}${access.kind}`;
  const found = known.get(name) ?? statement(name, textOf((given ? among : latestFirst)(access.sql)));
  known.set(name, found);
  return found;
}

function textOf(candidates: string): string {
  return `WITH ${ASKED}, ${ranked(candidates)},
  placed AS (
    SELECT case_id, CASE WHEN $15 THEN extract(epoch FROM active_at)::float8 ELSE score END AS score FROM ranked
  ),
  page AS (
    SELECT * FROM placed WHERE (score, case_id) < (coalesce($12::float8, 'infinity'), coalesce($13::bigint, 0))
    ORDER BY score DESC, case_id DESC LIMIT $14
  ),
  totals AS (
    SELECT (SELECT count(*) FROM ranked) AS count, numnode(strict) AS words,
      NOT exact AND (SELECT count(*) FROM candidate) = ${COMPARED_AT_MOST} AS cut FROM asked
  )
  SELECT totals.*, page.score::text AS score, ${FOUND_COLUMNS}
  FROM totals LEFT JOIN (page JOIN cases c ON c.id = page.case_id ${JOINS} ${foundIn('$16')}) ON true
  ORDER BY page.score DESC, c.id DESC`;
}

/**
 * The latest cases of customers whose name, or company's name, is nearly that. Values: 1 the name, 2 ids that were
 * found already, 3 the pattern of highlights; then those of the access.
 */
export function similarThrough(access: AccessClause): Statement {
  const name = `search.similar-${access.kind}`;
  const found = known.get(name) ?? statement(name, similarText(access.sql));
  known.set(name, found);
  return found;
}

export const FIRST_SIMILAR_ACCESS_VALUE = 4;

function similarText(access: string): string {
  return `WITH near AS MATERIALIZED (
    SELECT DISTINCT ON (customer_id) * FROM (
      (SELECT id AS customer_id, NULL::bigint AS company_id, name, word_similarity((SELECT search_fold($1)), search_fold(name)) AS likeness
       FROM customers WHERE (SELECT search_fold($1)) <% search_fold(name) ORDER BY likeness DESC, id DESC LIMIT 20)
      UNION ALL
      (SELECT p.id, o.id, o.name, o.likeness
       FROM (SELECT id, name, word_similarity((SELECT search_fold($1)), search_fold(name)) AS likeness FROM companies
             WHERE (SELECT search_fold($1)) <% search_fold(name) ORDER BY likeness DESC, id DESC LIMIT 5) o
         CROSS JOIN LATERAL (SELECT id FROM customers WHERE company_id = o.id ORDER BY id DESC LIMIT 20) p)
    ) named ORDER BY customer_id, likeness DESC
  ),
  page AS (
    SELECT seen.id AS case_id, near.* FROM near CROSS JOIN LATERAL (
      SELECT c.id, c.active_at FROM cases c WHERE c.customer_id = near.customer_id AND c.deleted_at IS NULL AND ${access}
        AND c.id <> ALL($2::bigint[]) ORDER BY c.active_at DESC LIMIT 5) seen
    ORDER BY near.likeness DESC, seen.active_at DESC LIMIT 10
  )
  SELECT ${FOUND_COLUMNS},
    coalesce(page.company_id, page.customer_id) AS "namedId", page.name,
    CASE WHEN page.company_id IS NULL THEN 'customer' ELSE 'company' END AS kind
  FROM page JOIN cases c ON c.id = page.case_id ${JOINS} ${foundIn('$3')}
  ORDER BY page.likeness DESC, c.active_at DESC`;
}

/** The latest activity of all, from which a search goes back. */
export const LATEST = statement(
  'search.latest',
  `SELECT active_at AS at FROM cases WHERE deleted_at IS NULL ORDER BY active_at DESC LIMIT 1`,
);

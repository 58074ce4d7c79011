import { statement, type Statement } from '@bureau/platform';
import type { AccessClause } from '../case/case-access.ts';

const RELATED = `json_build_object(
  'id', c.id, 'subject', c.subject, 'status', c.status, 'createdAt', c.created_at, 'activeAt', c.active_at,
  'customer', (SELECT json_build_object('id', p.id, 'name', p.name) FROM customers p WHERE p.id = c.customer_id))`;

const AT_MOST = 20;

/** Living cases that the reader may see, of those that the condition names; the latest activity first. */
function casesWhere(condition: string, access: AccessClause): string {
  return `(SELECT coalesce(json_agg(${RELATED} ORDER BY c.active_at DESC, c.id DESC), '[]') FROM (
    SELECT * FROM cases c WHERE c.deleted_at IS NULL AND ${condition} AND ${access.sql}
    ORDER BY c.active_at DESC, c.id DESC LIMIT ${AT_MOST}) c)`;
}

function caseWhere(condition: string, access: AccessClause): string {
  return `(SELECT ${RELATED} FROM cases c WHERE c.deleted_at IS NULL AND ${condition} AND ${access.sql})`;
}

/** Ties to cases that the reader may not see are not there for him. */
function linksOf(access: AccessClause): string {
  return `(SELECT coalesce(json_agg(json_build_object('id', tie.id, 'case', tie.other, 'url', tie.url, 'title', tie.title,
                                                      'createdAt', tie.created_at) ORDER BY tie.id), '[]')
    FROM (
      SELECT l.id, l.url, l.title, l.created_at, NULL::json AS other FROM case_links l
      WHERE l.case_id = $1 AND l.url IS NOT NULL
      UNION ALL
      SELECT l.id, NULL, l.title, l.created_at, ${RELATED}
      FROM case_links l JOIN cases c ON c.id = CASE WHEN l.case_id = $1 THEN l.other_case_id ELSE l.case_id END
      WHERE (l.case_id = $1 OR l.other_case_id = $1) AND l.url IS NULL AND c.deleted_at IS NULL AND ${access.sql}
    ) tie)`;
}

/** The contract `CaseLink[]`. Values: case id, then those of the access. */
export function linksThrough(access: AccessClause): Statement {
  return statement(`cases.links-${access.kind}`, `SELECT ${linksOf(access)}::text AS json`);
}

/**
 * The contract `RelatedCases` of a case that is known to be visible. Values: case id, then those of the access. Each list
 * is the beginning of an index in activity order; a company's begin with those of each of its customers.
 */
export function relatedThrough(access: AccessClause): Statement {
  return statement(
    `cases.related-${access.kind}`,
    `SELECT json_build_object(
       'links', ${linksOf(access)},
       'continues', ${caseWhere('c.id = me.continues_case_id', access)},
       'continuedBy', ${casesWhere('c.continues_case_id = me.id', access)},
       'mergedInto', ${caseWhere('c.id = me.merged_into_id', access)},
       'merged', ${casesWhere('c.merged_into_id = me.id', access)},
       'ofCustomer', ${casesWhere('c.customer_id = me.customer_id AND c.id <> me.id', access)},
       'ofCompany', (SELECT coalesce(json_agg(${RELATED} ORDER BY c.active_at DESC, c.id DESC), '[]') FROM (
          SELECT c.* FROM customers mine JOIN customers p ON p.company_id = mine.company_id AND p.id <> mine.id
          CROSS JOIN LATERAL (
            SELECT * FROM cases c WHERE c.customer_id = p.id AND c.deleted_at IS NULL AND ${access.sql}
            ORDER BY c.active_at DESC, c.id DESC LIMIT ${AT_MOST}) c
          WHERE mine.id = me.customer_id
          ORDER BY c.active_at DESC, c.id DESC LIMIT ${AT_MOST}) c))::text AS json
     FROM cases me WHERE me.id = $1`,
  );
}

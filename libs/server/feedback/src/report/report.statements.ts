import { CONTENT_FROM, type FeedbackDimension, type FeedbackFigure } from '@bureau/contracts';
import type { AccessClause } from '@bureau/cases';
import { statement } from '@bureau/platform';

/** The days of a report as the desk has them: from when to when. Values: first day, last day. */
export const DAYS = statement(
  'feedback.days',
  `SELECT tz, (($1::date)::timestamp AT TIME ZONE tz)::text AS since, (($2::date + 1)::timestamp AT TIME ZONE tz)::text AS until
   FROM (SELECT coalesce(time_zone, 'UTC') AS tz FROM site) zone`,
);

/**
 * The moments of a time: somebody was asked, or answered first. Values: since when, until when, `day`, `week` or `month`,
 * the brand or null, the time zone, then those of the access from `$6` on. A row in both: asked and answered in that time.
 */
export function momentsIn(access: AccessClause): string {
  return `rows_in AS (
     SELECT f.id, f.case_id, f.resolution, f.assignee_id, f.group_id, c.brand_id, c.channel, c.label_ids, f.rating, f.rating_type,
       f.comment, f.asked_at, f.submitted_at, f.asked_at >= $1 AND f.asked_at < $2 AS was_asked,
       f.submitted_at >= $1 AND f.submitted_at < $2 AS has_answered
     -- Case by case: the days of a report are few among all.
     FROM feedback f CROSS JOIN LATERAL (SELECT * FROM cases WHERE id = f.case_id OFFSET 0) c
     WHERE ((f.asked_at >= $1::timestamptz AND f.asked_at < $2::timestamptz)
         OR (f.submitted_at >= $1::timestamptz AND f.submitted_at < $2::timestamptz))
       AND c.deleted_at IS NULL AND ($4::bigint IS NULL OR c.brand_id = $4) AND ${access.sql}
   ),
   moments AS (
     SELECT r.*, r.asked_at AS at, date_trunc($3, r.asked_at AT TIME ZONE $5)::date AS period, true AS asked, false AS answered
     FROM rows_in r WHERE r.was_asked
     UNION ALL
     SELECT r.*, r.submitted_at, date_trunc($3, r.submitted_at AT TIME ZONE $5)::date, false, true
     FROM rows_in r WHERE r.has_answered
   )`;
}

/** What each figure counts, of moments `m`. */
export const COUNTED: Readonly<Record<FeedbackFigure | 'askedAndAnswered', string>> = {
  asked: 'm.asked',
  answered: 'm.answered',
  content: `m.answered AND m.rating >= ${CONTENT_FROM}`,
  discontent: `m.answered AND m.rating < ${CONTENT_FROM}`,
  commented: `m.answered AND m.comment <> ''`,
  askedAndAnswered: 'm.asked AND m.rating IS NOT NULL',
};

const count = (condition: string) => `count(*) FILTER (WHERE ${condition})`;

/** The contract `FeedbackFigures` of moments `m`. */
export const FIGURES = `jsonb_build_object(${Object.entries(COUNTED)
  .map(([name, condition]) => `'${name}', ${count(condition)}`)
  .join(
    ', ',
  )}, 'ratings', jsonb_build_array(${[0, 1, 2, 3].map((rating) => count(`m.answered AND m.rating = ${rating}`)).join(', ')}))`;

interface Dimension {
  /** More of the FROM of moments `m`. */
  joins: string;
  key: string;
  /** The name of key `k.key`. */
  name: string;
}

export const DIMENSIONS: Readonly<Record<FeedbackDimension, Dimension>> = {
  agent: { joins: '', key: 'm.assignee_id', name: '(SELECT u.name FROM users u WHERE u.id = k.key)' },
  group: { joins: '', key: 'm.group_id', name: '(SELECT g.name FROM groups g WHERE g.id = k.key)' },
  brand: { joins: '', key: 'm.brand_id', name: '(SELECT b.name FROM brands b WHERE b.id = k.key)' },
  channel: { joins: '', key: 'm.channel', name: 'k.key' },
  label: {
    joins:
      'LEFT JOIN LATERAL (SELECT l.id FROM labels l WHERE l.id = ANY(m.label_ids) AND l.removed_at IS NULL) l ON true',
    key: 'l.id',
    name: '(SELECT n.name FROM labels n WHERE n.id = k.key)',
  },
};

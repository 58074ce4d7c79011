import type { AccessClause } from '@bureau/cases';
import type { InsightsDimension, InsightsMetric, InsightsReport, InsightsResolution } from '@bureau/contracts';

/** Adds a value to a statement and gives its placeholder. */
export type Bind = (value: unknown) => string;

/** So long nobody says anything more after the one answer that a case was resolved with (product.md 3.11). */
const ONE_CONTACT = "interval '14 days'";

/** Of facts `f`. Times are seconds, shares are percent; null where there is nothing to be averaged. */
const METRICS: Readonly<Record<InsightsMetric, string>> = {
  cases_created: "count(*) FILTER (WHERE f.kind = 'created')",
  cases_resolved: "count(*) FILTER (WHERE f.kind = 'resolved')",
  cases_reopened: "count(*) FILTER (WHERE f.kind = 'reopened')",
  average_time_to_first_response: "round(avg(f.seconds) FILTER (WHERE f.kind = 'first-reply'))",
  average_time_to_resolution: "round(avg(f.seconds) FILTER (WHERE f.kind = 'resolved' AND f.is_first))",
  agent_replies_per_resolve: "round(avg(f.replies) FILTER (WHERE f.kind = 'resolved'), 2)",
  first_contact_resolution: 'round(100.0 * count(*) FILTER (WHERE f.one_contact) / nullif(count(f.one_contact), 0), 1)',
};

/** Which milestones a metric is made of; none for cases themselves. */
const KINDS: Readonly<Record<InsightsMetric, string[]>> = {
  cases_created: [],
  cases_resolved: ['resolved'],
  cases_reopened: ['reopened'],
  average_time_to_first_response: ['first-reply'],
  average_time_to_resolution: ['resolved'],
  agent_replies_per_resolve: ['resolved'],
  first_contact_resolution: ['resolved'],
};

interface Key {
  /** Of a case `c`. */
  ofCase: string;
  /** Of a milestone `m` of it, where that is something else. */
  ofMilestone?: string;
  join?: string;
  /** What has its name, by id; none: the key is the name. */
  table?: 'groups' | 'users' | 'labels' | 'brands' | 'companies';
}

/** Of the first dimension and of the second, `number`. */
function keyOf(name: InsightsDimension, number: 1 | 2, bind: Bind): Key {
  switch (name) {
    case 'group':
      return { ofCase: 'c.group_id', ofMilestone: 'm.group_id', table: 'groups' };
    case 'user':
      return { ofCase: 'c.assignee_id', ofMilestone: 'm.user_id', table: 'users' };
    case 'brand':
      return { ofCase: 'c.brand_id', table: 'brands' };
    case 'channel':
    case 'priority':
    case 'status':
    case 'language':
      return { ofCase: `c.${name}` };
    case 'label':
      return {
        ofCase: `l${number}.id`,
        join: `LEFT JOIN LATERAL (SELECT l.id FROM labels l WHERE l.id = ANY (c.label_ids) AND l.removed_at IS NULL) l${number} ON true`,
        table: 'labels',
      };
    case 'company':
      return {
        ofCase: `p${number}.company_id`,
        join: `JOIN customers p${number} ON p${number}.id = c.customer_id`,
        table: 'companies',
      };
    default:
      return { ofCase: `c.custom_fields ->> ${bind(name.slice('custom_'.length))}::text` };
  }
}

/** The table that the names of a dimension stand in; undefined where its keys are names. */
export function tableOf(name: InsightsDimension): string | undefined {
  return keyOf(name, 1, () => '').table;
}

/** The beginning of the period of a moment, by the clock of the desk. Hours are those that pass, also where the clock is put back. */
function periodOf(at: string, resolution: InsightsResolution | undefined, zone: string): string {
  if (resolution === undefined) return 'NULL::timestamptz';
  const local = `(${at} AT TIME ZONE ${zone})`;
  if (resolution === 'hours') return `${at} - (${local} - date_trunc('hour', ${local}))`;
  return `date_trunc('${resolution.slice(0, -1)}', ${at}, ${zone})`;
}

export interface Asking {
  report: InsightsReport;
  /** The keys that are wanted of each dimension; undefined: all. */
  keys: [first: string[] | undefined, second: string[] | undefined];
  /** Of the desk. */
  timeZone: string;
  now: Date;
  rowsAtMost: number;
  /** Its placeholders come after those that are bound before. */
  access(first: number): AccessClause;
}

/**
 * The report as one statement: what happened in that time (facts), the values of the first dimension in their order (ranked), and
 * the figures of the page of them that is wanted.
 */
export function reportStatement(asking: Asking): { sql: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const { report } = asking;
  const zone = `${bind(asking.timeZone)}::text`;
  const facts = factsOf(asking, { bind, values, zone });
  const names = [report.dimension1, report.dimension2].map((one) => nameOf(one?.name));
  const metrics = report.metrics.map((metric) => `'${metric}', ${METRICS[metric]}`).join(', ');
  const offset = (report.page - 1) * report.perPage;
  const sql = `WITH facts AS MATERIALIZED (${facts}),
    sums AS (SELECT f.key1, ${METRICS[sortMetric(report)]} AS figure FROM facts f GROUP BY f.key1),
    named AS (SELECT s.key1, s.figure, ${names[0]?.replaceAll('#', 's.key1')} AS name FROM sums s),
    ranked AS (SELECT n.*, row_number() OVER (ORDER BY ${orderOf(report)}) AS rank FROM named n),
    page AS (SELECT * FROM ranked r WHERE r.rank > ${bind(offset)} AND r.rank <= ${bind(offset + report.perPage)}),
    counted AS (
      SELECT f.period, g.rank, g.key1, g.name, f.key2, json_build_object(${metrics}) AS figures
      FROM facts f JOIN page g ON g.key1 = f.key1 GROUP BY f.period, g.rank, g.key1, g.name, f.key2
    )
    SELECT extract(epoch FROM k.period)::bigint AS time,
      to_char(k.period AT TIME ZONE ${zone}, '${report.resolution === 'hours' ? 'YYYY-MM-DD HH24:MI' : 'YYYY-MM-DD'}') AS date,
      k.key1, k.name AS name1, k.key2, ${names[1]?.replaceAll('#', 'k.key2')} AS name2, k.figures,
      (SELECT count(*) FROM ranked)::int AS total
    FROM counted k ORDER BY k.period, k.rank, name2, k.key2 LIMIT ${asking.rowsAtMost + 1}`;
  return { sql, values };
}

function factsOf(
  { report, keys, now, access }: Asking,
  { bind, values, zone }: { bind: Bind; values: unknown[]; zone: string },
): string {
  const [since, until] = [bind(moment(report.since)), bind(moment(report.until))];
  const kinds = [...new Set(report.metrics.concat(sortMetric(report)).flatMap((metric) => KINDS[metric]))];
  const first = report.dimension1 && keyOf(report.dimension1.name, 1, bind);
  const second = report.dimension2 && keyOf(report.dimension2.name, 2, bind);
  const joins = [first?.join, second?.join].filter(Boolean).join(' ');
  const wanted = keys.map((list) => list && `${bind(list)}::text[]`);
  const seen = access(values.length + 1);
  values.push(...seen.values);
  const withKeys = (ofWhat: (key: Key) => string) => {
    const texts = [first, second].map((key) => (key ? `coalesce((${ofWhat(key)})::text, 'none')` : "''"));
    const where = texts.map((text, index) => (wanted[index] ? `${text} = ANY (${wanted[index]})` : 'true'));
    return { columns: `${texts[0]} AS key1, ${texts[1]} AS key2`, where: where.join(' AND ') };
  };
  const [created, reached] = [withKeys((key) => key.ofCase), withKeys((key) => key.ofMilestone ?? key.ofCase)];
  const visible = `c.deleted_at IS NULL AND ${seen.sql}`;
  const isCreated = report.metrics.concat(sortMetric(report)).includes('cases_created');
  return `
    SELECT ${periodOf('c.created_at', report.resolution, zone)} AS period, 'created' AS kind, ${created.columns},
      NULL::bigint AS seconds, NULL::int AS replies, NULL::boolean AS is_first, NULL::boolean AS one_contact
    FROM cases c ${joins}
    WHERE ${isCreated} AND c.created_at >= ${since}::timestamptz AND c.created_at < ${until}::timestamptz AND ${visible} AND ${created.where}
    UNION ALL
    SELECT ${periodOf('m.at', report.resolution, zone)}, m.kind, ${reached.columns}, m.seconds, m.replies, m.is_first,
      ${report.metrics.includes('first_contact_resolution') ? oneContact(bind(now)) : 'NULL'}
    FROM case_milestones m JOIN cases c ON c.id = m.case_id ${joins}
    WHERE m.kind = ANY (${bind(kinds)}::text[]) AND m.at >= ${since}::timestamptz AND m.at < ${until}::timestamptz
      AND ${visible} AND ${reached.where}`;
}

/** Null until it is known: of later resolutions, and as long as somebody may still say something. */
function oneContact(now: string): string {
  return `CASE WHEN m.kind = 'resolved' AND m.is_first AND m.at < ${now}::timestamptz - ${ONE_CONTACT}
    THEN m.replies = 1 AND NOT EXISTS (SELECT FROM messages s
      WHERE s.case_id = m.case_id AND s.at > m.at AND s.at <= m.at + ${ONE_CONTACT} AND s.purpose = 'message') END`;
}

function sortMetric({ sortBy, metrics: [first = 'cases_created'] }: InsightsReport): InsightsMetric {
  return sortBy === undefined || sortBy === 'name' ? first : sortBy;
}

/** The most first, names from the beginning of the alphabet, unless it is wanted otherwise. */
function orderOf({ sortBy, sortOrder }: InsightsReport): string {
  const byName = sortBy === 'name';
  const direction = (sortOrder ?? (byName ? 'asc' : 'desc')) === 'asc' ? 'ASC' : 'DESC';
  return byName ? `lower(n.name) ${direction}, n.key1` : `n.figure ${direction} NULLS LAST, lower(n.name), n.key1`;
}

/** The name of a key, `#`. */
function nameOf(name: InsightsDimension | undefined): string {
  const table = name && tableOf(name);
  const own = "CASE # WHEN 'none' THEN '' ELSE # END";
  return table ? `CASE # WHEN 'none' THEN '' ELSE (SELECT t.name FROM ${table} t WHERE t.id = (#)::bigint) END` : own;
}

function moment(seconds: number): Date {
  return new Date(seconds * 1000);
}

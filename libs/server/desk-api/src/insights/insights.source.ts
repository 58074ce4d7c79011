import { InsightsMetric, InsightsResolution } from '@bureau/contracts';
import { everyRow, type Source } from '../resource/source.ts';
import { link } from '../resource/sql.ts';

/** In what a metric is told, and what it counts, on the day on which that happened. */
const METRICS: Readonly<Record<InsightsMetric, [unit: string, description: string]>> = {
  cases_created: ['cases', 'Cases that were opened.'],
  cases_resolved: ['cases', 'Resolutions; a case that is resolved again counts again.'],
  cases_reopened: ['cases', 'Resolved cases that were opened again.'],
  average_time_to_first_response: ['seconds', 'From the opening of a case to its first reply by a person of the desk.'],
  average_time_to_resolution: ['seconds', 'From the opening of a case to its first resolution.'],
  agent_replies_per_resolve: ['replies', 'Replies by people of the desk before a resolution, since the one before.'],
  first_contact_resolution: [
    'percent',
    'First resolutions after one reply and with nothing said in the 14 days after, of those whose 14 days are over.',
  ],
};

const PLAIN = ['group', 'user', 'label', 'channel', 'brand', 'company', 'priority', 'status', 'language'];

export const metricId = (name: InsightsMetric): number => InsightsMetric.options.indexOf(name) + 1;
export const unitOf = (name: InsightsMetric): string => METRICS[name][0];

const metrics = JSON.stringify(
  InsightsMetric.options.map((name) => ({
    id: metricId(name),
    name,
    unit: METRICS[name][0],
    description: METRICS[name][1],
  })),
);

/** What reports can be made of. */
export const INSIGHTS: Source = {
  class: 'insights_meta',
  from: 'site s',
  id: '1',
  where: 'true',
  access: everyRow,
  keys: {},
  members: {
    metrics: `'${metrics}'::json`,
    dimensions: `(SELECT json_agg(json_build_object('name', d.name, 'label', d.label) ORDER BY d.place) FROM (
      SELECT n.name, initcap(n.name) AS label, n.place FROM unnest('{${PLAIN.join(',')}}'::text[]) WITH ORDINALITY n (name, place)
      UNION ALL SELECT 'custom_' || f.key, f.label, ${PLAIN.length} + row_number() OVER (ORDER BY f.position, f.id)
      FROM custom_fields f WHERE f.owner = 'case') d)`,
    resolutions: `'${JSON.stringify(InsightsResolution.options)}'::json`,
    time_zone: "coalesce(s.time_zone, 'UTC')",
  },
  links: { self: link('/insights/meta', 'insights_meta') },
  sorts: { id: '1' },
  perPage: 1,
};

import { userIdOf } from '@bureau/contracts';
import { isToldTo } from '@bureau/identity';
import { byNumber } from '../resource/condition.ts';
import { everyRow, type Source } from '../resource/source.ts';
import { link, time } from '../resource/sql.ts';

/** What the settings of the desk say, each with what it says. */
export const SITE_SETTINGS: Source = {
  class: 'site_setting',
  from: `site s CROSS JOIN LATERAL (VALUES (1, 'company_name', s.company_name), (2, 'timezone', s.time_zone),
    (3, 'default_language', s.default_language)) AS t (number, name, value)`,
  id: 't.number',
  where: 'true',
  access: everyRow,
  keys: { setting: byNumber('t.number = $') },
  members: { id: 't.number', name: 't.name', value: 't.value' },
  links: { self: link('/site_settings/{t.number}', 'site_setting') },
  sorts: { id: 't.number', name: 't.name' },
  perPage: 1000,
};

const ONE = { from: 'site s', id: '1', where: 'true', access: everyRow, keys: {}, sorts: { id: '1' }, perPage: 1 };

/** There is one. Its subdomain is what its first brand goes by. */
export const SITE: Source = {
  ...ONE,
  class: 'site',
  members: { id: '1', subdomain: '(SELECT b.slug FROM brands b ORDER BY b.id LIMIT 1)', name: 's.company_name' },
  links: { self: link('/site', 'site') },
};

/** Nobody pays for a desk of his own. */
export const SITE_BILLING: Source = {
  ...ONE,
  class: 'site_billing',
  members: { in_trial: 'false' },
  links: { self: link('/site/billing', 'site_billing') },
};

/** What the administrators have to say to whoever asks: one object without a number, as it was recorded. */
export const SYSTEM_MESSAGE: Source = {
  ...ONE,
  class: 'system_message',
  from: 'system_message s',
  members: {
    message: (actor, { bind }) =>
      `CASE WHEN ${isToldTo(`${bind(userIdOf(actor) ?? null)}::bigint`, 'now()')} THEN s.message END`,
    updated_at: time('s.updated_at'),
  },
  links: {},
  finish: (entry) => JSON.stringify({ ...JSON.parse(entry), _links: undefined }),
};

export const SITE_LANGUAGES: Source = {
  class: 'site_language',
  from: 'site s CROSS JOIN LATERAL unnest(s.languages) WITH ORDINALITY AS t (locale, number)',
  id: 't.number',
  where: 'true',
  access: everyRow,
  keys: { language: byNumber('t.number = $') },
  members: { id: 't.number', locale: 't.locale', default: 't.locale = s.default_language' },
  links: { self: link('/site/languages/{t.number}', 'site_language') },
  sorts: { id: 't.number' },
  perPage: 1000,
};

import type { Actor } from '@bureau/contracts';
import { userIdOf } from '@bureau/contracts';
import { byNumber, byUser } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link } from '../resource/sql.ts';

/** Of Desk.com's preferences those that this desk has, too; what was recorded as how loud a sound is, is on or off here. */
export const PREFERENCE_NUMBERS = {
  auto_accept_on_route: 3,
  screenpop_sound: 6,
  new_chat_message_sound: 10,
  confirm_on_short_replies: 11,
} as const;
export type PreferenceName = keyof typeof PREFERENCE_NUMBERS;

const NAMES = Object.entries(PREFERENCE_NUMBERS)
  .map(([name, number]) => `(${number}, '${name}')`)
  .join(', ');

const loud = (condition: string, volume: string) => `to_json(CASE WHEN ${condition} THEN '${volume}' ELSE '0' END)`;
const chosen = (path: string) => `coalesce(k.preferences #> '${path}' = 'true', false)`;

/** Of a user and a name together. */
const ID = 'u.id * 100 + n.number';

export const PREFERENCES: Source = {
  class: 'user_preference',
  from: `users u CROSS JOIN (VALUES ${NAMES}) AS n (number, name)
    LEFT JOIN user_preferences k ON k.user_id = u.id LEFT JOIN routing_agents a ON a.user_id = u.id`,
  id: `(${ID})`,
  where: 'true',
  /** Everybody's own are nobody else's. */
  access: (actor: Actor, first) => ({
    kind: 'own',
    sql: `u.id = $${first}::bigint`,
    values: [userIdOf(actor) ?? null],
  }),
  keys: { preference: byNumber(`${ID} = $`), user: byUser('u.id = $') },
  members: {
    id: ID,
    name: 'n.name',
    value: `CASE n.name WHEN 'auto_accept_on_route' THEN to_json(coalesce(a.auto_accept, false))
      WHEN 'screenpop_sound' THEN ${loud('coalesce(a.sound, true)', '80')}
      WHEN 'new_chat_message_sound' THEN ${loud(chosen('{notifications,message,sound}'), '70')}
      ELSE to_json(${chosen('{confirmShortReplies}')}) END`,
  },
  links: {
    self: link(`/users/{u.id}/preferences/{${ID}}`, 'user_preference'),
    user: link('/users/{u.id}', 'user'),
    filter: 'NULL::text',
  },
  sorts: { id: ID },
  perPage: 100,
};

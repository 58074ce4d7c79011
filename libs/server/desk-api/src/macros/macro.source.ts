import { permits, userIdOf, type Actor } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';
import { byNumber, byPart, byUser } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, textOrNull, time } from '../resource/sql.ts';
import { ACTION_ROWS } from './action-rows.ts';

/** Those of everybody, of one's groups and one's own, in use; and what one may edit. */
function macroAccess(actor: Actor, first: number): AccessClause {
  const groupIds = actor.kind === 'user' || actor.kind === 'application' ? actor.access.groupIds : [];
  return {
    kind: 'macros',
    sql: `m.user_id = $${first}::bigint OR (m.visibility <> 'user' AND ($${first + 1}::boolean OR (m.enabled
      AND (m.visibility = 'everyone' OR EXISTS (SELECT FROM macro_groups w
        WHERE w.macro_id = m.id AND w.group_id = ANY($${first + 2}::bigint[]))))))`,
    values: [userIdOf(actor) ?? null, permits(actor, 'macros:manage'), groupIds],
  };
}

export const MACROS: Source = {
  class: 'macro',
  from: 'macros m',
  id: 'm.id',
  where: 'true',
  access: macroAccess,
  keys: {
    macro: byNumber('m.id = $'),
    user: byUser(`m.visibility = 'everyone' OR m.user_id = $ OR EXISTS (SELECT FROM macro_groups w
      JOIN group_members h ON h.group_id = w.group_id WHERE w.macro_id = m.id AND h.user_id = $)`),
  },
  members: {
    id: 'm.id',
    name: 'm.name',
    description: textOrNull('m.description'),
    enabled: 'm.enabled',
    position: 'm.position',
    folders: 'm.folders',
  },
  links: { self: link('/macros/{m.id}', 'macro'), actions: link('/macros/{m.id}/actions', 'macro_action') },
  filters: { name: byPart('m.name ILIKE $') },
  sorts: { position: 'm.position', id: 'm.id', name: 'm.name' },
  perPage: 1000,
};

const ROWS = ACTION_ROWS.map(({ number, type, action, member }) => `(${number}, '${type}', '${action}', '${member}')`);

/** The value of the member of the first action of that type, as text; null where the macro has none. */
const VALUE = `(SELECT CASE jsonb_typeof(d.action -> t.member)
    WHEN 'array' THEN (SELECT string_agg(e.word, ',' ORDER BY e.place)
      FROM jsonb_array_elements_text(d.action -> t.member) WITH ORDINALITY AS e (word, place))
    WHEN 'null' THEN NULL ELSE d.action ->> t.member END
  FROM jsonb_array_elements(m.actions) WITH ORDINALITY AS d (action, place)
  WHERE d.action ->> 'type' = t.action ORDER BY d.place LIMIT 1)`;

/** Of a macro and a type together. */
const ID = 'm.id * 100 + t.number';

/** Every macro has one row for each type (desk-api-v2.md 3.9). */
export const MACRO_ACTIONS: Source = {
  class: 'macro_action',
  from: `macros m CROSS JOIN (VALUES ${ROWS.join(', ')}) AS t (number, type, action, member)`,
  id: `(${ID})`,
  where: 'true',
  access: macroAccess,
  keys: { action: byNumber(`${ID} = $`), macro: byNumber('m.id = $') },
  members: {
    id: ID,
    type: 't.type',
    value: `coalesce(${VALUE}, '')`,
    enabled: `${VALUE} IS NOT NULL`,
    created_at: time('m.created_at'),
    updated_at: time('m.updated_at'),
  },
  links: {
    self: link(`/macros/{m.id}/actions/{${ID}}`, 'macro_action'),
    macro: link('/macros/{m.id}', 'macro'),
  },
  sorts: { id: ID, type: 't.type' },
  perPage: 100,
};

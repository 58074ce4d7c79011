import { userIdOf, type Actor } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';
import { byNumber, byUser } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, time } from '../resource/sql.ts';

/** What a device can be told of, by the numbers that the apps have for it (desk-api-v2.md 3.8). */
const SETTINGS = {
  100: 'case_created',
  200: 'case_assigned_to_me',
  210: 'case_created_in_group',
  300: 'case_priority_changed',
  400: 'case_new_response',
  500: 'case_note_added',
} as const;

const NUMBERED = Object.entries(SETTINGS)
  .map(([number, name]) => `(${number}, '${name}')`)
  .join(', ');

/** Everybody's own are nobody else's. */
function ownDevices(actor: Actor, first: number): AccessClause {
  return { kind: 'own', sql: `d.user_id = $${first}::bigint`, values: [userIdOf(actor) ?? null] };
}

/** The token is not told again: whoever has it reaches the device. */
export const MOBILE_DEVICES: Source = {
  class: 'mobile_device',
  from: 'mobile_devices d',
  id: 'd.id',
  where: 'true',
  access: ownDevices,
  keys: { device: byNumber('d.id = $'), user: byUser('d.user_id = $') },
  members: { id: 'd.id', type: 'd.type', created_at: time('d.created_at'), updated_at: time('d.updated_at') },
  links: {
    self: link('/users/{d.user_id}/mobile_devices/{d.id}', 'mobile_device'),
    user: link('/users/{d.user_id}', 'user'),
    settings: link('/users/{d.user_id}/mobile_devices/{d.id}/settings', 'mobile_device_setting'),
  },
  sorts: { id: 'd.id', created_at: 'd.created_at' },
  perPage: 100,
};

export const MOBILE_DEVICE_SETTINGS: Source = {
  class: 'mobile_device_setting',
  from: `mobile_devices d CROSS JOIN (VALUES ${NUMBERED}) AS n (number, name)`,
  id: '(d.id * 1000 + n.number)',
  where: 'true',
  access: ownDevices,
  keys: { deviceSetting: byNumber('n.number = $'), device: byNumber('d.id = $'), user: byUser('d.user_id = $') },
  members: { id: 'n.number', name: 'n.name', value: 'n.number = ANY (d.settings)' },
  links: {
    self: link('/users/{d.user_id}/mobile_devices/{d.id}/settings/{n.number}', 'mobile_device_setting'),
    mobile_device: link('/users/{d.user_id}/mobile_devices/{d.id}', 'mobile_device'),
  },
  sorts: { id: '(d.id * 1000 + n.number)' },
  perPage: 100,
};

import { integrationAccess } from '@bureau/cases';
import { byNumber, byPart, byUser } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, textOrNull, time } from '../resource/sql.ts';
import { renderMarkup } from './render-markup.ts';

export const INTEGRATION_URLS: Source = {
  class: 'integration_url',
  from: 'integration_urls i',
  id: 'i.id',
  where: 'true',
  access: integrationAccess,
  keys: {
    integration: byNumber('i.id = $'),
    user: byUser(`i.enabled AND (i.visibility = 'everyone' OR i.user_id = $
      OR i.group_id IN (SELECT w.group_id FROM group_members w WHERE w.user_id = $))
      AND (i.role_ids = '{}' OR (SELECT u.role_id FROM users u WHERE u.id = $) = ANY(i.role_ids))`),
  },
  members: {
    id: 'i.id',
    name: 'i.name',
    description: textOrNull('i.description'),
    enabled: 'i.enabled',
    markup: 'i.markup',
    rendered: 'NULL::text',
    position: 'i.position',
    created_at: time('i.created_at'),
    updated_at: time('i.updated_at'),
  },
  links: {
    self: link('/integration_urls/{i.id}', 'integration_url'),
    group: link('/groups/{i.group_id}', 'group'),
    user: link('/users/{i.user_id}', 'user'),
  },
  finisher: renderMarkup,
  filters: { name: byPart('i.name ILIKE $') },
  sorts: { position: 'i.position', id: 'i.id', name: 'i.name', created_at: 'i.created_at', updated_at: 'i.updated_at' },
  perPage: 1000,
};

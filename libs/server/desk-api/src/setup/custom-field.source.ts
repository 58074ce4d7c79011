import { byNumber, byTexts } from '../resource/condition.ts';
import { everyRow, type Source } from '../resource/source.ts';
import { link } from '../resource/sql.ts';

const OWNER = "CASE f.owner WHEN 'case' THEN 'ticket' ELSE f.owner END";

export const CUSTOM_FIELDS: Source = {
  class: 'custom_field',
  from: 'custom_fields f',
  id: 'f.id',
  where: 'true',
  access: everyRow,
  keys: { customField: byNumber('f.id = $') },
  members: {
    id: 'f.id',
    name: 'f.key',
    label: 'f.label',
    type: OWNER,
    active: 'f.active',
    data: `CASE f.type WHEN 'list' THEN json_build_object('type', 'list', 'choices', f.choices)
      ELSE json_build_object('type', CASE f.type WHEN 'text' THEN 'string' ELSE f.type END) END`,
  },
  links: { self: link('/custom_fields/{f.id}', 'custom_field') },
  filters: { type: byTexts(`${OWNER} = ANY($)`) },
  sorts: { id: 'f.id', name: 'f.key' },
  perPage: 1000,
};

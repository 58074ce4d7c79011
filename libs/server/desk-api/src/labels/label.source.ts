import { byCase } from '../cases/case-key.ts';
import { byNumber, byPart, byTexts } from '../resource/condition.ts';
import { everyRow, type Source } from '../resource/source.ts';
import { link, textOrNull } from '../resource/sql.ts';

export const LABELS: Source = {
  class: 'label',
  from: 'labels l',
  id: 'l.id',
  where: 'l.removed_at IS NULL',
  access: everyRow,
  keys: {
    label: byNumber('l.id = $'),
    case: byCase('l.id IN (SELECT unnest(c.label_ids) FROM cases c WHERE c.id = $)'),
  },
  members: {
    id: 'l.id',
    name: 'l.name',
    description: textOrNull('l.description'),
    enabled: 'l.enabled',
    // As it was called until 2013.
    active: 'l.enabled',
    types: 'l.types',
    color: 'l.color',
    position: 'l.position',
  },
  links: { self: link('/labels/{l.id}', 'label') },
  filters: { type: byTexts('l.types && $'), name: byPart('l.name ILIKE $') },
  sorts: { position: 'l.position', id: 'l.id', name: 'l.name' },
  perPage: 1000,
};

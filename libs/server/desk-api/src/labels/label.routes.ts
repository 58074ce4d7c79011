import { change, create, list, remove, show, type DeskRoute } from '../resource/desk-route.ts';
import { LABELS } from './label.source.ts';
import { LabelBody, LabelWrites } from './label.writes.ts';

export const LABEL_ROUTES: DeskRoute[] = [
  list('/labels', { summary: 'List the labels in their order.', allow: 'signed-in', reads: LABELS }),
  list('/labels/search', { summary: 'Find labels by a part of their `name`.', allow: 'signed-in', reads: LABELS }),
  create('/labels', {
    summary: 'Create a label.',
    allow: 'labels:create',
    reads: LABELS,
    body: LabelBody,
    by: LabelWrites,
    run: (writes, wish) => writes.create(wish),
  }),
  show('/labels/:label', { summary: 'Read a label.', allow: 'signed-in', reads: LABELS }),
  change('/labels/:label', {
    summary: 'Change a label; what carries it shows its new name at once. `position` moves it.',
    allow: 'labels:manage',
    reads: LABELS,
    body: LabelBody,
    by: LabelWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  remove('/labels/:label', {
    summary: 'Delete a label; it is taken off every case behind the scenes.',
    allow: 'labels:manage',
    reads: LABELS,
    by: LabelWrites,
    run: (writes, wish) => writes.remove(wish),
  }),
];

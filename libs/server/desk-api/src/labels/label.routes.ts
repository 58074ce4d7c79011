import { list, show, type DeskRoute } from '../resource/desk-route.ts';
import { LABELS } from './label.source.ts';

export const LABEL_ROUTES: DeskRoute[] = [
  list('/labels', { summary: 'List the labels.', allow: 'signed-in', reads: LABELS }),
  show('/labels/:label', { summary: 'Read a label.', allow: 'signed-in', reads: LABELS }),
];

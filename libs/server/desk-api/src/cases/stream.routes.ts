import { list, stream, type DeskRoute } from '../resource/desk-route.ts';
import { CASES } from './case.source.ts';
import { FEED } from './feed.source.ts';
import { INTERACTIONS } from './interaction.source.ts';
import { NOTES } from './note.source.ts';

export const STREAM_ROUTES: DeskRoute[] = [
  stream('/interactions', {
    summary: 'List what was said in all cases after an id; go on with the next link until it is refused.',
    allow: 'cases:view',
    reads: INTERACTIONS,
  }),
  list('/notes', { summary: 'List the notes of all cases.', allow: 'cases:view', reads: NOTES }),
  list('/cases/:case/feed', {
    summary: 'List what was said and noted in a case.',
    allow: 'cases:view',
    within: CASES,
    reads: FEED,
  }),
];

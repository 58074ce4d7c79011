import { adminGerman } from '../app/admin.words.de.ts';
import { formGerman } from '../pieces/form/form.words.de.ts';
import { feedGerman } from '../features/case-feed/case-feed.words.de.ts';
import { eventGerman } from '../pieces/event-sentence/event-sentence.words.de.ts';
import type { Catalogue } from './words.ts';

/** Every text of the console in German, by the id of its place. */
export const german: Catalogue = new Map<string, object>([
  ['admin', adminGerman],
  ['form', formGerman],
  ['case-feed', feedGerman],
  ['event-sentence', eventGerman],
]);

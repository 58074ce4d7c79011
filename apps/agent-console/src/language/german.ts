import type { Catalogue } from './words.ts';

/** Every text of the console in German, by the id of its place. */
export const german: Catalogue = new Map<string, object>([]);

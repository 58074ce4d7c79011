import { words } from '../../language/words.ts';

/** Who changed a thing, and when. */
export const lastChangeWords = words('last-change', { never: 'Never' });

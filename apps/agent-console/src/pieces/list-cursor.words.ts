import { words } from '../language/words.ts';

export const listCursorWords = words('list-cursor', { section: 'List', next: 'Next case', previous: 'Previous case' });

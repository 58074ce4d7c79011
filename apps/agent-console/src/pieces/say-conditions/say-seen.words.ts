import { words } from '../../language/words.ts';

/** What conditions saw. */
export const seenWords = words('say-seen', {
  yes: 'yes',
  no: 'no',
  nothing: 'nothing',
  change: (from: string, to: string) => `${from} → ${to}`,
  hours: (hours: string) => `${hours} hours`,
});

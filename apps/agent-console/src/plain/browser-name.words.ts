import { words } from '../language/words.ts';

/** What a browser is called. */
export const browserWords = words('browser', {
  unknown: 'Unknown browser',
  on: (browser: string, system: string) => `${browser} on ${system}`,
});

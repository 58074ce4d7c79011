import { words } from '../language/words.ts';

export const problemWords = words('problem', {
  offline: 'The desk cannot be reached. Check your connection, then try again.',
  failure: 'Something went wrong in this browser. Load the page again.',
  throttled: (minutes: number) =>
    `Too many attempts. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`,
});

import type { Plugin } from 'vite';

/** Words that React Aria ships for thirty languages: the console speaks two of them. */
const FOREIGN =
  /\/(?:react-aria|react-aria-components|react-stately)\/.*\/intl\/.*?(?!de-DE|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;

/** Leaves out the words of languages that the console cannot be read in. React Aria falls back to English for them. */
export function readerLanguages(): Plugin {
  return {
    name: 'bureau:reader-languages',
    apply: 'build',
    enforce: 'pre',
    load: { filter: { id: FOREIGN }, handler: () => 'export default undefined;' },
  };
}

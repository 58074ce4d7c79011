// Whether the console says anything that is in no catalogue, so that no language but English would have it.
// That each kind of place is really looked at is proven in words-outside.spec.mjs.
import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';
import { green, red } from './tools/say.mjs';
import { wordsOutside } from './tools/words-outside.mjs';

const root = resolve(import.meta.dirname, '..');

/** The catalogues themselves, what tests say, and the page that shows the components to developers. */
const isExempt = (path) => /\.words(\.\w+)?\.ts$|\.(spec|fixture)\.tsx?$|\/(testing|demo|language)\//.test(path);

const paths = [];
for await (const path of glob(['apps/agent-console/src/**/*.{ts,tsx}', 'libs/web/ui/src/**/*.{ts,tsx}'], {
  cwd: root,
})) {
  if (
    !isExempt(path) &&
    !path.endsWith('app/words.ts') &&
    !path.endsWith('app/words.de.ts') &&
    !/\/words\//.test(path)
  ) {
    paths.push(path);
  }
}

const found = paths.toSorted().flatMap((path) => wordsOutside(resolve(root, path)).map((one) => ({ ...one, path })));
for (const { path, line, text } of found) console.error(`${red('✗')} ${path}:${line} says “${text}”`);
if (found.length > 0) process.exit(1);
console.log(`${green('✓')} ${paths.length} files say nothing that is in no catalogue.`);

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from './tools/dependencies.mjs';

/** A registry without the packages of other platforms lets `npm install` drop them silently; `npm ci` then refuses the file. */
it('the lock file names every package that a package asks for, so that npm ci accepts it', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const missing = Object.entries(packages).flatMap(([from, { dependencies = {}, optionalDependencies = {} }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !candidates(from, name).some((place) => place in packages))
      .map((name) => `${from} → ${name}`),
  );

  expect(missing).toEqual([]);
});

/** Where Node looks for a package, from the inside out. */
function candidates(from, name) {
  const parts = from === '' ? [] : from.split('/');
  const folders = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}

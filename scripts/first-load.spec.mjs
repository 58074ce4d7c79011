import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from './tools/dependencies.mjs';

/** Kilobytes of JavaScript, compressed as gzip does it, that an agent waits for before she sees her cases. */
const AT_MOST = 250;

const dist = path.join(root, 'apps/agent-console/dist');
const manifestFile = path.join(dist, '.vite/manifest.json');
const isBuilt = existsSync(manifestFile);

describe.skipIf(!isBuilt)('the first load of the console', () => {
  const manifest = isBuilt ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
  const PAGE = 'index.html';
  const START = 'src/app/start.tsx';

  it(`is at most ${AT_MOST} kB of JavaScript, for the list; the case follows by itself`, () => {
    const files = [...new Set([...withImports(PAGE), ...withImports(START)])].map((name) => manifest[name].file);
    const sizes = files.map((file) => [file, gzipSync(readFileSync(path.join(dist, file))).length / 1000]);
    const sum = sizes.reduce((total, [, size]) => total + size, 0);
    const parts = sizes.map(([file, size]) => `${file} ${size.toFixed(1)}`).join(', ');

    expect(sum, parts).toBeLessThanOrEqual(AT_MOST);
  });

  it('leaves the editor, the conditions, the palette and the administration for later', () => {
    const first = withImports(START);
    const late = [
      'editor-parts',
      'judge',
      'palette/palette',
      'create-realtime',
      'opened-case',
      'features/users',
      'features/site',
    ];

    expect(late.filter((name) => first.some((chunk) => chunk.includes(name)))).toEqual([]);
  });

  it('chooses the language before any text is read', () => {
    const console = manifest[START].imports.find((name) => name.includes('console'));

    expect(withImports(PAGE)).not.toContain(console);
    expect(withImports('src/language/german.ts')).not.toContain(console);
  });

  /** A chunk and what it imports before it runs. */
  function withImports(name, found = new Set()) {
    if (found.has(name)) return [...found];
    found.add(name);
    for (const next of manifest[name].imports ?? []) withImports(next, found);
    return [...found];
  }
});

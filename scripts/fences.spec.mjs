import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruise } from './tools/cruise.mjs';
import { root } from './tools/dependencies.mjs';
import { packagesAtHome, reachOf, rows } from './tools/import-table.mjs';

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const islands = rows.flatMap((row) => row.islands.map((island) => ({ row, island })));

/** A small tree in which somebody climbs over each fence. */
describe('every fence stops somebody', () => {
  let folder = '';
  let climbed = new Set();

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'bureau-fences-'));
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'scripts/tools/import-table.mjs']) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      cpSync(path.join(root, file), path.join(folder, file));
    }
    for (const [file, text] of Object.entries(violations())) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const { summary } = await cruise(folder);
    climbed = new Set(summary.violations.map(({ rule }) => rule.name));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(forbidden.map(({ name }) => name))('%s', (name) => {
    expect([...climbed]).toContain(name);
  });
});

function violations() {
  const platform = 'libs/server/platform/src';
  return {
    'package.json': JSON.stringify({ name: 'fences', type: 'module', dependencies: declared() }),
    ...Object.fromEntries(islands.map(({ island }) => [`${island}/src/index.ts`, 'export const door = 1;\n'])),
    ...Object.fromEntries(islands.flatMap(overTheTable)),
    ...fakePackages(),
    [`${platform}/clock/clock.ts`]: packagesAtHome
      .flatMap(({ packages }) => packages)
      .map((name) => `import '${name}';`)
      .join('\n'),
    [`${platform}/testing.ts`]: 'export const testing = 1;\n',
    'libs/server/cases/src/past-the-door.ts': `import '../../platform/src/clock/clock.ts';`,
    'libs/server/cases/src/tests-in-production.ts': `import '../../platform/src/testing.ts';`,
    'libs/server/cases/src/a.ts': `import { b } from './b.ts'; export const a = () => b;`,
    'libs/server/cases/src/b.ts': `import { a } from './a.ts'; export const b = () => a;`,
    'libs/server/cases/src/nowhere.ts': `import './not-there.ts';`,
    'libs/server/cases/src/undeclared.ts': `import 'undeclared';`,
    'libs/domain/src/impure.ts': `import 'node:fs'; import 'undeclared';`,
    'apps/agent-console/src/features/one/one.ts': `import '../two/two.ts';`,
    'apps/agent-console/src/features/two/two.ts': 'export const two = 2;\n',
  };
}

/** Each island imports the first one that its row does not name, in earnest and in a test. */
function overTheTable({ row, island }) {
  const allowed = [...reachOf(row, island), 'apps/sandbox'];
  const target = islands.find((other) => !allowed.includes(other.island)).island;
  const text = `import '${path.relative(`${island}/src`, `${target}/src/index.ts`)}';\n`;
  return [
    [`${island}/src/over-the-table.ts`, text],
    [`${island}/src/over-the-table.spec.ts`, text],
  ];
}

function declared() {
  return Object.fromEntries(packagesAtHome.flatMap(({ packages }) => packages.map((name) => [name, '1'])));
}

function fakePackages() {
  const names = [...Object.keys(declared()), 'undeclared'];
  return Object.fromEntries(
    names.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  );
}

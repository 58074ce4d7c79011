import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tablesOf } from './light-routes.ts';

const contracts = join(import.meta.dirname, '../../../libs/contracts/src');
const table = (entries: string) => `const common = { allow: 'cases:view' };\nexport const api = { ${entries} };`;
const refused = (entries: string) => () => tablesOf('cases.api.ts', table(entries));

describe('a table of routes, made light', () => {
  it('keeps what a caller needs, and nothing of the schemas', () => {
    const [made] = tablesOf(
      'cases.api.ts',
      table(
        `list: route('GET', '/cases', { summary: 'List.', allow: ['cases:view'], query: Page.extend({}), versioned: true })`,
      ),
    );
    expect(made?.light).toBe(
      `export const api = { list: route('GET', '/cases', { allow: ['cases:view'], versioned: true }) };`,
    );
  });

  it('is none where no routes are in it', () => {
    expect(tablesOf('limits.ts', `export const LIMITS = { ...BASE, most: 3 };`)).toEqual([]);
  });

  it.each([
    [
      'routes are spread into it',
      `...others, list: route('GET', '/cases', {})`,
      /instead of spreading them \(\.\.\.others\)/,
    ],
    [
      'something is spread into a route',
      `list: route('GET', '/cases', { ...common })`,
      /into a route \(\.\.\.common\)/,
    ],
    ['a shape comes from elsewhere', `list: route('GET', '/cases', common)`, /written out behind them/],
    ['a path is put together', "list: route('GET', `/${cases}`, {})", /method and path are texts/],
    ['an entry is made otherwise', `list: route('GET', '/cases', {}), more: paged('/cases')`, /a call of route/],
    [
      'a caller would need a name of the file',
      `list: route('GET', '/cases', { allow: MANAGERS })`,
      /write its value out/,
    ],
  ])('is refused loudly where %s', (_, entries, why) => {
    expect(refused(entries)).toThrow(why);
    expect(refused(entries)).toThrow(/^cases\.api\.ts: api is no table/);
  });

  it('can be made of every contract', async () => {
    let made = 0;
    for await (const file of glob('**/*.ts', { cwd: contracts })) {
      made += tablesOf(file, await readFile(join(contracts, file), 'utf8')).length;
    }
    expect(made).toBeGreaterThan(25);
  });
});

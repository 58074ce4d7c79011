import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { DESK_ROUTES } from '../desk-routes.ts';
import { RouteBook } from '../transport/route-book.ts';
import { movingText } from './moving-text.ts';
import { referenceText } from './reference-text.ts';

describe('the table of the API of Desk.com', () => {
  it.each([
    ['desk-api.md', referenceText],
    ['moving-from-desk.md', movingText],
  ])('is what %s says: write it anew with npm run desk-api', async (name, textOf) => {
    const file = path.resolve(import.meta.dirname, '../../../../../docs', name);
    const written = await format(textOf(DESK_ROUTES), { ...(await resolveConfig(file)), filepath: file });
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  it('has a key in its source for every part of an address', () => {
    const missing = DESK_ROUTES.flatMap(({ path: address, reads }) =>
      [...address.matchAll(/:(\w+)/g)].flatMap(([, name = '']) => (name in reads.keys ? [] : [`${address}: ${name}`])),
    );
    expect(missing).toEqual([]);
  });

  it('has each address once for each method', () => {
    const names = DESK_ROUTES.map(({ method, path: address }) => `${method} ${address.replaceAll(/:\w+/g, ':')}`);
    expect(names).toEqual([...new Set(names)]);
  });

  it('leads words before numbers: what is searched is no case', () => {
    const book = new RouteBook(DESK_ROUTES);
    expect(book.find('GET', '/cases/search')).toMatchObject({ route: { path: '/cases/search' }, keys: {} });
    expect(book.find('GET', '/cases/e-1%2F0')).toMatchObject({ keys: { case: 'e-1/0' } });
    expect(book.find('GET', '/cases/1/')).toBe('nowhere');
    expect(book.find('PATCH', '/users/1')).toBe('no-such-method');
  });
});

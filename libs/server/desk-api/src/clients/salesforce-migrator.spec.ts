import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import type { Resource } from '../desk-client.fixture.ts';
import { basic, good, speak } from './speak.fixture.ts';

/** As the migration tool of Salesforce speaks: everything, in the largest pages, by pages and by cursors. */
let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
  for (const name of ['Ana', 'Bo', 'Cy']) {
    const message = { direction: 'in', from: `${name} <${name}@customer.example>`, body: `I am ${name}.` };
    const made = good(await say('POST', '/cases', { type: 'email', subject: name, labels: ['Moved'], message }), 201);
    good(await say('POST', `${made._links.self.href}/replies`, { body: 'Hello', status: 'sent' }), 201);
    good(await say('POST', `${made._links.self.href}/notes`, { body: 'Between us' }), 201);
    good(await say('POST', '/companies', { name: `${name}, Inc.`, domains: [`${name}.example`.toLowerCase()] }), 201);
  }
  const topic = good(await say('POST', '/topics', { name: 'Moving' }), 201);
  good(await say('POST', '/articles', { subject: 'How', body: 'So', _links: { topic: topic._links.self } }), 201);
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const say = (method: string, path: string, body?: object) =>
  speak(desk, {
    method,
    path,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: basic(desk.administrator),
    },
    body: body && JSON.stringify(body),
  });
const get = (path: string) => say('GET', path);

/** Page after page, as long as there is a next one. */
async function all(path: string): Promise<Resource[]> {
  const page = good(await get(path));
  const { next } = page._links;
  return [...page._embedded.entries, ...(next ? await all(next.href) : [])];
}

describe('the migration tool of Salesforce', () => {
  it.each([
    ['/users', 1000],
    ['/groups', 1000],
    ['/labels', 1000],
    ['/custom_fields', 1000],
    ['/companies', 500],
    ['/articles', 500],
    ['/customers', 100],
    ['/cases', 100],
    ['/notes', 100],
  ])('reads %s in pages of %i', async (path, size) => {
    expect(good(await get(`${path}?page=1&per_page=${size}`))._links.self.href).toContain(`per_page=${size}`);
    const more = good(await get(`${path}?page=1&per_page=${size * 10}`));
    expect(more._links.self.href).toContain(`per_page=${size}`);
    expect(await all(`${path}?per_page=1`)).toHaveLength(more.total_entries);
  });

  it('begins anew behind the last id when it may go no deeper', async () => {
    const deep = await get('/cases/search?page=501&per_page=100&sort_field=id&sort_direction=asc&since_id=0');
    expect(deep.status).toBe(422);
    expect(deep.body).toEqual({ message: 'page parameter must be less than or equal to 500' });
    for (const path of ['/cases/search', '/customers', '/customers/search']) {
      const seen: number[] = [];
      for (let last = 0; ;) {
        const { entries } = good(await get(`${path}?since_id=${last}&page=1&per_page=2`))._embedded;
        if (entries.length === 0) break;
        seen.push(...entries.map(({ id }) => id));
        last = seen.at(-1) ?? 0;
      }
      expect([path, seen]).toEqual([path, seen.toSorted((one, other) => one - other)]);
      expect(new Set(seen).size).toBe(3);
    }
  });

  it('streams what was said until the words come by which it knows the end', async () => {
    const kinds: string[] = [];
    const seen: number[] = [];
    let path = '/interactions?since_id=0&per_page=4';
    for (;;) {
      const { status, body } = await get(path);
      if (status !== 200) {
        expect([status, body.message]).toEqual([422, 'no records found with id greater than since_id']);
        break;
      }
      for (const entry of body._embedded.entries) {
        kinds.push(entry._links.self.class.toUpperCase());
        seen.push(entry.id);
      }
      path = body._links.next.href;
    }
    expect([seen.length, new Set(seen).size, new Set(kinds)]).toEqual([6, 6, new Set(['EMAIL'])]);
  });

  it('reads notes by pages alone, feeds by fifty, and companies by their ids with few fields', async () => {
    expect((await all('/notes?page=1&per_page=2')).map(({ body }) => body)).toEqual(Array(3).fill('Between us'));
    const [first] = await all('/cases');
    const feed = good(await get(`${first?._links.self.href}/feed?per_page=100&sort_direction=asc`));
    expect([feed.total_entries, feed._links.self.href.includes('per_page=50')]).toEqual([3, true]);
    const companies = await all('/companies');
    const ids = companies.slice(0, 2).map(({ id }) => id);
    const fields = 'id,name,domains,created_at,updated_at,custom_fields';
    const some = good(await get(`/companies?ids=${ids.join(',')}&fields=${fields}`));
    expect(some._embedded.entries.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(some._embedded.entries[0] ?? {}).toSorted()).toEqual(
      [...fields.split(','), '_links'].toSorted(),
    );
  });
});

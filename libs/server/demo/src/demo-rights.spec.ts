import { API, casesApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../test/fixtures/desk.ts';
import { createTestDatabase } from '../../../../test/setup/test-database.ts';
import { SeedDemo, type DemoPerson } from './seed-demo.ts';

describe('the demo desk', () => {
  let desk: TestDesk;
  let people: DemoPerson[];
  beforeAll(async () => {
    desk = await startTestDesk({ database: await createTestDatabase() });
    people = await desk.running.get(SeedDemo).run({ seed: 7 });
  });
  afterAll(() => closeDesk(desk));

  const agent = () => desk.anybody.as(people.find(({ role }) => role === 'agent')!);

  it('shows some of its agents their own cases alone', async () => {
    const total = (await desk.sql.row<{ count: number }>(
      'SELECT count(*) AS count FROM cases WHERE deleted_at IS NULL',
    ))!.count;
    for (const role of ['group-agent', 'brand-agent'] as const) {
      const restricted = people.find((person) => person.role === role)!;
      const seen = new Set<number>();
      let cursor: string | undefined;
      do {
        const page = await desk.anybody
          .as(restricted)
          .call(casesApi.list, { query: { view: 'all', limit: 100, cursor } });
        page.items.forEach(({ id }) => seen.add(id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen.size).toBeGreaterThan(20);
      expect(seen.size).toBeLessThan(total);
      const blind = await desk.sql.rows(
        `SELECT c.id FROM cases c JOIN users u ON u.id = c.assignee_id WHERE u.email = $1 AND c.deleted_at IS NULL
           AND c.id <> ALL($2)`,
        [restricted.email, [...seen]],
      );
      expect(blind).toEqual([]);
    }
  });

  it('has filters of its own that find something', async () => {
    const { items } = await agent().call(API.filters.list, {});
    const own = items.filter(({ folder }) => folder === 'Ours');
    expect(own.map(({ visibility }) => visibility.for).sort()).toEqual(['everyone', 'user']);
    const pages = await Promise.all(own.map(({ id }) => agent().call(API.filters.cases, { params: { filterId: id } })));
    expect(pages.flatMap((page) => page.items)).not.toEqual([]);
  });
});

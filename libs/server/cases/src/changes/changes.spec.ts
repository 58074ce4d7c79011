import { casesApi, changesApi, type CaseRecord, type Gone, type MessageRecord, type Route } from '@bureau/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../../../test/fixtures/api-client.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const anOpening = (subject: string) => ({
  subject,
  text: 'It makes no sound.',
  customer: { address: 'ana@customer.example', name: 'Ana' },
});

/** Asks again until the row has come: readers stay a few seconds behind. */
async function itemOf<Item extends { id: number }>(read: () => Promise<{ items: Item[] }>, id: number): Promise<Item> {
  for (;;) {
    const item = (await read()).items.find((found) => found.id === id);
    if (item) return item;
    await pause(100);
  }
}

describe('a copy of the desk', { timeout: 30_000 }, () => {
  it('gets a case with everything that it carries, and its message', async () => {
    const agent = desk.as(desk.agent);
    const { id } = await agent.call(casesApi.open, { body: anOpening('The grinder is stuck') });
    const query = { limit: 1000 };
    const record = await itemOf<CaseRecord | Gone>(() => agent.call(changesApi.cases, { query }), id);
    expect(record).toMatchObject({
      subject: 'The grinder is stuck',
      status: 'new',
      brandId: desk.brandId,
      labelIds: [],
      inboundCount: 1,
      deletedAt: null,
    });
    const { items } = await agent.call(changesApi.messages, { query });
    const messages = items.filter((item): item is MessageRecord => !('gone' in item) && item.caseId === id);
    expect(messages).toMatchObject([{ text: 'It makes no sound.', from: { address: 'ana@customer.example' } }]);
  });

  it('learns that a case is in the trash, and when it is gone for good', async () => {
    const agent = desk.as(desk.agent);
    const { id } = await agent.call(casesApi.open, { body: anOpening('To be forgotten') });
    await desk.sql.run('UPDATE cases SET deleted_at = now() WHERE id = $1', [id]);
    const read = () => agent.call(changesApi.cases, { query: { limit: 1000 } });
    expect(await itemOf<CaseRecord | Gone>(read, id)).toMatchObject({ deletedAt: expect.any(String) });

    await desk.sql.run('DELETE FROM cases WHERE id = $1', [id]);
    for (;;) {
      const item = await itemOf<CaseRecord | Gone>(read, id);
      if ('gone' in item) break;
      await pause(100);
    }
  });

  it('has no case that its reader may not see, and not the numbers of those that are gone', async () => {
    const { id } = await desk.as(desk.agent).call(casesApi.open, { body: anOpening('Not for everybody') });
    await itemOf<CaseRecord | Gone>(() => desk.as(desk.agent).call(changesApi.cases, { query: { limit: 1000 } }), id);
    await desk.sql.run("UPDATE roles SET case_scope = 'assigned' WHERE key = 'flex-agent'");
    const flex = desk.as(await desk.aUser({ role: 'flex-agent' }));
    expect(await flex.call(changesApi.cases, {})).toMatchObject({ items: [], more: false });
    expect(await flex.call(changesApi.messages, {})).toMatchObject({ items: [] });
    expect(await flex.call(changesApi.notes, {})).toMatchObject({ items: [] });
  });
});

describe('every collection', () => {
  it.each(Object.entries(changesApi))(
    'of %s is read page by page, in order, as its contract says',
    async (_, route) => {
      const admin: ApiClient = desk.as(desk.administrator);
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let more = true; more;) {
        const query = cursor === undefined ? { limit: 2 } : { limit: 2, cursor };
        const page = (route as Route).shape.response!.parse(await admin.call(route as Route, { query }));
        const {
          items,
          next,
          more: goesOn,
        } = page as { items: { id: number; updatedAt: string }[]; next: string; more: boolean };
        seen.push(...items.map(({ id, updatedAt }) => `${updatedAt} ${String(id).padStart(9, '0')}`));
        [cursor, more] = [next, goesOn];
      }
      expect(seen).toEqual([...new Set(seen)].toSorted());
    },
  );
});

import { casesApi, type FeedMessage } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { areAtRest, startTwoDesks, stopDesks, type WholeDesk } from '../fixtures/two-desks.ts';
import { until } from '../setup/until.ts';

let desks: [WholeDesk, WholeDesk];
beforeAll(async () => {
  desks = await startTwoDesks({ acknowledge: true });
});
afterAll(() => stopDesks(desks ?? []));

async function messagesOf({ api }: WholeDesk): Promise<FeedMessage[]> {
  const { items } = await api.call(casesApi.list, { query: { view: 'all' } });
  const feeds = await Promise.all(
    items.map(({ id }) => api.call(casesApi.feed, { params: { caseId: id }, query: { limit: 100 } })),
  );
  return feeds.flatMap((feed) => feed.items).filter((item): item is FeedMessage => item.kind === 'message');
}

/** promises.md F12, S7. */
it('two desks that answer each other come to rest after three messages', async () => {
  const [north, south] = desks;
  const customer = { name: 'South', address: south.address };
  const opened = await north.api.call(
    casesApi.open,
    { body: { subject: 'Beans', text: 'They asked by phone for beans.', customer } },
    { 'idempotency-key': crypto.randomUUID() },
  );
  const body = { text: 'Here is our offer.', sequence: opened.sequence };
  await north.api.call(
    casesApi.reply,
    { params: { caseId: opened.id }, body },
    { 'idempotency-key': crypto.randomUUID() },
  );

  const answered = async () => (await messagesOf(north)).some(({ automatic }) => automatic === 'auto-reply');
  await until(answered, { what: 'the acknowledgement of south is in the case of north', withinMs: 20_000 });
  await until(() => areAtRest(desks), { what: 'both are at rest', withinMs: 20_000 });

  const sent = [...(await messagesOf(north)), ...(await messagesOf(south))].filter(({ delivery }) => delivery);
  expect(sent.map(({ automatic }) => automatic)).toEqual([null, 'auto-answer']);
  expect((await messagesOf(south)).map(({ direction }) => direction)).toEqual(['in', 'out']);
});

import { casesApi, filtersApi, type Conditions } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const asAgent = () => desk.as(desk.agent);
const subjectIs = (subject: string): Conditions => ({
  match: 'all',
  conditions: [{ field: 'case.subject', operator: 'is', value: subject }],
});
const aFilter = (conditions: Conditions) => ({ name: 'Grinders', conditions });

async function aCase(subject: string): Promise<number> {
  const customer = { address: `${crypto.randomUUID()}@customer.example`, name: 'Ana' };
  return (await asAgent().call(casesApi.open, { body: { subject, text: 'Hello.', customer, priority: 4 } })).id;
}

describe('counts', () => {
  it('follow what happens, after a pause, and say when to ask again', async () => {
    const subject = crypto.randomUUID();
    const { id: filterId } = await asAgent().call(filtersApi.create, {
      body: aFilter(subjectIs(subject)),
    });
    const counted = async () => {
      const { items, askAgainMs } = await asAgent().call(filtersApi.counts, {});
      return { count: items.find((one) => one.filterId === filterId)?.count, waits: askAgainMs !== null };
    };
    await counted();
    await aCase(subject);
    await desk.drain();

    expect(await counted()).toEqual({ count: 0, waits: true });
    desk.clock.advance(4_000);
    expect(await counted()).toEqual({ count: 1, waits: false });
  });

  it('stop at a thousand', async () => {
    const subject = crypto.randomUUID();
    const seed = await aCase(subject);
    await desk.sql.run(
      `INSERT INTO cases (brand_id, customer_id, subject) SELECT brand_id, customer_id, subject FROM cases, generate_series(1, 1000)
       WHERE id = $1`,
      [seed],
    );

    expect(
      await asAgent().call(filtersApi.preview, { body: { conditions: subjectIs(subject), limit: 1 } }),
    ).toMatchObject({ count: 1000, more: true });
  });

  it('are counted again after a minute, though nothing was heard', async () => {
    const subject = crypto.randomUUID();
    const id = await aCase(subject);
    await desk.drain();
    const { id: filterId } = await asAgent().call(filtersApi.create, { body: aFilter(subjectIs(subject)) });
    const counted = async () =>
      (await asAgent().call(filtersApi.counts, {})).items.find((one) => one.filterId === filterId)?.count;
    expect(await counted()).toBe(1);
    await desk.sql.run("UPDATE cases SET subject = '' WHERE id = $1", [id]);

    desk.clock.advance(50_000);
    expect(await counted()).toBe(1);
    desk.clock.advance(20_000);
    expect(await counted()).toBe(0);
  });
});

import { casesApi, type Actor, type Case } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase } from './case.factory.ts';
import { OpenCasesForCustomers, type CaseFromElsewhere } from './open-cases-for-customers.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const ELSEWHERE: Actor = { kind: 'sync', name: 'Salesforce' };
const open = (wanted: CaseFromElsewhere[]) => desk.running.get(OpenCasesForCustomers).run(ELSEWHERE, wanted);
const aWish = (customerId: number, over: Partial<CaseFromElsewhere> = {}): CaseFromElsewhere => ({
  ...{ subject: 'Stuck', text: 'It makes no sound.', description: '', channel: 'email', status: 'new', priority: 4 },
  ...{ customFields: {}, suppressRules: true, customerId },
  ...over,
});
const without = ({ id: _, createdAt: _created, activeAt: _active, updatedAt: _updated, ...rest }: Case) =>
  JSON.parse(
    JSON.stringify(rest, (key, value: unknown) => (/At$|Since$/.test(key) && value ? 'a time' : value)),
  ) as Case;

describe('opening many cases that began elsewhere', () => {
  it('gives each its customer and its place, in the order in which they were named', async () => {
    const [ana, bea] = [await aCase(desk), await aCase(desk)];
    const ids = await open([
      aWish(ana.customer.id, { subject: 'One' }),
      aWish(bea.customer.id, { subject: 'Two', channel: 'phone' }),
      aWish(ana.customer.id, { subject: 'Three', status: 'closed' }),
    ]);

    const opened = await Promise.all(ids.map((id) => readCase(desk, id)));
    expect(opened.map(({ subject, customer, channel, status }) => [subject, customer.id, channel, status])).toEqual([
      ['One', ana.customer.id, 'email', 'new'],
      ['Two', bea.customer.id, 'phone', 'new'],
      ['Three', ana.customer.id, 'email', 'closed'],
    ]);
    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: ids[1] ?? 0 } });
    expect(feed.items).toMatchObject([
      { event: 'case.opened' },
      { direction: 'in', channel: 'phone', subject: 'Two', text: 'It makes no sound.' },
    ]);
  });

  it.each([
    {},
    { status: 'resolved', priority: 7, description: 'It hums' },
    { status: 'open', channel: 'phone' },
  ] as const)('makes of each what opening it alone makes of it: %o', async (over) => {
    const { customer } = await aCase(desk);
    const alone = await aCase(desk, { text: 'It makes no sound.', subject: 'Stuck', ...over, customerId: customer.id });
    const [id = 0] = await open([aWish(customer.id, over)]);
    expect(without(await readCase(desk, id))).toEqual(without(await readCase(desk, alone.id)));
  });

  it('opens none when one of them names a customer whom there is not', async () => {
    const { customer } = await aCase(desk);
    await expect(open([aWish(customer.id, { subject: 'Lonely' }), aWish(999_999)])).rejects.toMatchObject({
      extra: { errors: [{ path: 'customerId', message: 'There is no such customer.' }] },
    });
    expect(await desk.sql.rows("SELECT FROM cases WHERE subject = 'Lonely'")).toEqual([]);
  });
});

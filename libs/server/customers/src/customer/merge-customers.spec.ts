import { casesApi, customersApi } from '@bureau/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../../test/fixtures/mail.ts';
import { CustomerRepository } from './customer.repository.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const ada = () => desk.as(desk.administrator);
const anAddress = () => `${crypto.randomUUID()}@customer.example`;

/** A customer with an address, a telephone number, an identity and a case. */
async function aCustomer(name = 'Ana') {
  const address = anAddress();
  const { id } = await ada().call(customersApi.create, {
    body: {
      name,
      emails: [{ value: address }],
      phoneNumbers: [{ value: `+49 ${Math.floor(Math.random() * 1e9)}` }],
      identities: [{ network: 'x', externalId: crypto.randomUUID() }],
    },
  });
  const supportCase = await aCaseOf(address);
  return { id, address, caseId: supportCase.id };
}

const aCaseOf = (address: string) =>
  ada().call(casesApi.open, { body: { subject: 'Stuck', text: 'No sound.', customer: { address, name: 'Ana' } } });

const merge = (customerId: number, other: number) =>
  ada().call(customersApi.merge, { params: { customerId }, body: { customerId: other } });

const unmerge = (customerId: number, mergedId: number) =>
  ada().call(customersApi.unmerge, { params: { customerId, mergedId } });

/** Everything that hangs on a customer. */
async function belongings(customerId: number): Promise<string> {
  const customer = await ada().call(customersApi.get, { params: { customerId } });
  const { items } = await ada().call(customersApi.cases, { params: { customerId } });
  const { address, emails, phoneNumbers, identities } = customer;
  return JSON.stringify({ address, emails, phoneNumbers, identities, cases: items.map(({ id }) => id).sort() });
}

describe('two customers who are one', () => {
  it('share addresses, numbers, identities and cases after the merge', async () => {
    const [winner, loser] = [await aCustomer('Ana'), await aCustomer('A. Ferreira')];

    const merged = await merge(winner.id, loser.id);

    expect(merged).toMatchObject({
      id: winner.id,
      name: 'Ana',
      address: winner.address,
      addresses: [winner.address, loser.address],
      caseCount: 2,
      merged: [{ id: loser.id, name: 'A. Ferreira', address: loser.address }],
    });
    expect([merged.phoneNumbers.length, merged.identities.length]).toEqual([2, 2]);
    const feed = await ada().call(casesApi.feed, { params: { caseId: loser.caseId } });
    expect(feed.items.at(-1)).toMatchObject({
      event: 'case.updated',
      changes: [{ field: 'customerId', from: loser.id, to: winner.id }],
    });
  });

  it('leave an id behind that says who stands for it', async () => {
    const [winner, loser] = [await aCustomer(), await aCustomer()];
    await merge(winner.id, loser.id);

    const gone = await ada().send(customersApi.get, { params: { customerId: loser.id } });

    expect([gone.status, await gone.json()]).toMatchObject([410, { code: 'customer.merged', mergedIntoId: winner.id }]);
    const opened = await ada().call(casesApi.list, { query: { customerId: winner.id } });
    expect(opened.items).toHaveLength(2);
  });

  it('are each themselves again when the merge is taken back, and new mail stays where it came', async () => {
    const [winner, loser] = [await aCustomer(), await aCustomer()];
    const before = [await belongings(winner.id), await belongings(loser.id)];
    await merge(winner.id, loser.id);
    await unmerge(winner.id, loser.id);
    expect([await belongings(winner.id), await belongings(loser.id)]).toEqual(before);

    await merge(winner.id, loser.id);
    await sendMail(desk, { from: loser.address });
    await desk.drain();
    expect(await ada().call(customersApi.get, { params: { customerId: winner.id } })).toMatchObject({ caseCount: 3 });
    await unmerge(winner.id, loser.id);
    expect(await belongings(loser.id)).toEqual(before[1]);
    expect(await ada().call(customersApi.get, { params: { customerId: winner.id } })).toMatchObject({ caseCount: 2 });
  });

  it('cannot be merged by an agent, with oneself, with nobody, or twice', async () => {
    const [one, two] = [await aCustomer(), await aCustomer()];
    const params = { customerId: one.id };
    const refusal = (customerId: number) => ada().refusal(customersApi.merge, { params, body: { customerId } });

    const byAgent = desk.as(desk.agent).refusal(customersApi.merge, { params, body: { customerId: two.id } });
    expect(await byAgent).toEqual({ status: 403, code: 'permission.denied' });
    expect(await refusal(one.id)).toEqual({ status: 422, code: 'customer.merge-itself' });
    expect(await refusal(999_999)).toEqual({ status: 404, code: 'customer.not-found' });
    await merge(one.id, two.id);
    expect(await refusal(two.id)).toEqual({ status: 410, code: 'customer.merged' });
    expect(await ada().refusal(customersApi.unmerge, { params: { customerId: one.id, mergedId: one.id } })).toEqual({
      status: 409,
      code: 'customer.not-merged',
    });
  });

  it('keep a case that an agent gave to somebody else on purpose', async () => {
    const [winner, loser, third] = [await aCustomer(), await aCustomer(), await aCustomer()];
    await merge(winner.id, loser.id);
    const body = { customerId: third.id };
    await ada().call(casesApi.update, { params: { caseId: loser.caseId }, body });

    await unmerge(winner.id, loser.id);

    expect(await ada().call(casesApi.get, { params: { caseId: loser.caseId } })).toMatchObject({
      customer: { id: third.id },
    });
  });
});

describe('a merge under way', () => {
  it('loses no mail that comes to the merged address meanwhile', async () => {
    const [winner, loser] = [await aCustomer(), await aCustomer()];
    const opened = await Promise.all([
      ...Array.from({ length: 6 }, () => aCaseOf(loser.address)),
      merge(winner.id, loser.id),
      ...Array.from({ length: 6 }, () => aCaseOf(loser.address)),
    ]);

    expect(opened).toHaveLength(13);
    const row = await desk.sql.row<{ count: number }>('SELECT count(*) FROM cases WHERE customer_id = $1', [loser.id]);
    expect(row?.count).toBe(0);
    expect(await ada().call(customersApi.get, { params: { customerId: winner.id } })).toMatchObject({ caseCount: 14 });
  });

  it('gives a case that names the merged customer to who stands for him', async () => {
    const [winner, loser, other] = [await aCustomer(), await aCustomer(), await aCustomer()];
    await merge(winner.id, loser.id);

    await ada().call(casesApi.update, { params: { caseId: other.caseId }, body: { customerId: loser.id } });

    expect(await ada().call(casesApi.get, { params: { caseId: other.caseId } })).toMatchObject({
      customer: { id: winner.id },
    });
    expect(await desk.running.get(CustomerRepository).livingId(loser.id)).toBe(winner.id);
  });
});

describe('any sequence of merges', () => {
  it('taken back in any order leaves everybody with exactly what he had', async () => {
    const people = [await aCustomer(), await aCustomer(), await aCustomer(), await aCustomer(), await aCustomer()];
    const ids = people.map(({ id }) => id);
    const before = await Promise.all(ids.map(belongings));
    const one = fc.integer({ min: 0, max: ids.length - 1 });
    const steps = fc.array(fc.record({ a: one, b: one, back: fc.boolean() }), { minLength: 1, maxLength: 12 });

    await fc.assert(
      fc.asyncProperty(steps, fc.shuffledSubarray(ids, { minLength: ids.length }), async (sequence, order) => {
        for (const { a, b, back } of sequence) await step(ids[a]!, ids[b]!, back);
        for (const id of order) await takeBack(id);

        expect(await Promise.all(ids.map(belongings))).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  /** A merge, or one taken back, where it is possible. */
  async function step(a: number, b: number, back: boolean): Promise<void> {
    if (back) return takeBack(a);
    const [winner, loser] = [await standsFor(a), await standsFor(b)];
    if (winner !== loser) await merge(winner, loser);
  }

  async function takeBack(id: number): Promise<void> {
    const winner = await standsFor(id);
    if (winner !== id) await unmerge(winner, id);
  }

  async function standsFor(id: number): Promise<number> {
    return (await desk.running.get(CustomerRepository).livingId(id)) ?? id;
  }
});

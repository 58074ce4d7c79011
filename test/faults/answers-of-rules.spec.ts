import { casesApi, rulesApi, systemLogApi, type Actions, type FeedMessage } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendMail } from '../fixtures/mail.ts';
import { startDeskAndOutside, type DeskAndOutside } from '../fixtures/outside.ts';

const HOUR = 3_600_000;

let world: DeskAndOutside;
beforeAll(async () => {
  world = await startDeskAndOutside();
  await aRule('Reply to every mail', [{ type: 'quick-reply', html: '<p>We have it.</p>', plain: null, subject: null }]);
});
afterAll(() => world.close());
beforeEach(() => world.desk.clock.advance(2 * HOUR));

async function aRule(name: string, actions: Actions): Promise<void> {
  const body = { name, type: 'inbound-interaction' as const, actions, enabled: true };
  await world.desk.as(world.desk.administrator).call(rulesApi.create, { body });
}

const aCustomer = () => `${crypto.randomUUID()}@customer.example`;

/** Somebody writes; gives the case. */
async function write(from: string, mail: Partial<Parameters<typeof sendMail>[1]> = {}): Promise<number> {
  const subject = crypto.randomUUID();
  await sendMail(world.desk, { from, subject, messageId: `<${crypto.randomUUID()}@customer.example>`, ...mail });
  await world.desk.drain();
  const row = await world.desk.sql.row<{ id: number }>('SELECT id FROM cases WHERE subject = $1', [subject]);
  if (!row) throw new Error('The mail opened no case.');
  return row.id;
}

async function messagesOf(caseId: number): Promise<FeedMessage[]> {
  const api = world.desk.as(world.desk.agent);
  const feed = await api.call(casesApi.feed, { params: { caseId }, query: { limit: 100 } });
  return feed.items.filter((item): item is FeedMessage => item.kind === 'message');
}

const answersTo = async (address: string) =>
  (await world.outside.mailsFor(address)).filter(({ folder }) => folder === 'inbox');

/** promises.md F12, S7. */
describe('a rule that answers every mail', () => {
  it('answers a person, as a machine that nobody should answer', async () => {
    const address = aCustomer();
    const caseId = await write(address);
    const mail = await world.outside.waitForMail(address);
    expect(mail.envelope.from).toBe('');
    expect(mail.headers).toMatchObject({ 'auto-submitted': 'auto-replied', 'x-auto-response-suppress': 'All' });
    expect(mail.text).toContain('We have it.');
    expect((await messagesOf(caseId)).at(-1)).toMatchObject({ author: { kind: 'rule', name: 'Reply to every mail' } });
  });

  it('comes to rest with somebody who never tires, and tells the administrator', async () => {
    const address = aCustomer();
    await write(address);
    for (let mail = 2; mail <= 6; mail++) await write(address);
    expect(await answersTo(address)).toHaveLength(3);
    const { items } = await world.desk.as(world.desk.administrator).call(systemLogApi.list, { query: { limit: 20 } });
    expect(items.filter(({ message }) => message.startsWith(address))).toHaveLength(1);
  });

  it('comes to rest with a robot that answers everything and says of itself that it is a person', async () => {
    const address = aCustomer();
    world.outside.setBehaviour(address, { kind: 'loop', limit: 50 });
    const caseId = await write(address);
    await expect.poll(async () => (await answersTo(address)).length).toBeGreaterThan(0);
    await world.desk.drain();
    const said = await messagesOf(caseId);
    expect(said.filter(({ direction }) => direction === 'out').length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['an absence note', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a mailing list', { headers: { 'List-Id': '<coffee.lists.example>' } }],
    ['a no-reply address', { from: 'no-reply@customer.example' }],
    ['one of our own mailboxes', { from: 'support@larkspur.example' }],
  ])('says nothing to %s', async (_, mail) => {
    const from = 'from' in mail ? mail.from : aCustomer();
    await write(from, mail);
    expect(await answersTo(from)).toEqual([]);
  });
});

import { casesApi, systemLogApi, type FeedMessage } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendMail, sendRaw } from '../fixtures/mail.ts';
import { startDeskAndOutside, timePasses, type DeskAndOutside } from '../fixtures/outside.ts';

const HOUR = 3_600_000;

let world: DeskAndOutside;
let mailbox: { id: number; address: string };
beforeAll(async () => {
  world = await startDeskAndOutside();
  mailbox = await world.desk.aMailbox('hello@larkspur.example', { autoAcknowledge: true });
});
afterAll(() => world.close());
beforeEach(() => world.desk.clock.advance(2 * HOUR));

const aCustomer = () => `${crypto.randomUUID()}@customer.example`;

async function write(from: string, mail: Partial<Parameters<typeof sendMail>[1]> = {}): Promise<void> {
  const messageId = `<${crypto.randomUUID()}@customer.example>`;
  await sendMail(world.desk, { from, to: mailbox.address, messageId, text: crypto.randomUUID(), ...mail });
  await world.desk.drain();
}

const answersTo = async (address: string) =>
  (await world.outside.mailsFor(address)).filter(({ folder }) => folder === 'inbox');

/** The newest case of this desk, with what was said in it. */
async function newestCase() {
  const api = world.desk.as(world.desk.agent);
  const { items } = await api.call(casesApi.list, { query: { view: 'all', limit: 1 } });
  const supportCase = items[0]!;
  const feed = await api.call(casesApi.feed, { params: { caseId: supportCase.id }, query: { limit: 50 } });
  const messages = feed.items.filter((item): item is FeedMessage => item.kind === 'message');
  return { ...supportCase, messages };
}

async function countCases(address: string): Promise<number> {
  const row = await world.desk.sql.row<{ count: number }>(
    'SELECT count(*) AS count FROM cases c JOIN customer_addresses a USING (customer_id) WHERE a.address = $1',
    [address],
  );
  return row?.count ?? 0;
}

describe('the acknowledgement of a first mail', () => {
  it('tells the customer the number of their case, as a machine that nobody should answer', async () => {
    const address = aCustomer();
    await write(`Ana Sol <${address}>`, { messageId: '<first@customer.example>' });

    const mail = await world.outside.waitForMail(address);
    const { id } = await newestCase();
    expect(mail.subject).toBe(`Re: your request (#${id})`);
    expect(mail.envelope.from).toBe('');
    expect(mail.headers).toMatchObject({ 'auto-submitted': 'auto-replied', 'x-auto-response-suppress': 'All' });
    expect(mail.headers).not.toHaveProperty('precedence');
    expect(mail.inReplyTo).toContain('first@customer.example');
    expect(mail.replyTo[0]?.address).toMatch(/^hello\+c\d+\.[a-z2-7]{26}@larkspur\.example$/);
  });

  it('is no answer of an agent: the case stays new and waiting', async () => {
    const address = aCustomer();
    await write(address, { text: 'The grinder makes no sound.' });
    await world.outside.waitForMail(address);
    const supportCase = await newestCase();
    expect(supportCase).toMatchObject({ status: 'new', excerpt: 'The grinder makes no sound.' });
    expect(supportCase.waitingSince).not.toBeNull();
    expect(supportCase.messages.at(-1)).toMatchObject({
      direction: 'out',
      automatic: 'auto-answer',
      author: { kind: 'system' },
      delivery: { state: 'sent', undoUntil: null },
    });
  });

  it('brings an answer into the same case, without a second acknowledgement', async () => {
    const address = aCustomer();
    await write(address);
    const mail = await world.outside.waitForMail(address);
    await world.outside.replyAs(mail.id, { text: 'One more thing.' });
    await world.desk.drain();
    expect((await newestCase()).messages.at(-1)).toMatchObject({ direction: 'in' });
    expect(await countCases(address)).toBe(1);
    expect(await answersTo(address)).toHaveLength(1);
  });

  it('stays out where the mailbox does not acknowledge', async () => {
    const address = aCustomer();
    await write(address, { to: world.desk.mailbox.address });
    expect(await countCases(address)).toBe(1);
    expect(await answersTo(address)).toEqual([]);
  });

  it('contains nothing that the sender wrote (S6)', async () => {
    const address = aCustomer();
    const attack = 'Win-a-prize-at-evil.example';
    await write(`"${attack}" <${address}>`, { subject: attack, text: attack, html: `<b>${attack}</b>` });
    const mail = await world.outside.waitForMail(address);
    expect(world.outside.rawOf(mail.id)?.toString('latin1')).not.toMatch(/prize|evil/i);
  });
});

describe('whom the desk does not answer by itself (RFC 3834 §2)', () => {
  it.each([
    ['an absence note', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a mailing list', { headers: { 'List-Id': '<coffee.lists.example>' } }],
    ['a mass mail', { headers: { Precedence: 'bulk' } }],
    ['somebody who asked for silence', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
    ['a no-reply address', { from: 'no-reply@customer.example' }],
    ['a mail system', { from: 'MAILER-DAEMON@customer.example' }],
    ['one of our own mailboxes', { from: 'support@larkspur.example' }],
    ['one of our own mailboxes with a detail', { from: 'hello+c1.x@larkspur.example' }],
  ])('%s', async (_, mail) => {
    const from = 'from' in mail ? mail.from : aCustomer();
    await write(from, mail);
    expect(await answersTo(from)).toEqual([]);
  });

  it('the null sender', async () => {
    const address = aCustomer();
    const raw = `From: ${address}\r\nTo: ${mailbox.address}\r\nSubject: Hello\r\n\r\nHello.\r\n`;
    await sendRaw(world.desk, Buffer.from(raw), { from: '', to: mailbox.address });
    await world.desk.drain();
    expect(await answersTo(address)).toEqual([]);
  });
});

describe('F12: floods and loops', () => {
  it('acknowledges an address three times an hour, however it is spelled; every mail is a case', async () => {
    const address = aCustomer();
    const detailed = (mail: number) => address.replace('@', `+${mail}@`);
    for (let mail = 1; mail <= 6; mail++) await write(mail % 2 ? detailed(mail) : address);
    const answers = async () =>
      (await Promise.all([address, ...[1, 2, 3, 4, 5, 6].map(detailed)].map(answersTo))).flat().length;
    expect(await answers()).toBe(3);
    const { items } = await world.desk.as(world.desk.administrator).call(systemLogApi.list, { query: { limit: 20 } });
    expect(items.filter(({ part }) => part === 'acknowledgement')).toHaveLength(1);

    await timePasses(world.desk, HOUR + 1000);
    await write(address);
    expect(await answers()).toBe(4);
  });

  it('is not outrun by a flood that many workers handle at once', async () => {
    const address = aCustomer();
    const person = aCustomer();
    const flood = Array.from({ length: 60 }, (_, mail) =>
      sendMail(world.desk, {
        from: address,
        to: mailbox.address,
        text: `${mail}`,
        messageId: `<${crypto.randomUUID()}@c.example>`,
      }),
    );
    await Promise.all([...flood, sendMail(world.desk, { from: person, to: mailbox.address, text: 'A human word.' })]);
    await world.desk.drain(60_000);
    expect(await answersTo(address)).toHaveLength(3);
    expect(await countCases(address)).toBe(60);
    expect(await countCases(person)).toBe(1);
    expect(await answersTo(person)).toHaveLength(1);
  });

  it('ends with a robot that answers everything and says of itself that it is a person', async () => {
    const address = aCustomer();
    world.outside.setBehaviour(address, { kind: 'loop', limit: 50 });
    await write(address);
    await world.desk.drain();
    await expect.poll(async () => (await newestCase()).messages.length).toBe(3);
    await world.desk.drain();
    expect((await newestCase()).messages.map(({ direction }) => direction)).toEqual(['in', 'out', 'in']);
    expect(await answersTo(address)).toHaveLength(1);
  });
});

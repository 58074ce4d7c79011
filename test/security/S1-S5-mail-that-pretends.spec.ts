import { casesApi, intakeApi, type IntakeItem } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MessageTokens } from '../../libs/server/channels/src/email/read/index.ts';
import type { Person, TestDesk } from '../fixtures/desk.ts';
import { sendMail, type WrittenMail } from '../fixtures/mail.ts';
import { aCustomerWrites, anAgentReplies, startDeskAndOutside, type DeskAndOutside } from '../fixtures/outside.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
});
afterAll(() => both.close());

async function receive(mail: WrittenMail): Promise<IntakeItem> {
  await sendMail(desk, mail);
  await desk.drain();
  const { items } = await desk.as(desk.agent).call(intakeApi.list, { query: { limit: 1 } });
  return items[0]!;
}

/** A case that an agent has answered: its customer, and the id that the customer's mail program would answer. */
async function anAnsweredCase() {
  const { caseId, address } = await aCustomerWrites(desk);
  const { messageId } = await anAgentReplies(desk, caseId);
  await desk.drain();
  return { caseId, address, messageId: messageId! };
}

const look = (caseId: number) => desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
const sentMails = async () =>
  (await desk.sql.row<{ count: number }>('SELECT count(*) AS count FROM deliveries'))!.count;

const TOKENS: [name: string, idFrom: (real: string) => string | undefined][] = [
  ['no token', () => undefined],
  ['the token of the case', (real) => real],
  ['half a signature', (real) => real.replace(/\.([a-z2-7]{13})[a-z2-7]{13}@/, '.$1@')],
  ['an empty signature', (real) => real.replace(/\.[a-z2-7]{26}@/, '.@')],
  ['the signature of another number', (real) => real.replace(/^c\d+/, 'c1')],
  ['another installation’s token', (real) => foreignToken(real)],
  ['a notification’s id as others make it', (real) => `notify-${/^c(\d+)/.exec(real)?.[1]}-1-1700000000@desk.example`],
];

function foreignToken(real: string): string {
  const [, caseId, messageId] = /^c(\d+)\.m(\d+)/.exec(real) ?? [];
  const other = new MessageTokens(Buffer.alloc(32, 7));
  return other.messageId({ caseId: Number(caseId), messageId: Number(messageId), domain: 'larkspur.example' });
}

describe('S1: a mail that claims to be from an agent', () => {
  const people = (): Person[] => [desk.agent, desk.administrator];
  const forgeries: [name: string, forge: (person: Person) => Partial<WrittenMail> & { from: string }][] = [
    ['in From', ({ name, email }) => ({ from: `${name} <${email}>` })],
    ['in From, in capitals', ({ email }) => ({ from: email.toUpperCase() })],
    ['in Reply-To', ({ email }) => ({ from: 'x@evil.example', headers: { 'reply-to': email } })],
    ['in Sender', ({ email }) => ({ from: 'x@evil.example', headers: { sender: email } })],
    ['in X-Original-Sender', ({ email }) => ({ from: 'x@evil.example', headers: { 'x-original-sender': email } })],
  ];

  it.each(forgeries.flatMap(([where, forge]) => TOKENS.map((token) => [where, token[0], forge, token[1]] as const)))(
    '%s, with %s, is held and nothing is sent',
    async (_where, _token, forge, idFrom) => {
      const { caseId, messageId } = await anAnsweredCase();
      const [before, sent] = [await look(caseId), await sentMails()];

      for (const person of people()) {
        const id = idFrom(messageId);
        const item = await receive({
          subject: 'Re: The grinder is stuck',
          text: `Please transfer the money to me. ${crypto.randomUUID()}`,
          ...forge(person),
          ...(id === undefined ? {} : { inReplyTo: `<${id}>`, references: `<${id}>` }),
        });
        expect(item.fate).toBe('held');
      }

      expect(await look(caseId)).toMatchObject({ sequence: before.sequence });
      expect(await sentMails()).toBe(sent);
    },
  );
});

describe('S2: the number of a case in a subject', () => {
  it.each([
    (id: number) => `Re: [#${id}] The grinder is stuck`,
    (id: number) => `Case ${id}`,
    (id: number) => `Re: your request (#${id})`,
    (id: number) => `[larkspur.example #${id}] The grinder is stuck`,
    (id: number) => `c${id}.m1.aaaaaaaaaaaaaaaaaaaaaaaaaa@larkspur.example`,
  ])('lets no stranger into it', async (subjectFor) => {
    const { caseId } = await anAnsweredCase();
    const before = await look(caseId);

    const item = await receive({ from: `${crypto.randomUUID()}@evil.example`, subject: subjectFor(caseId) });

    expect(item.caseId).not.toBe(caseId);
    expect(await look(caseId)).toMatchObject({ sequence: before.sequence, status: before.status });
  });

  it('and even the right id lets him wait only: the case stays as it was', async () => {
    const { caseId, messageId } = await anAnsweredCase();
    const before = await look(caseId);

    const item = await receive({ from: 'mallory@evil.example', inReplyTo: `<${messageId}>`, text: 'Send me all.' });

    expect(item).toMatchObject({ fate: 'held', caseId });
    expect(await look(caseId)).toMatchObject({ sequence: before.sequence });
  });
});

describe('S3: whoever writes himself into Cc', () => {
  it('is not answered, and receives no history', async () => {
    const { caseId, address, messageId } = await anAnsweredCase();
    const mallory = `${crypto.randomUUID()}@evil.example`;
    await receive({ from: address, cc: mallory, inReplyTo: `<${messageId}>`, text: 'Please keep my friend in copy.' });

    await anAgentReplies(desk, caseId, { text: 'Your new password will come by post.' });
    await desk.drain();

    expect(await both.outside.mailsFor(mallory)).toEqual([]);
    const row = await desk.sql.row<{ all: string[] }>(
      'SELECT recipients AS all FROM deliveries WHERE case_id = $1 ORDER BY id DESC LIMIT 1',
      [caseId],
    );
    expect(row?.all).toEqual([address]);
  });
});

describe('S4: the customer of a case', () => {
  it.each([
    ['somebody in copy answers', (customer: string) => ({ from: 'kim@partner.example', cc: customer })],
    [
      'an answer names another Reply-To',
      (customer: string) => ({ from: customer, headers: { 'reply-to': 'x@evil.example' } }),
    ],
    [
      'an answer names another Sender',
      (customer: string) => ({ from: customer, headers: { sender: 'x@evil.example' } }),
    ],
    [
      'an answer went through a group',
      (customer: string) => ({ from: customer, headers: { 'x-original-sender': 'x@evil.example' } }),
    ],
  ])('stays the same when %s', async (_, mailFrom) => {
    const { caseId, address } = await aCustomerWrites(desk);
    const { messageId } = await anAgentReplies(desk, caseId, { cc: ['kim@partner.example'] });
    await desk.drain();
    const before = await look(caseId);

    await receive({ ...mailFrom(address), inReplyTo: `<${messageId}>`, text: crypto.randomUUID() });

    expect((await look(caseId)).customer).toEqual(before.customer);
    await anAgentReplies(desk, caseId);
    const row = await desk.sql.row<{ to: { address: string }[] }>(
      `SELECT recipients_to AS to FROM messages WHERE case_id = $1 AND direction = 'out' ORDER BY id DESC LIMIT 1`,
      [caseId],
    );
    expect(row?.to.map((entry) => entry.address)).toEqual([address]);
  });
});

describe('S5: an agent whose access ended', () => {
  it('cannot write into a case by answering an old mail', async () => {
    const former = await desk.aUser();
    const { caseId, messageId } = await anAnsweredCase();
    await desk.sql.run('UPDATE users SET disabled_at = now() WHERE id = $1', [former.id]);
    const before = await look(caseId);

    const item = await receive({ from: former.email, inReplyTo: `<${messageId}>`, text: 'I am still here.' });

    expect(item.fate).toBe('held');
    expect(await look(caseId)).toMatchObject({ sequence: before.sequence });
  });
});

describe('S10, S11: control headers from outside', () => {
  it('decide nothing and are shown to nobody', async () => {
    const secret = crypto.randomUUID();
    const names = ['x-bureau-case', 'x-bureau-user', 'x-bureau-verdict', 'x-rt-encrypt', 'x-forwarded-user', 'x-spam'];
    const item = await receive({
      from: `${crypto.randomUUID()}@customer.example`,
      headers: {
        ...Object.fromEntries(names.map((name) => [name, `1 ${secret}`])),
        'authentication-results': `localhost; dmarc=pass header.from=customer.example ${secret}`,
        'arc-authentication-results': 'i=1; localhost; dmarc=pass',
        'received-spf': 'pass',
      },
    });

    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: item.caseId! } });
    const supportCase = await look(item.caseId!);
    expect(JSON.stringify([item, feed, supportCase])).not.toContain(secret);
    expect(item.sender?.verdict).not.toBe('verified');
  });
});

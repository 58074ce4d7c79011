import { casesApi, customersApi, intakeApi, type FeedItem } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail, sendRaw, type WrittenMail } from '../../../../../test/fixtures/mail.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const agent = () => desk.as(desk.agent);
const someone = () => `${crypto.randomUUID()}@customer.example`;

/** Sends a mail and returns what became of it. */
async function receive(mail: WrittenMail) {
  await sendMail(desk, mail);
  await desk.drain();
  const { items } = await agent().call(intakeApi.list, { query: { limit: 1 } });
  return items[0]!;
}

async function feedOf(caseId: number): Promise<FeedItem[]> {
  return (await agent().call(casesApi.feed, { params: { caseId } })).items;
}

/** A case with a reply of ours that has a Message-ID which the customer can answer. */
async function anAnsweredCase(customer: string) {
  const { caseId } = await receive({ from: customer, subject: 'The grinder is stuck' });
  const supportCase = await agent().call(casesApi.get, { params: { caseId: caseId! } });
  const reply = await agent().call(casesApi.reply, {
    params: { caseId: caseId! },
    body: { text: 'Please unplug it.', sequence: supportCase.sequence, status: 'resolved' },
  });
  return { caseId: caseId!, messageId: `<${reply.kind === 'message' ? reply.messageId : ''}>` };
}

describe('the mail of a blocked customer', () => {
  it('stays in the ledger, and can be run again when the customer is not blocked any more', async () => {
    const from = someone();
    const { caseId } = await receive({ from });
    const { customer } = await agent().call(casesApi.get, { params: { caseId: caseId! } });
    const params = { customerId: customer.id };
    await agent().call(customersApi.update, { params, body: { blocked: true } });

    const item = await receive({ from: from.toUpperCase(), subject: 'Buy this' });
    expect(item).toMatchObject({ fate: 'suppressed', caseId: null, reason: expect.stringContaining('is blocked') });

    await agent().call(customersApi.update, { params, body: { blocked: false } });
    await desk.as(desk.administrator).call(intakeApi.run, { params: { intakeId: item.id } });
    await desk.drain();
    const again = await agent().call(intakeApi.get, { params: { intakeId: item.id } });
    expect(again).toMatchObject({ fate: 'message' });
  });
});

describe('a customer’s mail', () => {
  it('becomes a case with the words, the sender and the files', async () => {
    const from = someone();
    const item = await receive({
      from: `Ana Ferreira <${from}>`,
      subject: 'Größe passt nicht',
      text: 'Die Jacke ist zu klein.\n\n-- \nAna',
      attachments: [{ filename: 'Foto 1.png', content: Buffer.from([1, 2, 3]) }],
    });

    expect(item).toMatchObject({ fate: 'message', source: 'smtp', from, subject: 'Größe passt nicht' });
    const [, message] = await feedOf(item.caseId!);
    expect(message).toMatchObject({
      direction: 'in',
      from: { name: 'Ana Ferreira', address: from },
      text: expect.stringContaining('Die Jacke ist zu klein.'),
      visibleLength: expect.any(Number),
      attachments: [{ fileName: 'Foto 1.png', size: 3 }],
    });
  });

  it('is kept byte for byte as it came', async () => {
    const raw = Buffer.from(
      `From: ${someone()}\r\nTo: support@larkspur.example\r\nSubject: raw\r\n\r\nBody \xff\r\n`,
      'latin1',
    );
    await sendRaw(desk, raw, { from: 'a@b.example' });
    await desk.drain();
    const { items } = await agent().call(intakeApi.list, { query: { limit: 1 } });

    const response = await agent().send(intakeApi.raw, { params: { intakeId: items[0]!.id } });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(raw);
  });

  it('reopens the case when it answers us', async () => {
    const customer = someone();
    const { caseId, messageId } = await anAnsweredCase(customer);

    const item = await receive({
      from: customer,
      subject: 'Re: The grinder is stuck',
      text: 'Still stuck.',
      inReplyTo: messageId,
    });

    expect(item).toMatchObject({ fate: 'message', caseId });
    expect(await agent().call(casesApi.get, { params: { caseId } })).toMatchObject({
      status: 'open',
      excerpt: 'Still stuck.',
    });
  });

  it('opens a linked case when the old one is closed', async () => {
    const customer = someone();
    const { caseId, messageId } = await anAnsweredCase(customer);
    await agent().call(casesApi.update, { params: { caseId }, body: { status: 'closed' } });

    const item = await receive({ from: customer, inReplyTo: messageId, text: 'One more thing.' });

    expect(item.caseId).not.toBe(caseId);
    expect(await agent().call(casesApi.get, { params: { caseId: item.caseId! } })).toMatchObject({
      continuesCaseId: caseId,
      status: 'new',
    });
  });

  it('sent twice is one message and one duplicate', async () => {
    const mail = {
      from: someone(),
      messageId: `<${crypto.randomUUID()}@customer.example>`,
      headers: { date: 'Mon, 02 Nov 2026 10:00:00 +0000' },
    };
    const first = await receive(mail);
    const second = await receive(mail);

    expect(second).toMatchObject({ fate: 'duplicate', caseId: first.caseId });
    expect((await feedOf(first.caseId!)).filter(({ kind }) => kind === 'message')).toHaveLength(1);
  });

  it('under a Message-ID that came before, with other words, is kept', async () => {
    const messageId = `<${crypto.randomUUID()}@customer.example>`;
    await receive({ from: someone(), messageId, text: 'One.' });

    expect(await receive({ from: someone(), messageId, text: 'Two.' })).toMatchObject({ fate: 'message' });
  });
});

describe('a mail to two of our mailboxes', () => {
  it('is one case within a brand, and the ledger says so', async () => {
    const sales = await desk.aMailbox('sales@larkspur.example');
    await sendMail(desk, {
      from: someone(),
      to: `support@larkspur.example, ${sales.address}`,
      text: 'To both of you.',
    });
    await desk.drain();

    const { items } = await agent().call(intakeApi.list, { query: { limit: 2 } });
    expect(items.map(({ fate }) => fate).sort()).toEqual(['duplicate', 'message']);
    expect(items[0]!.caseId).toBe(items[1]!.caseId);
  });

  it('is a case of its own for each brand', async () => {
    const other = await desk.aMailbox('help@tideline.example', { brandId: await desk.aBrand('Tideline Gear') });
    await sendMail(desk, {
      from: someone(),
      to: `support@larkspur.example, ${other.address}`,
      text: 'To both brands.',
    });
    await desk.drain();

    const { items } = await agent().call(intakeApi.list, { query: { limit: 2 } });
    expect(items.map(({ fate }) => fate)).toEqual(['message', 'message']);
    expect(items[0]!.caseId).not.toBe(items[1]!.caseId);
  });
});

describe('a stranger with the right reference', () => {
  it('waits for a person beside the case, and joins when accepted', async () => {
    const { caseId, messageId } = await anAnsweredCase(someone());
    const stranger = someone();

    const held = await receive({ from: stranger, inReplyTo: messageId, text: 'I am her husband.' });
    expect(held).toMatchObject({ fate: 'held', caseId });
    expect(await feedOf(caseId)).not.toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('husband') }),
    );

    const accepted = await agent().call(intakeApi.accept, {
      params: { intakeId: held.id },
      body: { into: 'suggested-case' },
    });
    expect(accepted).toMatchObject({ fate: 'message', caseId });
    expect(await feedOf(caseId)).toContainEqual(expect.objectContaining({ text: expect.stringContaining('husband') }));
  });

  it('stays in the ledger when dismissed', async () => {
    const { messageId } = await anAnsweredCase(someone());
    const held = await receive({ from: someone(), inReplyTo: messageId, text: 'Buy now.' });

    const dismissed = await agent().call(intakeApi.dismiss, { params: { intakeId: held.id } });
    expect(dismissed).toMatchObject({ fate: 'suppressed', reason: 'Mia Larsen dismissed it.' });
  });
});

describe('the door', () => {
  it('takes no mail for addresses that are not ours', async () => {
    await expect(sendMail(desk, { from: someone(), to: 'victim@elsewhere.example' })).rejects.toThrow(
      /550.*no mailbox/i,
    );
  });

  it('closes its balance: everything seen has one fate', async () => {
    await receive({ from: someone() });

    const { items } = await agent().call(intakeApi.balance, { query: { days: 1 } });
    for (const { seen, waiting, message, duplicate, held, suppressed, failed } of items) {
      expect(waiting + message + duplicate + held + suppressed + failed).toBe(seen);
    }
    expect(items.length).toBeGreaterThan(0);
  });
});

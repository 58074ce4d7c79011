import { casesApi, deliveriesApi, draftsApi, messagesApi, type FeedMessage } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person, TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../../test/fixtures/mail.ts';
import { aCustomerWrites, startDeskAndOutside, type DeskAndOutside } from '../../../../../test/fixtures/outside.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
});
afterAll(() => both.close());

const someone = () => `${crypto.randomUUID()}@customer.example`;
const key = () => ({ 'idempotency-key': crypto.randomUUID() });

async function reply(
  caseId: number,
  fields: Record<string, unknown> = {},
  by: Person = desk.agent,
): Promise<FeedMessage> {
  const { sequence } = await desk.as(by).call(casesApi.get, { params: { caseId } });
  const body = { text: 'Turn it off and on again.', sequence, ...fields };
  return desk.as(by).call(casesApi.reply, { params: { caseId }, body }, key());
}

async function forward(caseId: number, fields: Record<string, unknown> & { to: string[] }): Promise<FeedMessage> {
  return desk.as(desk.agent).call(messagesApi.forward, { params: { caseId }, body: fields }, key());
}

async function feedOf(caseId: number): Promise<FeedMessage[]> {
  const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId }, query: { limit: 100 } });
  return items.filter((item): item is FeedMessage => item.kind === 'message');
}

async function rawMailsFor(address: string): Promise<string[]> {
  const mails = await both.outside.mailsFor(address);
  return mails.filter(({ folder }) => folder === 'inbox').map(({ id }) => both.outside.rawOf(id)!.toString('utf8'));
}

async function upload(fileName: string, content: string): Promise<number> {
  const path = `/api/v3/uploads?fileName=${encodeURIComponent(fileName)}`;
  const answer = await desk.as(desk.agent).fetch(path, { method: 'POST', body: content });
  return ((await answer.json()) as { id: number }).id;
}

describe('the name that customers know an agent by', () => {
  it('is on what leaves, and the other one is what colleagues read', async () => {
    const { caseId, address } = await aCustomerWrites(desk);
    const writer = await desk.aUser({});
    await desk.sql.run(`UPDATE users SET public_name = 'Dee' WHERE id = $1`, [writer.id]);
    const elsewhere = someone();

    const sent = await reply(caseId, {}, writer);
    await desk.as(writer).call(messagesApi.forward, { params: { caseId }, body: { to: [elsewhere] } }, key());
    await desk.drain();

    expect(sent.author?.name).not.toBe('Dee');
    for (const reader of [address, elsewhere]) {
      const [mail] = await rawMailsFor(reader);
      expect(mail).toMatch(/^From: "?Dee \(/m);
    }
  });
});

describe('a reply', () => {
  it('goes to whom the agent names, on copy and unseen, and the customer stays who it is (S4)', async () => {
    const { caseId, address } = await aCustomerWrites(desk);
    const [to, cc, bcc] = [someone(), someone(), someone()];
    const sent = await reply(caseId, {
      to: [to, to.toUpperCase()],
      cc: [cc, to],
      bcc: [bcc, cc],
      subject: 'The part is here',
    });
    await desk.drain();

    expect(sent).toMatchObject({
      to: [{ name: '', address: to }],
      cc: [{ name: '', address: cc }],
      bcc: [{ name: '', address: bcc }],
      subject: 'The part is here',
    });
    const raws = (await Promise.all([to, cc, bcc].map(rawMailsFor))).flat();
    expect(raws).toHaveLength(3);
    for (const raw of raws) expect(raw).not.toContain(bcc);
    expect(await rawMailsFor(address)).toEqual([]);
    const supportCase = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    expect(supportCase.customer.address).toBe(address);
  });

  it('to all is proposed from what the customer wrote last, without us and without the customer twice', async () => {
    const [address, colleague] = [someone(), someone()];
    await sendMail(desk, {
      from: `Ana <${address}>`,
      cc: `Bo <${colleague}>, ${desk.mailbox.address}, ${address}`,
      text: address,
    });
    await desk.drain();
    const row = await desk.sql.row<{ id: number }>('SELECT case_id AS id FROM messages WHERE from_address = $1', [
      address,
    ]);
    const proposed = await desk.as(desk.agent).call(messagesApi.recipients, { params: { caseId: row!.id } });
    expect(proposed.to).toEqual([{ name: 'Ana', address }]);
    expect([...proposed.cc, ...proposed.leftOut]).toEqual([{ name: 'Bo', address: colleague }]);
  });

  it('never goes to a mailbox of our own', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const { sequence } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    for (const field of ['to', 'cc', 'bcc']) {
      const body = { text: 'x', sequence, [field]: [someone(), 'support+c1.x@larkspur.example'] };
      const answer = await desk.as(desk.agent).send(casesApi.reply, { params: { caseId }, body });
      expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ path: `${field}.1` }] }]);
    }
  });

  it.each([
    ['nobody', { to: [] }],
    ['too many', { bcc: Array.from({ length: 51 }, someone) }],
    ['no address', { to: ['ana'] }],
    ['an address with a line break', { bcc: ['a@b.example\r\nBcc: c@d.example'] }],
    ['an object', { to: { __proto__: ['a@b.example'] } }],
    ['an empty subject', { subject: ' ' }],
  ])('to %s is refused', async (_, fields) => {
    const { caseId } = await aCustomerWrites(desk);
    const body = { text: 'x', sequence: 2, ...fields } as never;
    expect(await desk.as(desk.agent).refusal(casesApi.reply, { params: { caseId }, body })).toMatchObject({
      status: 422,
    });
  });
});

describe('a forward', () => {
  it('carries what was said and attached to somebody else, and no note', async () => {
    const address = someone();
    await sendMail(desk, {
      from: `Ana <${address}>`,
      text: `It is stuck. ${address}`,
      attachments: [{ filename: 'photo.txt', content: 'bytes' }],
    });
    await desk.drain();
    const { id: caseId } = (await desk.sql.row<{ id: number }>(
      'SELECT case_id AS id FROM messages WHERE from_address = $1',
      [address],
    ))!;
    await desk.sql.run(
      `INSERT INTO notes (case_id, sequence, text, author, at) VALUES ($1, 900, 'secret note', '{"kind":"system","id":null,"name":"x"}', now())`,
      [caseId],
    );
    const supplier = someone();
    const sent = await forward(caseId, {
      to: [supplier],
      text: 'Can you help?',
      uploadIds: [await upload('plan.txt', 'plan')],
    });
    await desk.drain();

    expect(sent).toMatchObject({
      purpose: 'forward',
      hidden: true,
      direction: 'out',
      subject: 'Fwd: The grinder is stuck',
    });
    expect(sent.text.slice(0, sent.visibleLength)).toBe('Can you help?');
    expect(sent.attachments.map(({ fileName }) => fileName)).toEqual(['plan.txt', 'photo.txt']);
    const [raw] = await rawMailsFor(supplier);
    expect(raw).toContain(`It is stuck. ${address}`);
    expect(raw).toContain('The Larkspur Coffee team');
    expect(raw).not.toContain('secret note');
    expect(await rawMailsFor(address)).toEqual([]);
    const { status, waitingSince } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    expect([status, waitingSince]).toEqual(['new', expect.any(String)]);
  });

  it('brings its answer back into the case, and the customer never gets to read it', async () => {
    const { caseId, address } = await aCustomerWrites(desk);
    const supplier = someone();
    const { messageId } = await forward(caseId, { to: [supplier] });
    await desk.drain();
    await sendMail(desk, {
      from: supplier,
      subject: 'Re: Fwd: The grinder is stuck',
      text: 'Our secret price is 3.',
      inReplyTo: `<${messageId}>`,
    });
    await desk.drain();

    expect((await feedOf(caseId)).at(-1)).toMatchObject({
      purpose: 'aside',
      hidden: true,
      from: { address: supplier },
    });
    await reply(caseId);
    await desk.drain();
    const [raw] = await rawMailsFor(address);
    expect(raw).toContain('It makes no sound.');
    expect(raw).not.toContain('secret price');
    expect(raw).not.toContain(messageId!);
    const proposed = await desk.as(desk.agent).call(messagesApi.recipients, { params: { caseId } });
    expect(JSON.stringify(proposed)).not.toContain(supplier);
  });

  it('is refused for messages of another case, and of erased ones', async () => {
    const [one, other] = [await aCustomerWrites(desk), await aCustomerWrites(desk)];
    const [message] = await feedOf(other.caseId);
    const body = { to: [someone()], messageIds: [message!.id] };
    const call = { params: { caseId: one.caseId }, body };
    expect(await desk.as(desk.agent).refusal(messagesApi.forward, call)).toEqual({
      status: 404,
      code: 'message.not-found',
    });
    await desk.as(desk.administrator).call(messagesApi.erase, { params: { messageId: message!.id } });
    expect(
      await desk.as(desk.agent).refusal(messagesApi.forward, { ...call, params: { caseId: other.caseId } }),
    ).toEqual({
      status: 409,
      code: 'message.erased',
    });
  });

  it('cannot be sent of a case that one may not see', async () => {
    const { caseId } = await aCustomerWrites(desk);
    await desk.sql.run('UPDATE cases SET deleted_at = now() WHERE id = $1', [caseId]);
    const call = { params: { caseId }, body: { to: [someone()] } };
    expect(await desk.as(desk.agent).refusal(messagesApi.forward, call)).toEqual({
      status: 404,
      code: 'case.not-found',
    });
  });
});

describe('a message that failed', () => {
  async function failed() {
    const { caseId, address } = await aCustomerWrites(desk);
    const sent = await reply(caseId, { cc: [someone()], uploadIds: [await upload('plan.txt', 'plan')] });
    await desk.drain();
    await desk.sql.run("UPDATE deliveries SET state = 'failed' WHERE id = $1", [sent.delivery!.id]);
    await desk.sql.run('UPDATE cases SET delivery_trouble = true WHERE id = $1', [caseId]);
    return { caseId, address, sent, params: { deliveryId: sent.delivery!.id } };
  }

  it('can be edited and sent in its place, and troubles nobody any more', async () => {
    const { caseId, sent, params } = await failed();
    const editable = await desk.as(desk.agent).call(deliveriesApi.edit, { params });
    expect(editable).toMatchObject({
      text: sent.text,
      cc: sent.cc,
      subject: sent.subject,
      uploads: [{ fileName: 'plan.txt' }],
    });

    const to = someone();
    const again = await reply(caseId, {
      text: 'Again.',
      to: [to],
      uploadIds: editable.uploads.map(({ id }) => id),
      replacesDeliveryId: params.deliveryId,
    });
    await desk.drain();
    expect(again.replaces).toBe(sent.id);
    expect((await feedOf(caseId)).find(({ id }) => id === sent.id)?.delivery).toMatchObject({
      state: 'failed',
      replacedBy: again.id,
    });
    expect(await rawMailsFor(to)).toHaveLength(1);
    const { deliveryTrouble } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    expect(deliveryTrouble).toBe(false);
  });

  it('is replaced once, and not tried again afterwards', async () => {
    const { caseId, params } = await failed();
    const replacesDeliveryId = params.deliveryId;
    await reply(caseId, { replacesDeliveryId });
    await expect(reply(caseId, { replacesDeliveryId })).rejects.toMatchObject({ code: 'delivery.not-failed' });
    expect(await desk.as(desk.agent).refusal(deliveriesApi.retry, { params })).toMatchObject({
      code: 'delivery.not-failed',
    });
    expect(await desk.as(desk.agent).refusal(deliveriesApi.edit, { params })).toMatchObject({
      code: 'delivery.not-failed',
    });
  });

  it('of another case is not replaced', async () => {
    const { params } = await failed();
    const { caseId } = await aCustomerWrites(desk);
    await expect(reply(caseId, { replacesDeliveryId: params.deliveryId })).rejects.toMatchObject({
      code: 'delivery.not-failed',
    });
  });

  it('does not exist for who may not see its case', async () => {
    const { caseId, params } = await failed();
    const stranger = await desk.aUser({ name: 'Kim Roe' });
    const { id: roleId } = (await desk.sql.row<{ id: number }>(
      `INSERT INTO roles (name, permissions, case_scope) VALUES ($1, '{cases:view,cases:reply}', 'assigned') RETURNING id`,
      [crypto.randomUUID()],
    ))!;
    await desk.sql.run('UPDATE users SET role_id = $2 WHERE id = $1', [stranger.id, roleId]);
    const settle = { params, body: { state: 'sent' as const } };
    expect(await desk.as(stranger).refusal(deliveriesApi.retry, { params })).toMatchObject({ status: 404 });
    expect(await desk.as(stranger).refusal(deliveriesApi.edit, { params })).toMatchObject({ status: 404 });
    expect(await desk.as(stranger).refusal(deliveriesApi.settle, settle)).toMatchObject({ status: 404 });
    expect(await desk.as(stranger).refusal(messagesApi.recipients, { params: { caseId } })).toMatchObject({
      status: 404,
    });
    expect(await desk.as(stranger).refusal(messagesApi.attachments, { params: { caseId } })).toMatchObject({
      status: 404,
    });
  });

  it('can be taken back while it waits for its next attempt', async () => {
    const { caseId, sent, params } = await failed();
    const later = new Date(desk.clock.now().getTime() + 3_600_000);
    await desk.sql.run("UPDATE deliveries SET state = 'pending', attempts = 2, next_attempt_at = $2 WHERE id = $1", [
      params.deliveryId,
      later,
    ]);
    expect(await desk.as(desk.agent).call(deliveriesApi.undo, { params })).toMatchObject({ state: 'cancelled' });
    const { draft } = await desk.as(desk.agent).call(draftsApi.get, { params: { caseId } });
    expect(draft).toMatchObject({ text: sent.text, uploads: [{ fileName: 'plan.txt' }] });
  });
});

describe('what is hidden from the customer’s portal', () => {
  it('is said in the history, and can be shown again', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const [message] = await feedOf(caseId);
    const params = { messageId: message!.id };
    expect(await desk.as(desk.agent).call(messagesApi.update, { params, body: { hidden: true } })).toMatchObject({
      hidden: true,
    });
    expect(await desk.as(desk.agent).call(messagesApi.update, { params, body: { hidden: true } })).toMatchObject({
      hidden: true,
    });
    expect(await desk.as(desk.agent).call(messagesApi.update, { params, body: { hidden: false } })).toMatchObject({
      hidden: false,
    });
    const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId } });
    expect(items.flatMap((item) => (item.kind === 'event' ? item.event : []))).toEqual([
      'case.opened',
      'message.hidden',
      'message.shown',
    ]);
  });

  it('is no message that does not exist', async () => {
    const call = { params: { messageId: 999_999_999 }, body: { hidden: true } };
    expect(await desk.as(desk.agent).refusal(messagesApi.update, call)).toEqual({
      status: 404,
      code: 'message.not-found',
    });
  });
});

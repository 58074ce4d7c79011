import { createHash } from 'node:crypto';
import { API_PREFIX, casesApi, deliveriesApi, systemLogApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Deliver } from '../../libs/server/channels/src/delivery/deliver.ts';
import { DeliveryRepository } from '../../libs/server/channels/src/delivery/delivery.repository.ts';
import {
  aCustomerWrites,
  anAgentReplies,
  deliveryOf,
  startDeskAndOutside,
  timePasses,
  type DeskAndOutside,
} from '../fixtures/outside.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let world: DeskAndOutside;
beforeAll(async () => {
  world = await startDeskAndOutside();
});
afterAll(() => world.close());

/** A customer wrote, their mail server is told how to behave, the agent answered, and all that can be done is done. */
async function aReplyTo(behaviour?: Parameters<DeskAndOutside['outside']['setBehaviour']>[1]) {
  const { desk, outside } = world;
  const { address, caseId } = await aCustomerWrites(desk);
  if (behaviour) outside.setBehaviour(address, behaviour);
  const message = await anAgentReplies(desk, caseId);
  await desk.drain();
  const deliveryId = message.delivery?.id ?? 0;
  return { address, caseId, message, deliveryId, messageId: `<${message.messageId}>` };
}

async function systemLog(deliveryId: number): Promise<string[]> {
  const { desk } = world;
  const { items } = await desk.as(desk.administrator).call(systemLogApi.list, { query: { limit: 50 } });
  return items.filter(({ details }) => details['deliveryId'] === deliveryId).map(({ message }) => message);
}

describe('a reply on its way', () => {
  it('reaches the customer once, says so in the words of the receiver, and is threaded', async () => {
    const { desk, outside } = world;
    const { address, caseId, message, messageId } = await aReplyTo();

    const mail = await outside.waitForMail(address);
    expect(mail.text).toContain('Turn it off and on again.');
    expect(mail.messageId).toBe(messageId);
    expect(outside.copies(messageId)).toBe(1);
    const delivery = await deliveryOf(desk, caseId, message.id);
    expect(delivery).toMatchObject({ state: 'sent', attempts: 1, response: expect.stringMatching(/^250 /) });
    expect(delivery.sentAt).not.toBeNull();
  });

  it('comes back into its case when the customer answers', async () => {
    const { desk, outside } = world;
    const { address, caseId } = await aReplyTo();
    const mail = await outside.waitForMail(address);
    await outside.replyAs(mail.id, { text: 'That helped, thank you!' });
    await desk.drain();
    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId }, query: { limit: 50 } });
    const words = feed.items.flatMap((item) =>
      item.kind === 'message' ? [item.text.slice(0, item.visibleLength).trim()] : [],
    );
    expect(words).toEqual(['It makes no sound.', 'Turn it off and on again.', 'That helped, thank you!']);
  });

  it('carries attachments byte for byte, and copies for those the agent named', async () => {
    const { desk, outside } = world;
    const { address, caseId } = await aCustomerWrites(desk);
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251));
    const uploaded = await desk.as(desk.agent).fetch(`${API_PREFIX}/uploads?fileName=beans.bin`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
    });
    const { id } = (await uploaded.json()) as { id: number };
    await anAgentReplies(desk, caseId, { uploadIds: [id], cc: ['bo@customer.example'] });
    await desk.drain();
    for (const receiver of [address, 'bo@customer.example']) {
      const mail = await outside.waitForMail(receiver);
      expect(mail.attachments).toMatchObject([
        { fileName: 'beans.bin', sha256: createHash('sha256').update(bytes).digest('hex') },
      ]);
    }
  });

  it('is sent once, however many workers wake up for it', async () => {
    const { desk, outside } = world;
    const { address, deliveryId, messageId } = await aReplyTo({ kind: 'greylist' });
    desk.clock.advance(2 * MINUTE);
    const wakeUp = { signal: new AbortController().signal };
    await Promise.all(Array.from({ length: 10 }, () => desk.running.get(Deliver).run({ deliveryId }, wakeUp)));
    await timePasses(desk, MINUTE);
    await outside.waitForMail(address);
    expect(outside.copies(messageId)).toBe(1);
  });
});

describe('F10: a receiver in trouble', () => {
  it('puts it off: the agent sees why and when it is tried again, and it arrives then', async () => {
    const { desk, outside } = world;
    const { address, caseId, message, messageId } = await aReplyTo({ kind: 'greylist' });
    const waiting = await deliveryOf(desk, caseId, message.id);
    expect(waiting).toMatchObject({ state: 'pending', attempts: 1, response: expect.stringContaining('Greylisted') });
    const inMs = new Date(waiting.nextAttemptAt ?? 0).getTime() - desk.clock.now().getTime();
    expect(inMs).toBeGreaterThan(50 * SECOND);
    expect(inMs).toBeLessThan(70 * SECOND);

    await timePasses(desk, 2 * MINUTE);

    await outside.waitForMail(address);
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(outside.copies(messageId)).toBe(1);
  });

  it('refuses for good: failed at once, with the words; a person may send it again', async () => {
    const { desk, outside } = world;
    const { address, caseId, message, messageId, deliveryId } = await aReplyTo({ kind: 'reject' });
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({
      state: 'failed',
      attempts: 1,
      response: expect.stringContaining('There is no such mailbox here'),
    });
    expect(await systemLog(deliveryId)).toEqual([expect.stringContaining('refused for good')]);
    expect(await desk.as(desk.agent).call(casesApi.get, { params: { caseId } })).toMatchObject({
      deliveryTrouble: true,
    });

    outside.setBehaviour(address, { kind: 'accept' });
    await desk.as(desk.agent).call(deliveriesApi.retry, { params: { deliveryId } });
    await desk.drain();

    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(outside.copies(messageId)).toBe(1);
    expect(await desk.as(desk.agent).call(casesApi.get, { params: { caseId } })).toMatchObject({
      deliveryTrouble: false,
    });
    const refusal = await desk.as(desk.agent).refusal(deliveriesApi.retry, { params: { deliveryId } });
    expect(refusal).toEqual({ status: 409, code: 'delivery.not-failed' });
  });

  it('is always busy: given up after five days, and a retry begins anew', async () => {
    const { desk } = world;
    const { caseId, message, deliveryId } = await aReplyTo({ kind: 'defer-always' });
    for (let day = 0; day < 5; day++) await timePasses(desk, 25 * HOUR);
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({
      state: 'failed',
      response: expect.stringMatching(/^Given up after five days.*This mailbox is busy/),
    });

    await desk.as(desk.agent).call(deliveriesApi.retry, { params: { deliveryId } });
    await desk.drain();
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'pending' });
  });

  it('cannot encrypt: nothing leaves in the clear, it waits', async () => {
    const { desk, outside } = world;
    const { address, caseId } = await aCustomerWrites(desk);
    outside.setBehaviour('*', { kind: 'tls-fail' });
    // Connections of before know nothing of the broken encryption; the pool lets them go when they are idle.
    const message = await anAgentReplies(desk, caseId);
    await desk.drain();
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'pending', attempts: 1 });
    expect(await outside.mailsFor(address)).toEqual([]);

    outside.setBehaviour('*', { kind: 'accept' });
    await timePasses(desk, 2 * MINUTE);
    await outside.waitForMail(address);
  });

  it('takes some recipients and refuses others: sent, and the agent reads who was left out', async () => {
    const { desk, outside } = world;
    const { address, caseId } = await aCustomerWrites(desk);
    outside.setBehaviour('gone@customer.example', { kind: 'reject' });
    const message = await anAgentReplies(desk, caseId, { cc: ['gone@customer.example'] });
    await desk.drain();
    await outside.waitForMail(address);
    const delivery = await deliveryOf(desk, caseId, message.id);
    expect(delivery.state).toBe('sent');
    expect(delivery.response).toMatch(/gone@customer\.example was refused: .*no such mailbox/i);
    expect(await systemLog(delivery.id)).toEqual([expect.stringContaining('others were refused')]);
  });
});

describe('F11: nobody knows whether it arrived', () => {
  it('the connection breaks after the whole message: a person decides, no second copy leaves', async () => {
    const { desk, outside } = world;
    const { caseId, message, messageId, deliveryId } = await aReplyTo({ kind: 'drop-after-data' });
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'unknown', attempts: 1 });
    expect(await systemLog(deliveryId)).toEqual([expect.stringContaining('may or may not')]);

    await timePasses(desk, 24 * HOUR);
    expect(outside.copies(messageId)).toBe(1);

    await desk.as(desk.agent).call(deliveriesApi.settle, { params: { deliveryId }, body: { state: 'sent' } });
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'sent' });
    expect(await desk.as(desk.agent).call(casesApi.get, { params: { caseId } })).toMatchObject({
      deliveryTrouble: false,
    });
  });

  it('the worker dies between the receiver’s yes and our record: found, told, and not sent again', async () => {
    const { desk, outside } = world;
    const { address, caseId } = await aCustomerWrites(desk);
    outside.setBehaviour(address, { kind: 'greylist' });
    const message = await anAgentReplies(desk, caseId);
    await desk.drain();
    const deliveryId = message.delivery?.id ?? 0;

    // What a killed worker leaves: a claim, the mark that the end was about to leave, and nobody who records it.
    desk.clock.advance(2 * MINUTE);
    const at = desk.clock.now();
    const until = new Date(at.getTime() + MINUTE);
    const deliveries = desk.running.get(DeliveryRepository);
    expect(await deliveries.claim(deliveryId, { at, until })).toMatchObject({ attempt: 2 });
    expect(await deliveries.markEnding(deliveryId, { attempt: 2, at, until })).toBe(true);
    await timePasses(desk, 30 * SECOND);
    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'sending' });

    await timePasses(desk, 2 * MINUTE);

    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'unknown', attempts: 2 });
    expect(await systemLog(deliveryId)).toEqual([expect.stringContaining('The desk stopped')]);
    await timePasses(desk, 24 * HOUR);
    expect(await outside.mailsFor(address)).toEqual([]);
  });

  it('the worker dies before the end was about to leave: another sends it, once', async () => {
    const { desk, outside } = world;
    const { address, caseId } = await aCustomerWrites(desk);
    outside.setBehaviour(address, { kind: 'greylist' });
    const message = await anAgentReplies(desk, caseId);
    await desk.drain();
    const deliveryId = message.delivery?.id ?? 0;
    desk.clock.advance(2 * MINUTE);
    const at = desk.clock.now();
    await desk.running.get(DeliveryRepository).claim(deliveryId, { at, until: new Date(at.getTime() + MINUTE) });

    await timePasses(desk, 2 * MINUTE);

    expect(await deliveryOf(desk, caseId, message.id)).toMatchObject({ state: 'sent', attempts: 3 });
    expect(await outside.mailsFor(address)).toHaveLength(1);
    expect(await systemLog(deliveryId)).toEqual([]);
  });
});

describe('a bounce', () => {
  it('comes back to the message that bounced, with the words', async () => {
    const { desk, outside } = world;
    const { address, caseId, message } = await aReplyTo({ kind: 'accept-then-bounce' });
    await expect
      .poll(async () => (await deliveryOf(desk, caseId, message.id)).state, { timeout: 10_000 })
      .toBe('bounced');
    const delivery = await deliveryOf(desk, caseId, message.id);
    expect(delivery.response).toContain(address);
    expect(delivery.response).toContain('The mailbox is full');
    expect(await desk.as(desk.agent).call(casesApi.get, { params: { caseId } })).toMatchObject({
      deliveryTrouble: true,
    });
    expect((await outside.mailsFor(address)).length).toBeLessThanOrEqual(2);
  });
});

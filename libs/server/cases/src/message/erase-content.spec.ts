import {
  casesApi,
  deliveriesApi,
  intakeApi,
  messagesApi,
  type CaseAttachment,
  type FeedMessage,
} from '@bureau/contracts';
import { BlobStorage } from '@bureau/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail, type WrittenMail } from '../../../../../test/fixtures/mail.ts';
import { RemoveErasedBlobs } from './remove-erased-blobs.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

interface Told {
  caseId: number;
  message: FeedMessage;
  file: CaseAttachment;
}

async function aMailWithAFile(fields: Partial<WrittenMail> = {}): Promise<Told> {
  const from = `${crypto.randomUUID()}@customer.example`;
  const attachments = [{ filename: 'passport.txt', content: `secret ${from}` }];
  await sendMail(desk, { from, text: `My secret is ${from}.`, attachments, ...fields });
  await desk.drain();
  const row = await desk.sql.row<{ caseId: number }>(
    'SELECT case_id AS "caseId" FROM messages WHERE from_address = $1',
    [from],
  );
  const caseId = row!.caseId;
  const message = await messageOf(caseId);
  const { items } = await desk.as(desk.agent).call(messagesApi.attachments, { params: { caseId } });
  return { caseId, message, file: items[0]! };
}

async function messageOf(caseId: number): Promise<FeedMessage> {
  const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId }, query: { limit: 100 } });
  return items.find((item): item is FeedMessage => item.kind === 'message')!;
}

async function rawHashOf(message: FeedMessage): Promise<string> {
  const { sha256 } = await desk.as(desk.agent).call(intakeApi.get, { params: { intakeId: message.intakeId! } });
  return sha256;
}

describe('a message that is erased', () => {
  it('is still there, but what it said is nowhere any more', async () => {
    const { caseId, message, file } = await aMailWithAFile({ html: '<p>My secret</p>' });
    const hashes = [file.sha256!, await rawHashOf(message)];
    const params = { messageId: message.id };
    const erased = await desk.as(desk.administrator).call(messagesApi.erase, { params });
    await desk.running.get(RemoveErasedBlobs).run();

    expect(erased).toMatchObject({ text: '', html: null, erasedAt: expect.any(String), subject: message.subject });
    expect(erased.attachments).toMatchObject([
      { fileName: 'passport.txt', sha256: null, erasedAt: expect.any(String) },
    ]);
    const supportCase = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    expect(supportCase.excerpt).toBe('');
    const storage = desk.running.get(BlobStorage);
    expect(await Promise.all(hashes.map((hash) => storage.has(hash)))).toEqual([false, false]);
    const answer = await desk.as(desk.agent).fetch(file.url);
    expect(answer.status).toBe(410);
    const raw = await desk.as(desk.administrator).fetch(`/api/v3/intake/${message.intakeId}/raw`);
    expect(await raw.text()).not.toContain('secret');
  });

  it('says in the history who erased it, once', async () => {
    const { caseId, message } = await aMailWithAFile();
    const params = { messageId: message.id };
    await desk.as(desk.administrator).call(messagesApi.erase, { params });
    await desk.as(desk.administrator).call(messagesApi.erase, { params });
    const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId } });
    const told = items.flatMap((item) => (item.kind === 'event' && item.event === 'message.erased' ? [item] : []));
    expect(told).toMatchObject([{ actor: { name: 'Ada Osei' }, context: { messageId: message.id } }]);
  });

  it('is not erased by an agent', async () => {
    const { message, file } = await aMailWithAFile();
    const message403 = desk.as(desk.agent).refusal(messagesApi.erase, { params: { messageId: message.id } });
    expect(await message403).toEqual({ status: 403, code: 'permission.denied' });
    const file403 = desk.as(desk.agent).refusal(messagesApi.eraseAttachment, { params: { attachmentId: file.id } });
    expect(await file403).toEqual({ status: 403, code: 'permission.denied' });
  });

  it('takes no bytes away from another case that has the same file', async () => {
    const attachments = [{ filename: 'manual.txt', content: crypto.randomUUID() }];
    const [one, other] = [await aMailWithAFile({ attachments }), await aMailWithAFile({ attachments })];
    await desk.as(desk.administrator).call(messagesApi.erase, { params: { messageId: one.message.id } });
    await desk.running.get(RemoveErasedBlobs).run();
    const answer = await desk.as(desk.agent).fetch(other.file.url);
    expect(await answer.text()).toBe(attachments[0]!.content);
  });

  it('is not erased while it is on its way', async () => {
    const { caseId } = await aMailWithAFile();
    const { sequence } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    const sent = await desk.as(desk.agent).call(casesApi.reply, { params: { caseId }, body: { text: 'x', sequence } });
    await desk.sql.run(
      "UPDATE deliveries SET state = 'pending', next_attempt_at = now() + interval '1 hour' WHERE message_id = $1",
      [sent.id],
    );
    const refusal = desk.as(desk.administrator).refusal(messagesApi.erase, { params: { messageId: sent.id } });
    expect(await refusal).toEqual({ status: 409, code: 'message.under-way' });
  });
});

describe('an answer that could not be delivered', () => {
  it('is neither sent again nor edited once it is erased', async () => {
    const { caseId } = await aMailWithAFile();
    const { sequence } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    const sent = await desk.as(desk.agent).call(casesApi.reply, { params: { caseId }, body: { text: 'x', sequence } });
    await desk.drain();
    await desk.sql.run("UPDATE deliveries SET state = 'failed' WHERE message_id = $1", [sent.id]);
    await desk.as(desk.administrator).call(messagesApi.erase, { params: { messageId: sent.id } });
    const call = { params: { deliveryId: sent.delivery?.id ?? 0 } };
    expect(await desk.as(desk.agent).refusal(deliveriesApi.retry, call)).toMatchObject({ code: 'delivery.not-failed' });
    expect(await desk.as(desk.agent).refusal(deliveriesApi.edit, call)).toMatchObject({ code: 'delivery.not-failed' });
  });
});

describe('a file that is erased', () => {
  it('takes the mail that brought it along, and leaves the words', async () => {
    const { caseId, message, file } = await aMailWithAFile();
    const hashes = [file.sha256!, await rawHashOf(message)];
    const params = { attachmentId: file.id };
    const erased = await desk.as(desk.administrator).call(messagesApi.eraseAttachment, { params });
    await desk.running.get(RemoveErasedBlobs).run();
    expect(erased).toMatchObject({ id: file.id, messageId: message.id, noteId: null, sha256: null });
    expect((await messageOf(caseId)).text).toBe(message.text);
    const storage = desk.running.get(BlobStorage);
    expect(await Promise.all(hashes.map((hash) => storage.has(hash)))).toEqual([false, false]);
  });

  it('is no file that does not exist', async () => {
    const call = { params: { attachmentId: 999_999_999 } };
    expect(await desk.as(desk.administrator).refusal(messagesApi.eraseAttachment, call)).toEqual({
      status: 404,
      code: 'attachment.not-found',
    });
  });
});

import { attachmentsApi, casesApi, deliveriesApi, draftsApi, type FeedMessage } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCustomerWrites, startDeskAndOutside, type DeskAndOutside } from '../../../../../test/fixtures/outside.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
});
afterAll(() => both.close());

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const key = () => ({ 'idempotency-key': crypto.randomUUID() });
const showing = (uploadId: number) =>
  `<p>Look: <img src="/api/v3/uploads/${uploadId}" data-content-id="upload-${uploadId}" alt="tray"></p>`;

async function aPicture(): Promise<number> {
  const answer = await desk
    .as(desk.agent)
    .fetch('/api/v3/uploads?fileName=tray.png&contentType=image%2Fpng', { method: 'POST', body: PIXEL });
  return ((await answer.json()) as { id: number }).id;
}

async function answerWith(caseId: number, uploadId: number): Promise<FeedMessage> {
  const { sequence } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
  const body = { text: 'Look: [tray]', html: showing(uploadId), uploadIds: [uploadId], sequence };
  return desk.as(desk.agent).call(casesApi.reply, { params: { caseId }, body }, key());
}

describe('a picture in the text of an answer', () => {
  it('is read by its writer while he writes, and by nobody else', async () => {
    const uploadId = await aPicture();
    const other = await desk.aUser({});
    const answer = await desk.as(desk.agent).fetch(`/api/v3/uploads/${uploadId}`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PIXEL);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(await desk.as(other).refusal(attachmentsApi.uploaded, { params: { uploadId } })).toMatchObject({
      code: 'attachment.not-found',
    });
  });

  it('stands in the text for colleagues, and is no file beside it', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const { html, attachments } = await answerWith(caseId, await aPicture());
    expect(attachments).toMatchObject([{ fileName: 'tray.png', inline: true }]);
    expect(html).toContain(`src="/api/v3/attachments/${attachments[0]?.id}"`);
    expect(html).not.toContain('/uploads/');
  });

  it('reaches the customer as a part of the mail', async () => {
    const { caseId, address } = await aCustomerWrites(desk);
    const uploadId = await aPicture();
    await answerWith(caseId, uploadId);
    await desk.drain();
    const [mail] = (await both.outside.mailsFor(address)).filter(({ folder }) => folder === 'inbox');
    const raw = both.outside
      .rawOf(mail!.id)!
      .toString('utf8')
      .replace(/=\r?\n/g, '');
    expect(raw).toMatch(new RegExp(`Content-ID: <upload-${uploadId}>`, 'i'));
    expect(raw).toMatch(new RegExp(`src=(?:3D)?"cid:upload-${uploadId}"`));
  });

  it('comes back with the text when the answer is taken back', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const { delivery } = await answerWith(caseId, await aPicture());
    await desk.as(desk.agent).call(deliveriesApi.undo, { params: { deliveryId: delivery!.id } });
    const { draft } = await desk.as(desk.agent).call(draftsApi.get, { params: { caseId } });
    expect(draft?.uploads).toHaveLength(1);
    expect(draft?.html).toContain(`data-content-id="upload-${draft?.uploads[0]?.id}"`);
  });
});

describe('the feed of a case', () => {
  it('is read from its end too, page by page, each thing once', async () => {
    const { caseId } = await aCustomerWrites(desk);
    await answerWith(caseId, await aPicture());
    const agent = desk.as(desk.agent);
    const all = await agent.call(casesApi.feed, { params: { caseId } });
    const first = await agent.call(casesApi.feed, { params: { caseId }, query: { order: 'latest', limit: 2 } });
    const rest = await agent.call(casesApi.feed, {
      params: { caseId },
      query: { order: 'latest', limit: 100, cursor: first.next! },
    });
    const sequences = [...first.items, ...rest.items].map(({ sequence }) => sequence);
    expect(sequences).toEqual(all.items.map(({ sequence }) => sequence).reverse());
  });

  it('says that the latest first and after a place do not go together', async () => {
    const { caseId } = await aCustomerWrites(desk);
    const refused = await desk
      .as(desk.agent)
      .refusal(casesApi.feed, { params: { caseId }, query: { order: 'latest', after: 1 } });
    expect(refused).toMatchObject({ status: 422, code: 'request.invalid' });
  });
});

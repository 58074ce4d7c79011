import { casesApi, customersApi, intakeApi } from '@bureau/contracts';
import { BlobStorage } from '@bureau/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDeskAndOutside, type DeskAndOutside } from '../../../../../test/fixtures/outside.ts';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { ReceiveWebPost } from './receive-web-post.ts';
import { WebFormTokens } from './web-form-tokens.ts';
import type { WebQuestion } from './web-post.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
  await desk.sql.run('UPDATE mailboxes SET auto_acknowledge = true');
});
afterAll(() => both.close());

const someone = () => `${crypto.randomUUID()}@customer.example`;
const agent = () => desk.as(desk.agent);

function aQuestion(fields: Partial<WebQuestion> = {}, email = someone()): WebQuestion {
  return {
    kind: 'question',
    writer: { customerId: null, name: 'Ana Sol', email },
    ...{ subject: 'The grinder is stuck', text: 'It makes no sound.', files: [], customFields: {}, language: 'en' },
    ...{
      hold: null,
      network: '203.0.113.7',
      userAgent: 'Firefox',
      fields: { 'email[subject]': 'The grinder is stuck' },
    },
    ...fields,
  };
}

const send = (post: WebQuestion, submissionId: string = crypto.randomUUID()) =>
  desk.running.get(ReceiveWebPost).run({ brandId: desk.brandId, submissionId, post });

async function itemOf(email: string) {
  const { items } = await agent().call(intakeApi.list, { query: { limit: 100 } });
  return items.find(({ from }) => from === email)!;
}

describe('a question by the form', () => {
  it('becomes an e-mail case with the words, the sender and the files', async () => {
    const blob = await desk.running.get(BlobStorage).put(Buffer.from('a photo'));
    const file = { ...blob, fileName: 'photo.png', contentType: 'image/png', contentId: null, inline: false as const };
    const post = aQuestion({ files: [file] });
    const { caseId } = await send(post);

    const supportCase = await agent().call(casesApi.get, { params: { caseId: caseId! } });
    expect(supportCase).toMatchObject({ channel: 'email', status: 'new', subject: post.subject, language: 'en' });
    const { items } = await agent().call(casesApi.feed, { params: { caseId: caseId! } });
    expect(items[1]).toMatchObject({
      direction: 'in',
      from: { name: 'Ana Sol', address: post.writer.email },
      text: 'It makes no sound.',
      sender: { verdict: 'unverified' },
      attachments: [{ fileName: 'photo.png', size: 7 }],
    });
  });

  it('stands in the ledger with every field as it was sent', async () => {
    const post = aQuestion();
    await send(post);
    const item = await itemOf(post.writer.email);
    expect(item).toMatchObject({ source: 'web-form', fate: 'message', subject: post.subject });
    const raw = await agent().send(intakeApi.raw, { params: { intakeId: item.id } });
    expect(raw.headers.get('content-type')).toContain('application/json');
    expect(await raw.json()).toEqual(post);
  });

  it('sent twice at once is one case, and both hear its number', async () => {
    const post = aQuestion();
    const submissionId = crypto.randomUUID();
    const answers = await Promise.all([send(post, submissionId), send(post, submissionId)]);
    const again = await send(post, submissionId);
    expect(again.fate).toBe('message');
    expect(answers.map(({ caseId }) => caseId).filter((id) => id !== null && id !== again.caseId)).toEqual([]);
    const { items } = await agent().call(casesApi.list, { query: { limit: 100 } });
    expect(items.filter(({ customer }) => customer.address === post.writer.email)).toHaveLength(1);
  });

  it('changes nothing of a customer whose address somebody typed', async () => {
    const post = aQuestion();
    const { caseId } = await send(post);
    const { customer } = await agent().call(casesApi.get, { params: { caseId: caseId! } });
    await send(aQuestion({ writer: { customerId: null, name: 'Mallory', email: post.writer.email } }));
    expect(await agent().call(customersApi.get, { params: { customerId: customer.id } })).toMatchObject({
      name: 'Ana Sol',
    });
  });

  it('waits for a person when something speaks against it, who can still make it a case', async () => {
    const post = aQuestion({ hold: 'The field of the form that people do not see was filled.' });
    expect(await send(post)).toEqual({ fate: 'held', caseId: null });
    const item = await itemOf(post.writer.email);
    expect(item.reason).toBe(post.hold);
    const accepted = await agent().call(intakeApi.accept, {
      params: { intakeId: item.id },
      body: { into: 'new-case' },
    });
    expect(accepted).toMatchObject({ fate: 'message', caseId: expect.any(Number) });
  });

  it('of a blocked customer stays in the ledger', async () => {
    const post = aQuestion();
    const { caseId } = await send(post);
    const { customer } = await agent().call(casesApi.get, { params: { caseId: caseId! } });
    await agent().call(customersApi.update, { params: { customerId: customer.id }, body: { blocked: true } });
    expect(await send({ ...post, subject: 'Buy this' })).toEqual({ fate: 'suppressed', caseId: null });
  });

  it('is acknowledged without a word of the writer, and once a day where nobody has proven the address (S6)', async () => {
    const post = aQuestion({ subject: 'Visit evil.example', text: 'Buy at evil.example' });
    post.writer.name = 'http://evil.example';
    for (let n = 0; n < 3; n++) await send(post);
    await desk.drain();
    const mails = await both.outside.mailsFor(post.writer.email);
    expect(mails).toHaveLength(1);
    expect(both.outside.rawOf(mails[0]!.id)!.toString('utf8')).not.toContain('evil.example');
  });
});

describe('what the form of a brand carries', () => {
  const tokens = () => desk.running.get(WebFormTokens);

  it('is good for that brand, once changed for none, and for a week', () => {
    const token = tokens().issue(desk.brandId);
    expect(tokens().read(desk.brandId, token)).toMatchObject({ submissionId: expect.stringMatching(/^[\w-]{22}$/) });
    expect(tokens().read(desk.brandId + 1, token)).toBeUndefined();
    expect(tokens().read(desk.brandId, `x${token}`)).toBeUndefined();
    expect(tokens().isTooFast(tokens().read(desk.brandId, token)!)).toBe(true);
    desk.clock.advance(8 * 24 * 3_600_000);
    expect(tokens().read(desk.brandId, token)).toBeUndefined();
  });

  it('keeps files that are in the storage, and only those that were sealed here', () => {
    const file = { fileName: 'a', contentType: 'b', size: 1, sha256: 'c', contentId: null, inline: false as const };
    const sealed = tokens().sealFiles(desk.brandId, [file]);
    expect(tokens().openFiles(desk.brandId, sealed)).toEqual([file]);
    expect(tokens().openFiles(desk.brandId + 1, sealed)).toEqual([]);
    expect(tokens().openFiles(desk.brandId, Buffer.from(JSON.stringify([file])).toString('base64url'))).toEqual([]);
  });
});

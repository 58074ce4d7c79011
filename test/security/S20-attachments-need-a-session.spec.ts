import { API, type FeedItem } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import { sendMail } from '../fixtures/mail.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

/** A case that came by mail with one file, and the address of the file. */
async function aCaseWithAFile() {
  const secret = crypto.randomUUID();
  await sendMail(desk, {
    from: `${crypto.randomUUID()}@customer.example`,
    text: `See the file. ${secret}`,
    attachments: [{ filename: 'contract.pdf', content: secret }],
  });
  await desk.drain();
  const { items } = await desk.as(desk.agent).call(API.intake.list, { query: { limit: 1 } });
  const caseId = items[0]!.caseId!;
  const feed = await desk.as(desk.agent).call(API.cases.feed, { params: { caseId } });
  return { caseId, secret, intakeId: items[0]!.id, url: urlIn(feed.items) };
}

function urlIn(items: FeedItem[]): string {
  for (const item of items) if (item.kind === 'message') return item.attachments[0]!.url;
  throw new Error('There is no attachment.');
}

describe('the address of an attachment', () => {
  it('brings the file to an agent who is signed in', async () => {
    const { url, secret } = await aCaseWithAFile();
    expect(await (await desk.as(desk.agent).fetch(url)).text()).toBe(secret);
  });

  it('brings nothing to anybody else, whatever they append to it', async () => {
    const { url } = await aCaseWithAFile();
    for (const path of [url, `${url}/`, `${url}?token=1`, `${url}?inline=1`, url.replace('/api', '//api')]) {
      const answer = await desk.anybody.fetch(path);
      expect([path, [401, 404].includes(answer.status)]).toEqual([path, true]);
    }
  });

  it('brings nothing with a session that ended', async () => {
    const { url } = await aCaseWithAFile();
    const { email, password } = desk.agent;
    const signedIn = await desk.anybody.send(API.session.signIn, { body: { email, password } });
    const headers = { cookie: signedIn.headers.get('set-cookie')!.split(';')[0]! };
    expect((await desk.anybody.fetch(url, { headers })).status).toBe(200);

    await desk.anybody.with(headers).call(API.session.signOut, {});

    expect((await desk.anybody.fetch(url, { headers })).status).toBe(401);
  });

  it('and the whole case lead nowhere once the case is deleted', async () => {
    const { caseId, url } = await aCaseWithAFile();
    await desk.sql.run('UPDATE cases SET deleted_at = now() WHERE id = $1', [caseId]);
    const agent = desk.as(desk.agent);
    const params = { caseId };

    expect((await agent.fetch(url)).status).toBe(404);
    for (const refusal of [
      await agent.refusal(API.cases.get, { params }),
      await agent.refusal(API.cases.feed, { params }),
      await agent.refusal(API.cases.feed, { params, query: { after: 100 } }),
      await agent.refusal(API.cases.update, { params, body: { status: 'open' } }),
      await agent.refusal(API.cases.reply, { params, body: { text: 'x', sequence: 0 } }),
      await agent.refusal(API.drafts.save, { params, body: { html: '', text: 'x', sequence: 0 } }),
    ]) {
      expect(refusal).toEqual({ status: 404, code: 'case.not-found' });
    }
  });
});

import { casesApi, checklistApi, filtersApi, groupsApi, siteApi, type ChecklistItemId } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../../test/fixtures/mail.ts';
import { ScriptedReceiver } from '../email/send/scripted-receiver.fixture.ts';

let desk: TestDesk;
const outside = new ScriptedReceiver();
beforeAll(async () => {
  desk = await startTestDesk({ env: { BUREAU_OUTBOUND_SMTP_URL: await outside.listen() } });
});
afterAll(async () => {
  await closeDesk(desk);
  await outside.stop();
});

const ada = () => desk.as(desk.administrator);
async function tick(id: ChecklistItemId) {
  const { items } = await ada().call(checklistApi.read, {});
  return items.find((item) => item.id === id);
}

describe('what a new desk lacks', () => {
  it('is ticked once mail has really come and gone, not once it is configured', async () => {
    expect(await tick('mailbox')).toMatchObject({ done: true, found: 'support@larkspur.example' });
    expect(await tick('mail-in')).toMatchObject({ done: false });
    expect(await tick('mail-out')).toMatchObject({ done: false });

    await sendMail(desk, { from: 'Ana Sol <ana@customer.example>' });
    await desk.drain();
    const { items } = await ada().call(casesApi.list, { query: { view: 'inbox' } });
    const { id: caseId = 0, sequence = 0 } = items[0] ?? {};
    expect(await tick('mail-in')).toMatchObject({ done: true, found: 'support@larkspur.example' });
    await ada().call(casesApi.reply, { params: { caseId }, body: { text: 'Hello', sequence } });
    await desk.drain();
    expect(await tick('mail-out')).toMatchObject({
      done: true,
      found: 'ana@customer.example',
      since: expect.any(String),
    });
  });

  it('knows whether the server for outgoing mail answers', async () => {
    expect(await tick('outbound-server')).toMatchObject({
      done: true,
      found: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    });
    await outside.stop();
    desk.clock.advance(120_000);
    expect(await tick('outbound-server')).toMatchObject({
      done: false,
      found: expect.stringContaining('ECONNREFUSED'),
    });
    await outside.listen();
  });

  it('is ticked by what people have done', async () => {
    expect(await tick('site')).toMatchObject({ done: false });
    await ada().call(siteApi.change, { body: { companyName: 'Larkspur', timeZone: 'Europe/Lisbon' } });
    expect(await tick('site')).toMatchObject({ done: true, found: 'Larkspur' });

    expect(await tick('colleague')).toMatchObject({ done: true, found: 'Mia Larsen' });
    expect(await tick('second-factor')).toMatchObject({ done: false, found: 'Ada Osei' });
    expect(await tick('group')).toMatchObject({ done: false });
    await ada().call(groupsApi.create, { body: { name: 'Returns', userIds: [desk.agent.id] } });
    expect(await tick('group')).toMatchObject({ done: true, found: 'Returns' });

    expect(await tick('filter')).toMatchObject({ done: false });
    const conditions = {
      match: 'all' as const,
      conditions: [{ field: 'case.status', operator: 'is' as const, value: ['new'] }],
    };
    await ada().call(filtersApi.create, { body: { name: 'Fresh', visibility: { for: 'everyone' }, conditions } });
    expect(await tick('filter')).toMatchObject({ done: true, found: 'Fresh' });
    expect(await tick('secret')).toMatchObject({ done: false });
  });

  it('can be put away for everybody, and taken out again', async () => {
    const dismissed = (is: boolean) => ada().call(checklistApi.dismiss, { body: { dismissed: is } });
    expect((await dismissed(true)).dismissedAt).not.toBeNull();
    expect((await dismissed(false)).dismissedAt).toBeNull();
    expect((await desk.as(desk.agent).refusal(checklistApi.read, {})).status).toBe(403);
  });
});

describe('what waits for an administrator', () => {
  it('is named with its latest, to those who may see it', async () => {
    await desk.sql.run(`UPDATE mailboxes SET state = 'trouble', state_reason = 'The password is refused.'`);
    await desk.sql.run(
      `INSERT INTO system_log (at, level, part, message) VALUES ($1, 'error', 'mailbox', 'It broke.')`,
      [desk.clock.now()],
    );
    const { items } = await ada().call(checklistApi.attention, {});
    expect(items).toMatchObject([
      { id: 'mailboxes', count: 1, latest: 'support@larkspur.example: The password is refused.' },
      { id: 'system-log', count: 1, latest: 'It broke.' },
    ]);
    const seen = await desk.as(desk.agent).call(checklistApi.attention, {});
    expect(seen.items.map(({ id }) => id)).toEqual(['mailboxes']);
  });
});

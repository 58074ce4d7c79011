import { auditApi, mailboxesApi } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

it('a change of a mailbox stands in the audit log, without its password', async () => {
  const admin = desk.as(desk.administrator);
  const imap = { host: 'imap.larkspur.example', user: 'support', password: 'a secret of ours' };
  const params = { mailboxId: desk.mailbox.id };
  await admin.call(mailboxesApi.update, { params, body: { name: 'Larkspur Help', enabled: false, imap } });

  const { items } = await admin.call(auditApi.list, { query: { noun: 'mailbox' } });
  expect(items).toMatchObject([
    { action: 'changed', before: { name: 'Larkspur Support' }, after: { name: 'Larkspur Help', enabled: false } },
  ]);
  expect(items[0]?.after).toHaveProperty('imapPasswordSealed', '•••');
  expect(JSON.stringify(items)).not.toContain('a secret of ours');
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { casesApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../../../apps/sandbox/src/start-sandbox.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../../test/fixtures/mail.ts';

let sandbox: Sandbox;
let desk: TestDesk;

beforeAll(async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-sandbox-'));
  sandbox = await startSandbox({ dataDir });
  desk = await startTestDesk({ env: { BUREAU_OUTBOUND_SMTP_URL: sandbox.smtpUrl } });
  return async () => {
    await sandbox.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
});
afterAll(() => closeDesk(desk));

describe('handing a reply to the outside', () => {
  it('brings the answer to the customer', async () => {
    await sendMail(desk, { from: 'Ana Sol <ana@customer.example>', messageId: '<q1@customer.example>' });
    await desk.drain();
    const api = desk.as(desk.agent);
    const { items } = await api.call(casesApi.list, { query: { view: 'all' } });
    const supportCase = items[0]!;
    await api.call(
      casesApi.reply,
      { params: { caseId: supportCase.id }, body: { text: 'Turn it off.', sequence: supportCase.sequence } },
      { 'idempotency-key': crypto.randomUUID() },
    );
    await desk.drain();
    const mail = await sandbox.waitForMail('ana@customer.example');
    expect(mail.subject).toBe('Re: The grinder is stuck');
  });
});

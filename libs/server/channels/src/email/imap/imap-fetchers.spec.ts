import { chmod, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { casesApi, intakeApi, mailboxesApi, systemLogApi, type ImapSettings } from '@bureau/contracts';
import { createLog, SystemLog } from '@bureau/platform';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../../test/fixtures/desk.ts';
import { hasDovecot, startDovecot, type TestDovecot } from '../../../../../../test/setup/dovecot.ts';
import { MailPasswords } from '../../mailbox/mail-passwords.ts';
import { MailboxRepository } from '../../mailbox/mailbox.repository.ts';
import { FetchMails } from './fetch-mails.ts';
import { ImapFetchers } from './imap-fetchers.ts';
import { MailboxLeaseRepository } from './mailbox-lease.repository.ts';

const PATIENCE = { timeout: 20_000, interval: 20 };

describe.skipIf(!hasDovecot)('mail that is fetched by IMAP (skipped without dovecot-imapd)', () => {
  let dovecot: TestDovecot;
  let desk: TestDesk;
  beforeAll(async () => {
    [dovecot, desk] = await Promise.all([startDovecot(), startTestDesk()]);
  });
  afterAll(async () => {
    await closeDesk(desk);
    await dovecot.remove();
  });

  const administrator = () => desk.as(desk.administrator);

  /** A mailbox at the provider, and somebody who has it open in a mail program. */
  async function anAccount() {
    const user = crypto.randomUUID();
    const owner = new ImapFlow({
      host: dovecot.host,
      port: dovecot.port,
      auth: { user, pass: dovecot.password },
      logger: false,
    });
    owner.on('error', () => undefined);
    await owner.connect();
    await owner.mailboxCreate('Support');
    onTestFinished(() => owner.close());
    return { user, owner, address: `${user}@larkspur.example` };
  }

  async function connect(
    { user, address }: { user: string; address: string },
    settings: Partial<ImapSettings & { password: string }> = {},
  ) {
    const imap = {
      host: dovecot.host,
      port: dovecot.port,
      tls: false,
      user,
      folder: 'Support',
      importDays: 0,
      password: dovecot.password,
      ...settings,
    };
    const mailbox = await administrator().call(mailboxesApi.create, {
      body: {
        brandId: desk.brandId,
        address,
        name: 'Larkspur',
        imap,
        groupId: null,
        autoAcknowledge: false,
        enabled: true,
      },
    });
    return mailbox.id;
  }

  const stateOf = async (mailboxId: number) =>
    (await administrator().call(mailboxesApi.list, {})).items.find(({ id }) => id === mailboxId)!;
  const isWell = (mailboxId: number) =>
    vi.waitFor(async () => expect((await stateOf(mailboxId)).state).toBe('ok'), PATIENCE);
  const begun = (mailboxId: number) =>
    vi.waitFor(
      async () =>
        expect(await desk.sql.rows('SELECT 1 FROM mailbox_cursors WHERE mailbox_id = $1', [mailboxId])).toHaveLength(1),
      PATIENCE,
    );
  const itemsOf = async (mailboxId: number) =>
    (await administrator().call(intakeApi.list, { query: { mailboxId, limit: 100 } })).items;
  const settled = (mailboxId: number, count: number) =>
    vi.waitFor(async () => {
      const items = await itemsOf(mailboxId);
      expect(items.filter(({ fate }) => fate !== 'waiting')).toHaveLength(count);
      return items;
    }, PATIENCE);

  function aMail(subject = `Grinder ${crypto.randomUUID()}`): string {
    return `From: Ana <ana-${crypto.randomUUID()}@customer.example>\r\nTo: support@larkspur.example\r\nSubject: ${subject}\r\nMessage-ID: <${crypto.randomUUID()}@customer.example>\r\nDate: Sat, 21 Nov 2026 10:00:00 +0000\r\n\r\nIt makes no sound.\r\n`;
  }

  async function aConnectedAccount() {
    const account = await anAccount();
    const mailboxId = await connect(account);
    await begun(mailboxId);
    await isWell(mailboxId);
    return { ...account, mailboxId };
  }

  async function switched(mailboxId: number, enabled: boolean): Promise<void> {
    await administrator().call(mailboxesApi.update, { params: { mailboxId }, body: { enabled } });
    await vi.waitFor(async () => expect((await stateOf(mailboxId)).state).toBe(enabled ? 'ok' : 'paused'), PATIENCE);
  }

  /** Fetches as a second worker of the same installation would. */
  function anotherWorker(): ImapFetchers {
    const get = desk.running.get;
    const [mailboxes, leases, fetchMails] = [get(MailboxRepository), get(MailboxLeaseRepository), get(FetchMails)];
    const worker = new ImapFetchers(
      mailboxes,
      leases,
      fetchMails,
      get(MailPasswords),
      get(SystemLog),
      createLog('silent'),
    );
    worker.start();
    onTestFinished(() => worker.stop());
    return worker;
  }

  it('becomes a case within two seconds of its arrival', async () => {
    const { owner, mailboxId } = await aConnectedAccount();
    await owner.append('Support', aMail('The first one wakes everything up'));
    await settled(mailboxId, 1);

    const started = performance.now();
    await owner.append('Support', aMail('Where is my parcel?'));
    const [item] = await settled(mailboxId, 2);
    const seconds = (performance.now() - started) / 1000;

    console.info(`By IDLE from the server to a case: ${seconds.toFixed(2)} s.`);
    expect(seconds).toBeLessThan(2);
    expect(item).toMatchObject({
      fate: 'message',
      subject: 'Where is my parcel?',
      source: expect.stringMatching(/^imap:/),
    });
    expect(await administrator().call(casesApi.get, { params: { caseId: item!.caseId! } })).toMatchObject({
      status: 'new',
    });
  });

  it('is fetched though somebody else has read it, and stays unread when nobody has', async () => {
    const { owner, mailboxId } = await aConnectedAccount();
    await owner.append('Support', aMail('Read by a colleague'), ['\\Seen']);
    await owner.append('Support', aMail('Not read yet'));
    await settled(mailboxId, 2);

    await owner.mailboxOpen('Support');
    const flags = await owner.fetchAll('1:*', { flags: true });
    expect(flags.map((mail) => mail.flags?.has('\\Seen'))).toEqual([true, false]);
  });

  it('is fetched when somebody moves it into the folder, also long after it came', async () => {
    const { owner, mailboxId } = await aConnectedAccount();
    await owner.append('INBOX', aMail('Found in the wrong folder'), [], new Date('2026-01-02T10:00:00Z'));
    await owner.mailboxOpen('INBOX');
    await owner.messageMove('1', 'Support');

    const [item] = await settled(mailboxId, 1);
    expect(item).toMatchObject({ fate: 'message', subject: 'Found in the wrong folder' });
  });

  it('imports nothing older at the first connection when the administrator says so', async () => {
    const account = await anAccount();
    await account.owner.append('Support', aMail('Old'));
    const mailboxId = await connect(account);
    await begun(mailboxId);
    await account.owner.append('Support', aMail('New'));

    expect((await settled(mailboxId, 1)).map(({ subject }) => subject)).toEqual(['New']);
  });

  it('imports the mail of the last days by choice, silently', async () => {
    const account = await anAccount();
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    await account.owner.append('Support', aMail('Of last year'), [], daysAgo(300));
    await account.owner.append('Support', aMail('Of yesterday'), [], daysAgo(1));
    await account.owner.append('Support', aMail('Of last month, moved here later'), [], daysAgo(40));
    const mailboxId = await connect(account, { importDays: 7 });
    await administrator().call(mailboxesApi.update, { params: { mailboxId }, body: { autoAcknowledge: true } });

    const [item] = await settled(mailboxId, 1);
    expect(item).toMatchObject({ subject: 'Of yesterday', fate: 'message' });
    await desk.drain();
    const { items } = await administrator().call(casesApi.feed, {
      params: { caseId: item!.caseId! },
      query: { limit: 10 },
    });
    expect(items.filter((entry) => entry.kind === 'message')).toHaveLength(1);
  });

  it('is one case a mail when the server numbers the folder anew', async () => {
    const { owner, mailboxId } = await aConnectedAccount();
    const mails = [aMail(), aMail(), aMail()];
    for (const mail of mails) await owner.append('Support', mail);
    const before = await settled(mailboxId, 3);

    await switched(mailboxId, false);
    await owner.mailboxDelete('Support');
    await owner.mailboxCreate('Support');
    for (const mail of [...mails, aMail('Came in between')]) await owner.append('Support', mail);
    await switched(mailboxId, true);

    const after = await settled(mailboxId, 7);
    expect(after.filter(({ fate }) => fate === 'duplicate')).toHaveLength(3);
    expect(new Set(after.map(({ caseId }) => caseId)).size).toBe(4);
    expect(
      before.every(({ caseId }) => after.some((item) => item.fate === 'duplicate' && item.caseId === caseId)),
    ).toBe(true);
  });

  it('is one case a mail with two workers, and the second goes on when the first leaves', async () => {
    const account = await anAccount();
    const second = anotherWorker();
    const mailboxId = await connect(account);
    await begun(mailboxId);
    for (let count = 0; count < 10; count++) await account.owner.append('Support', aMail());
    await settled(mailboxId, 10);

    await second.stop();
    await account.owner.append('Support', aMail('After one has left'));

    const items = await settled(mailboxId, 11);
    expect(items.every(({ fate }) => fate === 'message')).toBe(true);
  });

  it('goes on when the worker that held the mailbox is dead', async () => {
    const account = await anAccount();
    const mailboxId = await connect(account);
    await desk.sql.run(
      `INSERT INTO mailbox_leases VALUES ($1, 'a dead worker', now() + interval '2 s')
       ON CONFLICT (mailbox_id) DO UPDATE SET holder = excluded.holder, until = excluded.until`,
      [mailboxId],
    );
    await begun(mailboxId);
    await account.owner.append('Support', aMail('After the death'));

    expect(await settled(mailboxId, 1)).toMatchObject([{ subject: 'After the death' }]);
  });

  it('is not doubled when the worker was killed between keeping it and moving on', async () => {
    const { owner, mailboxId } = await aConnectedAccount();
    await owner.append('Support', aMail('Kept, but not noted'));
    await settled(mailboxId, 1);
    await desk.sql.run('UPDATE mailbox_cursors SET last_uid = last_uid - 1 WHERE mailbox_id = $1', [mailboxId]);

    await owner.append('Support', aMail('The next one'));

    expect((await settled(mailboxId, 2)).map(({ subject }) => subject)).toEqual([
      'The next one',
      'Kept, but not noted',
    ]);
  });

  it('that the server cannot hand out leaves a notice, and the mails behind it arrive', async () => {
    const { user, owner, mailboxId } = await aConnectedAccount();
    await switched(mailboxId, false);
    for (const subject of ['Before', 'Damaged', 'Behind']) await owner.append('Support', aMail(subject), ['\\Seen']);
    const files = dovecot.filesOf(user, 'Support');
    for (const name of await readdir(files)) {
      const file = path.join(files, name);
      if ((await readFile(file, 'utf8')).includes('Subject: Damaged')) await chmod(file, 0);
    }
    await administrator().call(mailboxesApi.update, { params: { mailboxId }, body: { enabled: true } });

    const items = await settled(mailboxId, 3);
    expect(items.map(({ fate }) => fate)).toEqual(['message', 'message', 'message']);
    expect(items.map(({ subject }) => subject)).toEqual([
      'Behind',
      expect.stringMatching(/Damaged|could not be fetched/),
      'Before',
    ]);
    const { items: log } = await administrator().call(systemLogApi.list, { query: { limit: 50 } });
    expect(
      log.some(
        ({ message }) => message.includes(`${user}@larkspur.example`) && message.includes('could not be fetched'),
      ),
    ).toBe(true);
  });

  it('says in words what is wrong with a mailbox, once, and when it is well again', async () => {
    const account = await anAccount();
    const mailboxId = await connect(account, { password: 'not the right one' });
    await vi.waitFor(
      async () =>
        expect(await stateOf(mailboxId)).toMatchObject({
          state: 'trouble',
          stateReason: expect.stringContaining('password'),
        }),
      PATIENCE,
    );

    const { user } = account;
    const imap = {
      host: dovecot.host,
      port: dovecot.port,
      tls: false,
      user,
      folder: 'Support',
      importDays: 0,
      password: dovecot.password,
    };
    await administrator().call(mailboxesApi.update, { params: { mailboxId }, body: { imap } });
    await isWell(mailboxId);

    const { items } = await administrator().call(systemLogApi.list, { query: { limit: 50 } });
    const told = items.filter(({ details }) => details['mailboxId'] === mailboxId).map(({ level }) => level);
    expect(told).toEqual(['info', 'error']);
  });

  it('stops when the mailbox is switched off', async () => {
    const { owner, mailboxId } = await aConnectedAccount();
    await switched(mailboxId, false);
    await owner.append('Support', aMail('Nobody looks'));

    expect(await desk.sql.rows('SELECT 1 FROM mailbox_leases WHERE mailbox_id = $1', [mailboxId])).toEqual([]);
    expect(await itemsOf(mailboxId)).toEqual([]);
  });

  it('is fetched again after the server was restarted', async () => {
    const account = await aConnectedAccount();
    await dovecot.stop();
    await dovecot.start();
    const again = new ImapFlow({
      host: dovecot.host,
      port: dovecot.port,
      auth: { user: account.user, pass: dovecot.password },
      logger: false,
    });
    await again.connect();
    await again.append('Support', aMail('After the restart'));
    await again.logout();

    expect(await settled(account.mailboxId, 1)).toMatchObject([{ subject: 'After the restart' }]);
  });
});

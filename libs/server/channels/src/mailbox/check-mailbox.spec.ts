import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mailboxesApi, systemLogApi, type CheckStep } from '@bureau/contracts';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { hasDovecot, startDovecot, type TestDovecot } from '../../../../../test/setup/dovecot.ts';
import { ImapFlow } from 'imapflow';

let desk: TestDesk;
let pem: { key: Buffer; cert: Buffer };
beforeAll(async () => {
  desk = await startTestDesk();
  pem = selfSigned();
});
afterAll(() => closeDesk(desk));

const ADDRESS = 'support@larkspur.example';
const IMAP = { host: '127.0.0.1', tls: false, user: 'support', password: 'a secret of ours', folder: 'INBOX' };
const SMTP = { host: '127.0.0.1', tls: 'none' as const, user: '', password: '' };

/** One administrator a test: checks are counted for each. */
async function check(body: { imap?: object; smtp?: object | 'desk'; mailboxId?: number; address?: string }) {
  const person = await desk.aUser({ role: 'administrator' });
  const said = { address: ADDRESS, imap: null, smtp: null, ...body };
  // @ts-expect-error settings are written short
  return desk.as(person).call(mailboxesApi.check, { body: said });
}

/** What failed or was warned of, as `step: finding`. */
const faults = (steps: CheckStep[]) =>
  steps.flatMap(({ step, state, finding }) =>
    state === 'failed' || state === 'warning' ? [`${step}: ${finding}`] : [],
  );

/** A server on this machine that is no more than how it answers. */
async function aServer(serve: (socket: Socket) => void, isSecret = false): Promise<number> {
  const server: Server = isSecret ? createTlsServer(pem, serve) : createServer(serve);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return portOf(server);
}

async function anSmtpServer(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({ logger: false, disableReverseLookup: true, ...options });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  return portOf(server.server);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function aClosedPort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  return port;
}

function selfSigned() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bureau-certificate-'));
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=mail.larkspur.example', '-days', '2'];
  const files = ['-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, ...subject], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

describe('a check of the way in says', () => {
  it('that there is no such server', async () => {
    const { ok, steps } = await check({ imap: { ...IMAP, host: 'imap.nowhere.invalid', port: 993 } });
    expect(ok).toBe(false);
    expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'name failed',
      'connect skipped',
      'encryption skipped',
      'sign-in skipped',
      'folder skipped',
    ]);
    expect(steps[0]).toMatchObject({ finding: 'name-unknown', message: expect.stringContaining('Check the spelling') });
  });

  it.each(['169.254.169.254', '0.0.0.0', '::ffff:169.254.169.254', 'fe80::1'])(
    'that %s is no place for a mail server, and does not go there (S47)',
    async (host) => {
      expect(faults((await check({ imap: { ...IMAP, host, port: 80 } })).steps)).toEqual(['name: name-forbidden']);
    },
  );

  it('that nothing answers at the port', async () => {
    const port = await aClosedPort();
    expect(faults((await check({ imap: { ...IMAP, port } })).steps)).toEqual(['connect: refused']);
  });

  it('that something else answers, in its first line only', async () => {
    const port = await aServer((socket) => socket.write('+OK POP3 ready\r\nsecond line\r\n'));
    const { steps } = await check({ imap: { ...IMAP, port } });
    expect(faults(steps)).toEqual(['connect: other-service']);
    expect(steps[1]?.message).toContain('It says: +OK POP3 ready');
    expect(JSON.stringify(steps)).not.toContain('second line');
  });

  it('that the server is not taking anybody', async () => {
    const port = await aServer((socket) => socket.end('* BYE Too many connections\r\n'));
    expect(faults((await check({ imap: { ...IMAP, port } })).steps)).toEqual(['connect: not-welcome']);
  });

  it('that an encrypted port was taken for a plain one', async () => {
    const port = await aServer((socket) => socket.write('* OK ready\r\n'), true);
    const { steps } = await check({ imap: { ...IMAP, port } });
    expect(faults(steps)).toEqual(['connect: encrypted-port']);
  }, 30_000);

  it('that a plain port was taken for an encrypted one', async () => {
    const port = await aServer((socket) => socket.write('* OK ready\r\n'));
    expect(faults((await check({ imap: { ...IMAP, tls: true, port } })).steps)).toEqual(['encryption: plain-port']);
  });

  it('that nobody vouches for the certificate (S51)', async () => {
    const port = await aServer((socket) => socket.write('* OK ready\r\n'), true);
    const { steps } = await check({ imap: { ...IMAP, tls: true, port } });
    expect(faults(steps)).toEqual(['encryption: certificate-self-signed']);
  });
});

describe.skipIf(!hasDovecot)('a check of an IMAP server (skipped without dovecot-imapd)', () => {
  let dovecot: TestDovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.remove());

  const settings = (more: object = {}) => ({
    ...IMAP,
    port: dovecot.port,
    user: crypto.randomUUID(),
    password: dovecot.password,
    ...more,
  });

  it('lists the folders and counts what an import would bring', async () => {
    const user = crypto.randomUUID();
    const owner = new ImapFlow({
      ...{ host: dovecot.host, port: dovecot.port, logger: false },
      auth: { user, pass: dovecot.password },
    });
    await owner.connect();
    await owner.mailboxCreate('Support');
    const old = new Date(Date.now() - 60 * 86_400_000);
    await owner.append('Support', 'Subject: Old\r\n\r\nOld.\r\n', [], old);
    await owner.append('Support', 'Subject: New\r\n\r\nNew.\r\n');
    await owner.logout();

    const { ok, folders, folder } = await check({ imap: settings({ user, folder: 'Support' }) });
    expect(ok).toBe(true);
    expect(folders).toEqual(expect.arrayContaining(['INBOX', 'Support']));
    expect(folder).toMatchObject({
      messages: 2,
      within: [
        { days: 7, messages: 1 },
        { days: 30, messages: 1 },
        { days: 90, messages: 2 },
        { days: 365, messages: 2 },
      ],
    });
    expect(new Date(folder?.oldestAt ?? '').getTime()).toBeLessThan(old.getTime() + 1000);
  });

  it('says that the password is wrong, and never repeats it', async () => {
    const answer = await check({ imap: settings({ password: 'not the password' }) });
    expect(faults(answer.steps)).toEqual(['sign-in: password-wrong']);
    expect(JSON.stringify(answer)).not.toContain('not the password');
  });

  it('says that the folder is not there, and which there are', async () => {
    const { steps, folders } = await check({ imap: settings({ folder: 'Helpdesk' }) });
    expect(faults(steps)).toEqual(['folder: folder-missing']);
    expect(folders).toContain('INBOX');
  });

  it('gives a kept password to the server that it was written for, and to no other', async () => {
    const { password, ...imap } = settings();
    const body = { brandId: desk.brandId, address: `${imap.user}@larkspur.example`, name: 'Larkspur' };
    const { id } = await desk
      .as(desk.administrator)
      .call(mailboxesApi.create, { body: { ...body, imap: { ...imap, importDays: 0, password }, enabled: false } });

    expect((await check({ mailboxId: id, imap })).ok).toBe(true);
    const elsewhere = await check({ mailboxId: id, imap: { ...imap, host: 'localhost' } });
    expect(faults(elsewhere.steps)).toEqual(['sign-in: password-missing']);
    const params = { mailboxId: id };
    const moved = { imap: { ...imap, importDays: 0, host: 'localhost' } };
    expect(await desk.as(desk.administrator).refusal(mailboxesApi.update, { params, body: moved })).toEqual({
      status: 422,
      code: 'request.invalid',
    });
  });
});

describe('a check of the way out says', () => {
  it('that all is well, and sends nothing', async () => {
    const mails: string[] = [];
    const port = await anSmtpServer({
      authOptional: true,
      hideSTARTTLS: true,
      onData: (stream, _session, done) => {
        mails.push('mail');
        stream.resume().on('end', () => done());
      },
    });
    const { ok, steps } = await check({ smtp: { ...SMTP, port } });
    expect({ ok, mails }).toEqual({ ok: true, mails: [] });
    expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'name ok',
      'connect ok',
      'encryption skipped',
      'sign-in skipped',
      'sender ok',
    ]);
  });

  it('that the server offers no encryption where it is demanded', async () => {
    const port = await anSmtpServer({ authOptional: true, hideSTARTTLS: true });
    expect(faults((await check({ smtp: { ...SMTP, tls: 'starttls', port } })).steps)).toEqual([
      'encryption: no-starttls',
    ]);
  });

  it('that nobody vouches for the certificate behind STARTTLS (S51)', async () => {
    const port = await anSmtpServer({ ...pem, authOptional: true });
    expect(faults((await check({ smtp: { ...SMTP, tls: 'starttls', port } })).steps)).toEqual([
      'encryption: certificate-self-signed',
    ]);
  });

  it('that a plain port was taken for an encrypted one, and the other way round', async () => {
    const plain = await anSmtpServer({ authOptional: true, hideSTARTTLS: true });
    expect(faults((await check({ smtp: { ...SMTP, tls: 'implicit', port: plain } })).steps)).toEqual([
      'encryption: plain-port',
    ]);
    const secret = await anSmtpServer({ ...pem, secure: true, authOptional: true });
    expect(faults((await check({ smtp: { ...SMTP, port: secret } })).steps)).toEqual(['connect: encrypted-port']);
  }, 30_000);

  const refusing = (words: string) =>
    anSmtpServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) =>
        done(password === 'right' ? null : Object.assign(new Error(words), { responseCode: 535 }), { user: 'support' }),
    });

  it('that the password is wrong, without repeating what the server repeats', async () => {
    const port = await refusing('5.7.8 Bad password: a secret of ours');
    const answer = await check({ smtp: { ...SMTP, port, user: 'support', password: 'a secret of ours' } });
    expect(faults(answer.steps)).toEqual(['sign-in: password-wrong']);
    expect(JSON.stringify(answer)).not.toContain('a secret of ours');
  });

  it('nothing that a server repeats of the password, wherever it does', async () => {
    const port = await anSmtpServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: ({ username }, _session, done) => done(null, { user: username ?? '' }),
      onMailFrom: (_address, _session, done) =>
        done(Object.assign(new Error('5.7.1 a secret of ours may not'), { responseCode: 550 })),
    });
    const answer = await check({ smtp: { ...SMTP, port, user: 'support', password: 'a secret of ours' } });
    expect(faults(answer.steps)).toEqual(['sender: sender-refused']);
    expect(JSON.stringify(answer)).not.toContain('a secret of ours');
  });

  it('that a server never comes to an end of its answer, before it fills the memory', async () => {
    const port = await aServer((socket) => {
      const talk = () => void (socket.writable && socket.write('220-Hello\r\n'.repeat(1000), () => setImmediate(talk)));
      talk();
    });
    expect(faults((await check({ smtp: { ...SMTP, port } })).steps)).toEqual(['connect: hung-up']);
  });

  it('that the provider wants an app password', async () => {
    const port = await refusing('5.7.9 Application-specific password required');
    const { steps } = await check({ smtp: { ...SMTP, port, user: 'support', password: 'usual one' } });
    expect(faults(steps)).toEqual(['sign-in: app-password']);
  });

  it('that a sign-in is demanded where none was written', async () => {
    const port = await refusing('');
    expect(faults((await check({ smtp: { ...SMTP, port } })).steps)).toEqual(['sender: sign-in-demanded']);
  });

  it('that the account may not send as this address', async () => {
    const port = await anSmtpServer({
      authOptional: true,
      hideSTARTTLS: true,
      onMailFrom: (_address, _session, done) =>
        done(Object.assign(new Error('5.7.60 Not permitted to send as this sender'), { responseCode: 550 })),
    });
    expect(faults((await check({ smtp: { ...SMTP, port } })).steps)).toEqual(['sender: sender-refused']);
  });

  it("how the desk's own server is, without its password", async () => {
    const { steps } = await check({ smtp: 'desk' });
    expect(faults(steps)).toEqual(['connect: refused']);
  });
});

describe('a check', () => {
  it('is for those who keep mailboxes, and not without end', async () => {
    const body = { address: ADDRESS, imap: null, smtp: null };
    expect(await desk.as(desk.agent).refusal(mailboxesApi.check, { body })).toMatchObject({ status: 403 });
    const person = await desk.aUser({ role: 'administrator' });
    desk.clock.toNextMinute();
    for (let count = 0; count < 20; count++) await desk.as(person).call(mailboxesApi.check, { body });
    expect(await desk.as(person).refusal(mailboxesApi.check, { body })).toEqual({
      status: 429,
      code: 'request.rate-limited',
    });
  });

  it('tells each step as soon as it is known when asked for lines', async () => {
    const port = await aClosedPort();
    const person = await desk.aUser({ role: 'administrator' });
    const session = await desk.as(person).call(mailboxesApi.list, {});
    expect(session.items.length).toBeGreaterThan(0);
    const response = await fetch(`${desk.url}/api/v3/mailboxes/check`, {
      method: 'POST',
      headers: {
        accept: 'application/x-ndjson',
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${person.email}:${person.password}`).toString('base64')}`,
      },
      body: JSON.stringify({ address: ADDRESS, imap: { ...IMAP, port } }),
    });
    const lines = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ step }) => step)).toEqual(['name', 'connect', 'encryption', 'sign-in', 'folder', undefined]);
    expect(lines.at(-1)).toMatchObject({ ok: false, steps: { length: 5 } });
  });

  it('leaves no secret in the system log', async () => {
    const { items } = await desk.as(desk.administrator).call(systemLogApi.list, { query: {} });
    expect(JSON.stringify(items)).not.toContain('a secret of ours');
  });
});

import { randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const DOVECOT = '/usr/sbin/dovecot';
/** Debian's user `mail`: Dovecot started by root keeps mail under another user. */
const MAIL_USER = 8;

/** Say so in the title of a test that is skipped without it: Debian's package `dovecot-imapd`. */
export const hasDovecot = existsSync(DOVECOT);

/** A real IMAP server. Every user exists and has the password. */
export interface TestDovecot {
  host: string;
  port: number;
  password: string;
  /** Where the mail of a user's folder lies, one file a mail (Maildir). */
  filesOf(user: string, mailFolder: string): string;
  stop(): Promise<void>;
  /** Starts it again, on the same port, with the same mail. */
  start(): Promise<void>;
  /** Stops it for good. */
  remove(): Promise<void>;
}

/** Starts Dovecot in a folder and on a port of its own, as root or not. */
export async function startDovecot(): Promise<TestDovecot> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bureau-dovecot-'));
  await chmod(folder, 0o755);
  await mkdir(path.join(folder, 'mail'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(path.join(folder, 'mail'), MAIL_USER, MAIL_USER);
  const [port, password] = [await freePort(), `word-${randomUUID()}`];
  await writeFile(path.join(folder, 'dovecot.conf'), configuration({ folder, port, password, isRoot }));

  let server = await run(folder, port);
  return {
    host: '127.0.0.1',
    port,
    password,
    filesOf: (user, mailFolder) => path.join(folder, 'mail', user, `.${mailFolder}`, 'cur'),
    start: async () => {
      server = await run(folder, port);
    },
    stop: () => end(server),
    remove: async () => {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function run(folder: string, port: number): Promise<ChildProcess> {
  const server = spawn(DOVECOT, ['-F', '-c', path.join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`Dovecot ended with ${server.exitCode}; its log is ${folder}/log.`);
    if (await answers(port)) return server;
    await pause(50);
  }
  throw new Error('Dovecot does not answer.');
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => settle(true));
    socket.once('error', () => settle(false));
    const settle = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}

function configuration({
  folder,
  port,
  password,
  isRoot,
}: {
  folder: string;
  port: number;
  password: string;
  isRoot: boolean;
}): string {
  const [uid, gid] = isRoot ? [MAIL_USER, MAIL_USER] : [process.getuid?.(), process.getgid?.()];
  const unprivileged = ['default_internal_user', 'default_login_user'].map(
    (name) => `${name} = ${process.env['USER'] ?? ''}`,
  );
  const noChroot = ['anvil', 'imap-login', 'stats'].map((name) => `service ${name} {\n  chroot =\n}`);
  return [
    `base_dir = ${folder}/run`,
    `state_dir = ${folder}/state`,
    `log_path = ${folder}/log`,
    'listen = 127.0.0.1',
    'protocols = imap',
    'ssl = no',
    'disable_plaintext_auth = no',
    // Unsuccessful sign-ins are answered at once.
    'auth_failure_delay = 0',
    `mail_location = maildir:${folder}/mail/%u`,
    `first_valid_uid = ${uid}`,
    'mail_max_userip_connections = 100',
    `service imap-login {\n  inet_listener imap {\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
    `passdb {\n  driver = static\n  args = password=${password}\n}`,
    `userdb {\n  driver = static\n  args = uid=${uid} gid=${gid} home=${folder}/mail/%u\n}`,
    ...(isRoot ? [] : [...unprivileged, ...noChroot]),
    '',
  ].join('\n');
}

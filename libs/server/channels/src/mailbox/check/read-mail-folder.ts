import type { FolderFacts } from '@bureau/contracts';
import { ImapFlow } from 'imapflow';
import type { ImapFound, ImapToCheck } from './check-imap.ts';
import type { Manner, Target } from './dial.ts';
import { Found, inOneLine } from './findings.ts';
import { wantsAppPassword } from './provider-hints.ts';
import type { StepTaker } from './steps.ts';

const DAY_MS = 86_400_000;
/** Imports that are offered, in days. */
const WITHIN_DAYS = [7, 30, 90, 365];
const FOLDERS_AT_MOST = 200;

/** Signs in, lists the folders and looks into the one that mail will be fetched from; read-only, no flag is touched. */
export async function readMailFolder(
  settings: ImapToCheck,
  { target, steps, manner }: { target: Target; steps: StepTaker; manner: Manner },
): Promise<ImapFound> {
  const client = clientFor(settings, { target, manner });
  const giveUp = () => client.close();
  manner.signal.addEventListener('abort', giveUp);
  try {
    const signedIn = await steps.take('sign-in', () => signIn(client, settings));
    if (!signedIn) return { folders: [], folder: null };
    const folders: string[] = [];
    const found = await steps.take('folder', async () => {
      folders.push(...(await client.list()).map(({ path }) => path).slice(0, FOLDERS_AT_MOST));
      return { folder: await look(client, settings) };
    });
    return { folders, folder: found?.folder ?? null };
  } finally {
    manner.signal.removeEventListener('abort', giveUp);
    client.close();
  }
}

function clientFor(settings: ImapToCheck, { target, manner: { patience } }: { target: Target; manner: Manner }) {
  const client = new ImapFlow({
    host: target.address,
    servername: target.host,
    port: target.port,
    ...(settings.tls ? { secure: true } : {}),
    auth: { user: settings.user, pass: settings.password ?? '' },
    clientInfo: { name: 'Bureau' },
    logger: false,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.answer,
    socketTimeout: patience.answer,
  });
  // Every error also ends what is being waited for; unheard it would end the process.
  client.on('error', () => undefined);
  return client;
}

async function signIn(client: ImapFlow, { host, port, password }: ImapToCheck) {
  if (password === null) throw new Found('password-missing', { host, port });
  try {
    await client.connect();
    return {};
  } catch (error) {
    const said = inOneLine(textOf(error, 'responseText'));
    const about = { host, port, said };
    if (isFlagged(error, 'authenticationFailed'))
      throw new Found(wantsAppPassword(host, said) ? 'app-password' : 'password-wrong', about);
    if (/TIMEOUT/i.test(textOf(error, 'code'))) throw new Found('no-answer', about);
    throw new Found(said === '' ? 'hung-up' : 'said', about);
  }
}

async function look(client: ImapFlow, { host, port, folder }: ImapToCheck): Promise<FolderFacts> {
  try {
    const { exists } = await client.mailboxOpen(folder, { readOnly: true });
    const within: FolderFacts['within'] = [];
    for (const days of exists === 0 ? [] : WITHIN_DAYS) {
      const found = await client.search({ since: new Date(Date.now() - days * DAY_MS) }, { uid: true });
      within.push({ days, messages: found ? found.length : 0 });
    }
    const [oldestAt, newestAt] = exists === 0 ? [null, null] : [await dateOf(client, '1'), await dateOf(client, '*')];
    return { path: folder, messages: exists, oldestAt, newestAt, within };
  } catch (error) {
    if (
      isFlagged(error, 'mailboxMissing') ||
      /nonexistent|does ?n.t exist|unknown mailbox/i.test(textOf(error, 'responseText'))
    )
      throw new Found('folder-missing', { host, port, folder });
    throw new Found('said', { host, port, said: inOneLine(textOf(error, 'responseText') || String(error)) });
  }
}

async function dateOf(client: ImapFlow, which: string): Promise<string | null> {
  const mail = await client.fetchOne(which, { internalDate: true });
  return mail && mail.internalDate ? new Date(mail.internalDate).toISOString() : null;
}

function textOf(error: unknown, field: string): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, field) : undefined;
  return typeof value === 'string' ? value : '';
}

function isFlagged(error: unknown, field: string): boolean {
  return error instanceof Error && Reflect.get(error, field) === true;
}

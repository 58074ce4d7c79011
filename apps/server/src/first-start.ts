import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SetUpDesk } from '@bureau/channels';
import { ProblemError, type Config, type Log } from '@bureau/platform';
import type { Providers } from './serve-desk.ts';

/** What the start prints of an empty desk; readable by its owner only. */
export const FIRST_START_FILE = 'first-start.json';

/**
 * An empty desk either sets itself up from the environment, or waits for a person with the link that only the operator
 * can see. Does nothing when somebody can sign in already.
 */
export async function firstStart(get: Providers, config: Config, log: Log): Promise<void> {
  const setUp = get(SetUpDesk);
  const file = path.join(config.dataDir, FIRST_START_FILE);
  if (!(await setUp.needed())) return rm(file, { force: true });

  if (!config.adminEmail) {
    const setUpUrl = `${config.publicUrl}/set-up?token=${setUp.token()}`;
    await writeFile(file, JSON.stringify({ setUpUrl }), { mode: 0o600 });
    log.info('This desk is empty: open the set-up link that the start printed.');
    return;
  }
  const password = config.adminPassword ?? randomBytes(12).toString('base64url');
  const domain = config.adminEmail.slice(config.adminEmail.indexOf('@') + 1);
  const mailbox = config.mailbox ?? `support@${domain}`;
  const created = await createOnce(setUp, {
    name: 'Administrator',
    email: config.adminEmail,
    password,
    company: domain,
    mailbox,
  });
  if (!created) return;
  const generated = config.adminPassword ? {} : { adminPassword: password };
  await writeFile(file, JSON.stringify({ adminEmail: config.adminEmail, mailbox, ...generated }), { mode: 0o600 });
  log.info({ email: config.adminEmail, mailbox }, 'Set up from the environment.');
}

/** False: another process of this desk, started at the same moment, was faster, and its password counts. */
async function createOnce(setUp: SetUpDesk, desk: Parameters<SetUpDesk['create']>[0]): Promise<boolean> {
  try {
    await setUp.create(desk);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'setup.done') return false;
    throw error;
  }
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { reachable, type Settings } from './settings.ts';
import { bold, grey } from './terminal.ts';

/** What the seeding of demo data leaves in the data directory, readable by its owner only. */
const DemoPeople = z.array(
  z.object({ name: z.string(), email: z.string(), password: z.string(), role: z.string().optional() }),
);

/** What the demo calls its roles, in words. */
const ROLE_WORDS: Record<string, string> = {
  'group-agent': 'agent, sees the cases of his groups',
  'brand-agent': 'agent, sees the cases of his brand',
};

/** What an empty desk leaves there instead: an invitation to set it up, or what was set up from the environment. */
const FirstStart = z.object({
  setUpUrl: z.string().optional(),
  adminEmail: z.string().optional(),
  adminPassword: z.string().optional(),
});

/** The short table a start ends with: where everything is, and who can sign in. */
export async function welcome({ config, dev }: Settings): Promise<string[]> {
  const host = reachable(config.host);
  const places: [string, string, string][] = [
    ['Console', config.publicUrl, dev ? 'reloads on change' : ''],
    ['Sandbox', `http://${host}:${config.sandboxPort}`, 'play a customer: write a mail or a post, read the answer'],
    ['SMTP', `${reachable(config.smtpHost)}:${config.smtpPort}`, 'takes mail for the desk'],
  ];

  return [
    '',
    ...places.map(([name, place, words]) => `  ${bold(name.padEnd(13))} ${place.padEnd(32)} ${grey(words)}`.trimEnd()),
    '',
    ...(await signIns(config.dataDir)),
    ...(await invitation(config.dataDir)),
    `  ${grey(`Ctrl-C stops everything. Logs are in ${shortest(path.join(config.dataDir, 'logs'))}.`)}`,
  ];
}

/** As a person would type it from here. */
function shortest(file: string): string {
  const relative = path.relative('.', file);
  return relative.startsWith('..') ? file : relative;
}

async function signIns(dataDir: string): Promise<string[]> {
  const people = (await read(path.join(dataDir, 'demo-people.json'), DemoPeople)) ?? [];
  if (people.length === 0) return [];

  const width = (key: 'name' | 'email') => Math.max(...people.map((person) => person[key].length));
  const rows = people.map(({ name, email, password, role = '' }) =>
    `  ${name.padEnd(width('name'))}  ${email.padEnd(width('email'))}  ${bold(password)}  ${grey(ROLE_WORDS[role] ?? role)}`.trimEnd(),
  );
  return [`  ${bold('Sign in as')}`, ...rows, ''];
}

async function invitation(dataDir: string): Promise<string[]> {
  const { setUpUrl, adminEmail, adminPassword } =
    (await read(path.join(dataDir, 'first-start.json'), FirstStart)) ?? {};

  if (setUpUrl !== undefined) return [`  ${bold('This desk is empty. Set it up at')}`, `  ${setUpUrl}`, ''];
  if (adminEmail === undefined) return [];
  return [`  ${bold('Sign in as')}`, `  ${adminEmail}  ${bold(adminPassword ?? '(the password you gave)')}`, ''];
}

/** Undefined when there is no such file; a damaged one must not stop the desk either. */
async function read<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

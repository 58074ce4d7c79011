import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { reachable, type Settings } from './settings.ts';
import { bold, grey } from './terminal.ts';

/** What the seeding of demo data leaves in the data directory, readable by its owner only. */
const DemoPeople = z.array(
  z.object({ name: z.string(), email: z.string(), password: z.string(), role: z.string().optional() }),
);

/** The short table a start ends with: where everything is, and who can sign in. */
export async function welcome({ config, dev }: Settings, consoleUrl: string): Promise<string[]> {
  const host = reachable(config.host);
  const places: [string, string, string][] = [
    ['Console', consoleUrl, dev ? 'reloads on change' : ''],
    ['Sandbox', `http://${host}:${config.sandboxPort}`, 'play a customer: write a mail, read the answer'],
    ['SMTP', `${reachable(config.smtpHost)}:${config.smtpPort}`, 'takes mail for the desk'],
  ];

  return [
    '',
    ...places.map(([name, place, words]) => `  ${bold(name.padEnd(13))} ${place.padEnd(32)} ${grey(words)}`.trimEnd()),
    '',
    ...(await signIns(config.dataDir)),
    `  ${grey(`Ctrl-C stops everything. Logs are in ${path.join(path.relative('.', config.dataDir) || '.', 'logs')}.`)}`,
  ];
}

async function signIns(dataDir: string): Promise<string[]> {
  const people = await readPeople(path.join(dataDir, 'demo-people.json'));
  if (people.length === 0) return [];

  const width = (key: 'name' | 'email') => Math.max(...people.map((person) => person[key].length));
  const rows = people.map(({ name, email, password, role = '' }) =>
    `  ${name.padEnd(width('name'))}  ${email.padEnd(width('email'))}  ${bold(password)}  ${grey(role)}`.trimEnd(),
  );
  return [`  ${bold('Sign in as')}`, ...rows, ''];
}

async function readPeople(file: string): Promise<z.infer<typeof DemoPeople>> {
  try {
    return DemoPeople.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return []; // An empty desk has no demo people; a damaged list must not stop the desk.
  }
}

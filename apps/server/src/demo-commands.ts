import { randomInt } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RemoveDemo, SeedDemo } from '@bureau/demo';
import { claimDatabase, createLog, Database, InstallationSecret, type Config } from '@bureau/platform';
import { openDesk, type QuietDesk } from './open-desk.ts';

/** Who can sign in to the demo desk; readable by its owner only. The file says that seeding is done, even when it is empty. */
const DEMO_PEOPLE_FILE = 'demo-people.json';

/** Fills the empty desk. Returns what it did in one line. Throws DemoRefused. */
export function seed(config: Config, databaseUrl: string): Promise<string> {
  return withDesk({ config, databaseUrl }, async (desk) => {
    const started = performance.now();
    const people = await desk.get(SeedDemo).run({ seed: randomInt(2 ** 32) });
    await writePeople(config, people);
    return `The demo desk is furnished (${((performance.now() - started) / 1000).toFixed(1)} s). Passwords: ${path.join(config.dataDir, DEMO_PEOPLE_FILE)}`;
  });
}

export function removeDemo(config: Config, databaseUrl: string): Promise<string> {
  return withDesk({ config, databaseUrl }, async (desk) => {
    const counts = await desk.get(RemoveDemo).run();
    // Empty rather than gone: the next start must not furnish the desk again.
    await writePeople(config, []);
    const { cases = 0, customers = 0, users = 0 } = counts;
    return `The demo data is gone: ${cases} cases, ${customers} customers, ${users} people, and all that belonged to them.`;
  });
}

async function writePeople(config: Config, people: unknown[]): Promise<void> {
  const file = path.join(config.dataDir, DEMO_PEOPLE_FILE);
  await writeFile(`${file}.new`, `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function withDesk(
  { config, databaseUrl }: { config: Config; databaseUrl: string },
  work: (desk: QuietDesk) => Promise<string>,
): Promise<string> {
  const desk = await openDesk({ config, databaseUrl, log: createLog('warn') });
  try {
    await claimDatabase(desk.get(Database), desk.get(InstallationSecret));
    return await work(desk);
  } finally {
    await desk.close();
  }
}

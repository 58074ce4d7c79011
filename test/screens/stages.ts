import { hash } from '@node-rs/argon2';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeEmbeddedPostgres } from '../../libs/server/platform/src/database/embedded-postgres.ts';
import { freePort } from '../../libs/server/platform/src/database/embedded-postgres-server.ts';
import { query, startDatabases, startDesk } from '../bench/desks.ts';
import { root } from '../bench/processes.ts';
import { LONG_NAMES } from './long-names.ts';
import { keepInStep } from '../fixtures/salesforce-in-step.ts';
import type { Stage } from './scene.ts';

export interface StageDesk {
  url: string;
  /** The administrator. */
  person: { email: string; password: string };
  agent: { email: string; password: string };
  stop: () => Promise<void>;
}

const ROWS = 20_000;
const PASSWORD = 'a phrase for the screens';
/** An open case of 500 messages, on top of the inbox. */
const LONG_CASE = `
  WITH chosen AS (SELECT id, sequence FROM cases WHERE status = 'open' ORDER BY id LIMIT 1),
  said AS (
    INSERT INTO messages (case_id, sequence, direction, subject, text, visible_length, html, safe_html, safe_version,
                          from_name, from_address, recipients_to, message_id, user_id, customer_id, at)
    SELECT c.id, c.sequence + n, m.direction, m.subject, m.text, m.visible_length, m.html, m.safe_html, m.safe_version,
      m.from_name, m.from_address, m.recipients_to, 'long.' || n || '@mail.example', m.user_id, m.customer_id,
      now() - make_interval(mins => 500 - n)
    FROM chosen c, generate_series(1, 500) n,
      LATERAL (SELECT * FROM messages WHERE case_id = c.id + n % 200 AND sequence = 2 LIMIT 1) m
    RETURNING case_id)
  UPDATE cases SET sequence = cases.sequence + 500, active_at = now() FROM chosen WHERE cases.id = chosen.id`;
const PATIENCE_MS = 180_000;

/** The desks that the scenes are played on, each as a newcomer, or a busy company, would have it. */
export const stages: Record<Stage, () => Promise<StageDesk>> = {
  demo: async () => {
    const desk = await started({}, async (dataDir) => {
      const [person, agent] = JSON.parse(await readFile(path.join(dataDir, 'demo-people.json'), 'utf8'));
      return { person, agent };
    });
    await keepInStep(desk);
    return desk;
  },
  empty: () => {
    const person = { email: 'ada@larkspur.example', password: PASSWORD };
    const env = { BUREAU_DEMO: '0', BUREAU_ADMIN_EMAIL: person.email, BUREAU_ADMIN_PASSWORD: PASSWORD };
    return started({ ...env, BUREAU_MAILBOX: 'support@larkspur.example' }, async () => ({ person, agent: person }));
  },
  full: fullDesk,
};

/** What `npm start` runs, with a data directory of its own. */
async function started(
  env: Record<string, string>,
  peopleOf: (dataDir: string) => Promise<Pick<StageDesk, 'person' | 'agent'>>,
): Promise<StageDesk & { sandboxUrl: string }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-screens-'));
  const [port, smtpPort, sandboxPort] = [await freePort(), await freePort(), await portWithMail()];
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      BUREAU_DATA_DIR: dataDir,
      PORT: `${port}`,
      BUREAU_SMTP_PORT: `${smtpPort}`,
      BUREAU_SANDBOX_PORT: `${sandboxPort}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const people = await patiently(async () => {
    if (child.exitCode !== null) throw new Stopped(`The desk did not start: it ended with ${child.exitCode}.`);
    const response = await fetch(`${url}/health/ready`);
    if (!response.ok) throw new Error(`The desk answers ${response.status}.`);
    return peopleOf(dataDir);
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await removeEmbeddedPostgres(dataDir, () => undefined);
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, sandboxUrl: `http://127.0.0.1:${sandboxPort}`, ...people, stop };
}

/** Thousands of cases, and names as long as people have them. */
async function fullDesk(): Promise<StageDesk> {
  const databases = await startDatabases();
  await databases.generate('screens', ROWS);
  const databaseUrl = databases.urlOf('screens');
  const person = { email: 'ada@desk.example', password: PASSWORD };
  await query(
    databaseUrl,
    `INSERT INTO users (name, email, role_id, password_hash)
     SELECT 'Ada Lindqvist', $1, id, $2 FROM roles WHERE key = 'administrator'`,
    [person.email, await hash(PASSWORD)],
  );
  for (const statement of LONG_NAMES) await query(databaseUrl, statement);
  await query(databaseUrl, LONG_CASE);
  const desk = await startDesk(databaseUrl);
  const stop = async () => {
    await desk.stop();
    await databases.stop();
  };
  return { url: `http://127.0.0.1:${desk.port}`, person, agent: person, stop };
}

/** A free port whose neighbours are free too: X, Facebook and Salesforce 1 to 3 above it, the sandbox's mail 25 above. */
async function portWithMail(): Promise<number> {
  for (;;) {
    const port = await freePort();
    const free = await Promise.all([1, 2, 3, 25].map((above) => isFree(port + above)));
    if (free.every(Boolean)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
  });
  server.close();
  return free;
}

/** No patience helps. */
class Stopped extends Error {}

async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(250)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until || error instanceof Stopped) throw error;
    }
  }
}

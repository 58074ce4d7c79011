import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../libs/server/platform/src/database/embedded-postgres.ts';
import { migrate } from '../../libs/server/platform/src/database/migrate.ts';
import { SANITISER_VERSION } from '../../libs/server/cases/src/message/sanitise-html.ts';
import { agentEmail, generateCases } from './generate-cases.ts';
import { APPS } from './hook-posts.ts';
import { startProgram, type Started } from './processes.ts';

export const PASSWORD = 'a phrase for the bench';
/** One for all desks: several run on the same database, one after the other. */
const SECRET = randomBytes(32).toString('hex');

export interface BenchDatabases {
  urlOf(name: string): string;
  /** Makes and fills a database; says how many seconds it took. */
  generate(name: string, cases: number): Promise<{ cases: number; messages: number; seconds: number }>;
  copy(from: string, to: string): Promise<void>;
  /** Takes away what a write does for the search: the bare server's is not kept up to date. */
  withoutSearch(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** The PostgreSQL that the product brings along, with its settings in production: everything acknowledged is durable. */
export async function startDatabases(): Promise<BenchDatabases> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-bench-'));
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => console.error(line) });
  const urlOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  const passwordHash = await hash(PASSWORD);

  return {
    urlOf,
    generate: async (name, cases) => {
      const begin = performance.now();
      await run(server.url, `CREATE DATABASE ${name}`);
      await migrate(urlOf(name));
      const made = await generateCases(urlOf(name), { cases, passwordHash, sanitiserVersion: SANITISER_VERSION });
      return { ...made, seconds: (performance.now() - begin) / 1000 };
    },
    copy: (from, to) => run(server.url, `CREATE DATABASE ${to} TEMPLATE ${from} STRATEGY FILE_COPY`),
    withoutSearch: (name) =>
      run(
        urlOf(name),
        'DROP TABLE case_search, bare_search; DROP FUNCTION mark_for_search, mark_case_for_search CASCADE',
      ),
    stop: async () => {
      await server.stop();
      await removeEmbeddedPostgres(dataDir, () => undefined);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export interface Desk extends Started {
  databaseUrl: string;
  /** Signs an agent in; gives the value of the `cookie` header. */
  cookieOf(agent: number): Promise<string>;
}

/** The built server in one process with all roles, as `npm start` runs it. */
export async function startDesk(databaseUrl: string, mailDnsUrl = '', env: Record<string, string> = {}): Promise<Desk> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-bench-'));
  const server = await startProgram(
    'apps/server/dist/main.js',
    {
      DATABASE_URL: databaseUrl,
      BUREAU_DATA_DIR: dataDir,
      BUREAU_SECRET: SECRET,
      BUREAU_MAIL_DNS_URL: mailDnsUrl,
      PORT: '0',
      BUREAU_SMTP_PORT: '0',
      // Nobody listens there: what the bench replies is not delivered anywhere.
      BUREAU_OUTBOUND_SMTP_URL: 'smtp://127.0.0.1:9',
      // Nor is it tried while other figures are taken.
      BUREAU_UNDO_SECONDS: '120',
      ...APPS,
      // Nor are the networks themselves asked for anything.
      X_API_SOCKET: '127.0.0.1:9',
      GRAPH_BASE_URL: 'http://127.0.0.1:9',
      ...env,
    },
    ['--enable-source-maps'],
  );
  return {
    ...server,
    databaseUrl,
    cookieOf: (agent) => signIn(server.port, agent),
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function startBare(databaseUrl: string): Promise<Started> {
  return startProgram('test/bench/bare-server.ts', { DATABASE_URL: databaseUrl }, [
    '--disable-warning=ExperimentalWarning',
  ]);
}

async function signIn(port: number, agent: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v3/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: agentEmail(agent), password: PASSWORD }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`Agent ${agent} could not sign in: ${await response.text()}`);
  return cookie;
}

/** Rows of a statement, on a connection of its own. */
export async function query<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function run(url: string, sql: string): Promise<void> {
  await query(url, sql);
}

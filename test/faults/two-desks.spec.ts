import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { casesApi, type FeedMessage } from '@bureau/contracts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../libs/server/platform/src/database/embedded-postgres-server.ts';
import { ApiClient } from '../fixtures/api-client.ts';
import { startServerProcess, type ServerProcess } from '../setup/processes.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';
import { until } from '../setup/until.ts';

const PASSWORD = 'a long enough phrase';

/** An installation of its own, whose outbound mail all goes to the other one. */
interface Desk {
  address: string;
  database: TestDatabase;
  dataDir: string;
  process: ServerProcess;
  api: ApiClient;
}

let desks: [Desk, Desk];

async function aDesk(name: string, ports: { own: number; other: number }): Promise<Desk> {
  const address = `support@${name}.example`;
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), `bureau-${name}-`));
  const email = `ada@${name}.example`;
  const process = await startServerProcess({
    databaseUrl: database.url,
    roles: 'api,support-center,worker',
    dataDir,
    smtpPort: ports.own,
    env: {
      BUREAU_ADMIN_EMAIL: email,
      BUREAU_ADMIN_PASSWORD: PASSWORD,
      BUREAU_MAILBOX: address,
      BUREAU_OUTBOUND_SMTP_URL: `smtp://127.0.0.1:${ports.other}`,
    },
  });
  const furnished = async () =>
    (await sql(database, 'UPDATE mailboxes SET auto_acknowledge = true RETURNING id')).length > 0;
  await until(furnished, { what: 'the desk has set itself up', withinMs: 10_000 });
  return { address, database, dataDir, process, api: new ApiClient(process.url).as({ email, password: PASSWORD }) };
}

async function sql(database: TestDatabase, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Everything that came in has its fate, everything that happened was reacted to, everything written has left. */
async function isAtRest({ database }: Desk): Promise<boolean> {
  const [row] = await sql(
    database,
    `SELECT EXISTS (SELECT FROM intake_items WHERE fate = 'waiting')
       OR EXISTS (SELECT FROM deliveries WHERE state IN ('pending', 'sending'))
       OR EXISTS (
         SELECT FROM outbox o JOIN (VALUES ('case.opened', 'acknowledge'), ('message.replied', 'schedule-delivery'))
           AS wanted (event, subscriber) ON wanted.event = o.name
         WHERE NOT EXISTS (SELECT FROM handled_events h WHERE h.event_id = o.id AND h.subscriber = wanted.subscriber)
       ) AS busy`,
  );
  return row?.['busy'] === false;
}

beforeAll(async () => {
  const [north, south] = await Promise.all([freePort(), freePort()]);
  desks = await Promise.all([
    aDesk('north', { own: north, other: south }),
    aDesk('south', { own: south, other: north }),
  ]);
});

afterAll(async () => {
  for (const { process, database, dataDir } of desks ?? []) {
    await process.kill('SIGTERM');
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

async function messagesOf({ api }: Desk): Promise<FeedMessage[]> {
  const { items } = await api.call(casesApi.list, { query: { view: 'all' } });
  const feeds = await Promise.all(
    items.map(({ id }) => api.call(casesApi.feed, { params: { caseId: id }, query: { limit: 100 } })),
  );
  return feeds.flatMap((feed) => feed.items).filter((item): item is FeedMessage => item.kind === 'message');
}

/** promises.md F12, S7. */
it('two desks that answer each other come to rest after three messages', async () => {
  const [north, south] = desks;
  const customer = { name: 'South', address: south.address };
  const opened = await north.api.call(
    casesApi.open,
    { body: { subject: 'Beans', text: 'They asked by phone for beans.', customer } },
    { 'idempotency-key': crypto.randomUUID() },
  );
  const body = { text: 'Here is our offer.', sequence: opened.sequence };
  await north.api.call(
    casesApi.reply,
    { params: { caseId: opened.id }, body },
    { 'idempotency-key': crypto.randomUUID() },
  );

  const answered = async () => (await messagesOf(north)).some(({ automatic }) => automatic === 'auto-reply');
  await until(answered, { what: 'the acknowledgement of south is in the case of north', withinMs: 20_000 });
  await until(async () => (await isAtRest(north)) && isAtRest(south), { what: 'both are at rest', withinMs: 20_000 });

  const sent = [...(await messagesOf(north)), ...(await messagesOf(south))].filter(({ delivery }) => delivery);
  expect(sent.map(({ automatic }) => automatic)).toEqual([null, 'auto-answer']);
  expect((await messagesOf(south)).map(({ direction }) => direction)).toEqual(['in', 'out']);
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  salesforceConnectionApi,
  salesforceFirstSyncApi,
  type FirstSync,
  type FirstSyncFate,
} from '../../libs/contracts/src/index.ts';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/start-sandbox.ts';
import { ApiClient } from '../fixtures/api-client.ts';
import { PASSWORD, query, startDesk, type Desk } from './desks.ts';
import { agentEmail } from './generate-cases.ts';

export interface FirstSyncFigure {
  accounts: number;
  contacts: number;
  cases: number;
  preview: Round;
  /** Killed when so much was done, and taken up by the next process. */
  sync: Round & { interruptedAt: number; peakMegabytes: number };
  again: Round & { changed: number };
  /** What the desk alone has, goes to Salesforce: of so many customers a field, and so many new companies. */
  outward: Round & { changed: number; callsOf200: number };
}

interface Round {
  seconds: number;
  calls: number;
}

const INTERRUPTED_AT = 0.37;
const AT_ONCE = 5_000;
const LONGEST_MS = 3 * 60 * 60_000;
const WATCH_MS = 200;
/** Not so lately that the poll reads them too. */
const LONG_AGO = '2025-01-01T00:00:00.000+0000';

/** An organisation of that size and an empty desk are brought together. */
export async function measureFirstSync(databaseUrl: string, cases: number): Promise<FirstSyncFigure> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-bench-'));
  const outside = await startSandbox({
    dataDir,
    salesforce: { withRecords: false, settings: { dailyCalls: 100_000 } },
  });
  const size = { accounts: Math.ceil(cases / 5), contacts: Math.ceil(cases / 2), cases };
  seed(outside, size);
  await query(
    databaseUrl,
    "UPDATE users SET role_id = (SELECT id FROM roles WHERE key = 'administrator') WHERE email = $1",
    [agentEmail(1)],
  );
  let desk = await startDesk(databaseUrl, '', keysOf(outside));
  try {
    await connect(desk, outside);
    const preview = await round(desk, outside, 'dryRun');
    const { desk: next, ...sync } = await interrupted(desk, outside, () => startDesk(databaseUrl, '', keysOf(outside)));
    desk = next;
    await round(desk, outside, 'dryRun');
    const again = { ...(await round(desk, outside, 'start')), changed: changedOf(await read(desk)) };
    const outward = await goOutward(desk, outside, databaseUrl);
    return { ...size, preview, sync, again, outward };
  } finally {
    await desk.stop();
    await outside.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What leads a desk to the organisation. */
function keysOf({ salesforce }: Sandbox): Record<string, string> {
  const { clientId, clientSecret } = salesforce.app;
  return { SF_LOGIN_URL: salesforce.url, SF_CLIENT_ID: clientId, SF_CLIENT_SECRET: clientSecret };
}

function seed(
  { salesforce }: Sandbox,
  { accounts, contacts, cases }: Record<'accounts' | 'contacts' | 'cases', number>,
) {
  const inParts = (type: string, count: number, one: (n: number) => Record<string, string>) => {
    const ids: string[] = [];
    for (let from = 0; from < count; from += AT_ONCE) {
      const length = Math.min(AT_ONCE, count - from);
      const rows = Array.from({ length }, (_, index) => ({ ...one(from + index), SystemModstamp: LONG_AGO }));
      ids.push(...salesforce.seed(type, rows));
    }
    return ids;
  };
  const accountIds = inParts('Account', accounts, (n) => ({ Name: `Roastery ${n}`, Phone: `+44 20 ${1_000_000 + n}` }));
  const contactIds = inParts('Contact', contacts, (n) => ({
    ...{ FirstName: `Ada ${n}`, LastName: 'Moss', Email: `ada${n}@roastery.example`, Phone: `+44 7700 ${900_000 + n}` },
    AccountId: accountIds[n % accounts] ?? '',
  }));
  inParts('Case', cases, (n) => ({
    ...{ Subject: `The grinder of lot ${n} is stuck`, Description: 'It does not turn any more, whatever we do.' },
    ...{ Status: ['New', 'Open', 'Resolved', 'Closed'][n % 4] ?? 'New', Priority: 'Medium', Origin: 'Email' },
    ContactId: contactIds[n % contacts] ?? '',
    // Salesforce fills this in by itself.
    AccountId: accountIds[(n % contacts) % accounts] ?? '',
  }));
}

const api = (desk: Desk) =>
  new ApiClient(`http://127.0.0.1:${desk.port}`).as({ email: agentEmail(1), password: PASSWORD });

async function connect(desk: Desk, { salesforce }: Sandbox): Promise<void> {
  const { url } = await api(desk).call(salesforceConnectionApi.signIn, { body: { host: 'production' } });
  const back = await salesforce.authorize(url);
  const cookie = await desk.cookieOf(1);
  const came = await fetch(`http://127.0.0.1:${desk.port}${back.pathname}${back.search}`, {
    headers: { cookie },
    redirect: 'manual',
  });
  await came.arrayBuffer();
  await api(desk).call(salesforceConnectionApi.enable, {});
}

async function read(desk: Desk): Promise<FirstSync> {
  const { firstSync } = await api(desk).call(salesforceFirstSyncApi.get, {});
  if (!firstSync) throw new Error('There is no first sync.');
  return firstSync;
}

/** From the click until it is done. */
async function round(desk: Desk, outside: Sandbox, what: 'dryRun' | 'start'): Promise<Round> {
  const begin = performance.now();
  const before = outside.salesforce.usage().used;
  await api(desk).call(salesforceFirstSyncApi[what], {});
  await until(desk, ({ state }) => state === 'previewed' || state === 'done');
  return { seconds: (performance.now() - begin) / 1000, calls: outside.salesforce.usage().used - before };
}

async function until(desk: Desk, isReached: (run: FirstSync) => boolean): Promise<FirstSync> {
  const end = Date.now() + LONGEST_MS;
  while (Date.now() < end) {
    const run = await read(desk);
    if (run.state === 'failed') throw new Error(`The first sync failed: ${run.reason}`);
    if (isReached(run)) return run;
    await pause(WATCH_MS);
  }
  throw new Error('The first sync did not end.');
}

/** The process is killed on the way; another one takes it up. Its own start counts too. */
async function interrupted(desk: Desk, outside: Sandbox, restart: () => Promise<Desk>) {
  const begin = performance.now();
  const before = outside.salesforce.usage().used;
  const peak = { megabytes: 0 };
  let watched = watch(desk.pid, peak);
  await api(desk).call(salesforceFirstSyncApi.start, {});
  const run = await until(desk, (one) => one.state === 'done' || shareOf(one) >= INTERRUPTED_AT);
  clearInterval(watched);
  process.kill(desk.pid, 'SIGKILL');
  await desk.stop();
  const next = await restart();
  watched = watch(next.pid, peak);
  await until(next, ({ state }) => state === 'done');
  clearInterval(watched);
  const seconds = (performance.now() - begin) / 1000;
  const calls = outside.salesforce.usage().used - before;
  return { desk: next, seconds, calls, interruptedAt: shareOf(run), peakMegabytes: peak.megabytes };
}

function shareOf({ objects }: FirstSync): number {
  const total = objects.reduce((sum, one) => sum + one.total, 0);
  return total === 0 ? 0 : objects.reduce((sum, one) => sum + one.seen, 0) / total;
}

function watch(pid: number, peak: { megabytes: number }): NodeJS.Timeout {
  return setInterval(() => {
    void readFile(`/proc/${pid}/status`, 'utf8').then(
      (status) => {
        const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
        peak.megabytes = Math.max(peak.megabytes, Math.round(kilobytes / 1024));
      },
      () => undefined,
    );
  }, WATCH_MS);
}

function changedOf({ objects }: FirstSync): number {
  const fates: FirstSyncFate[] = ['create-in-salesforce', 'create-in-desk', 'match', 'update'];
  return objects.reduce((sum, { done }) => sum + fates.reduce((part, fate) => part + done[fate], 0), 0);
}

/** Written past the verbs, so that nothing is on its way by itself. */
async function goOutward(desk: Desk, outside: Sandbox, url: string): Promise<FirstSyncFigure['outward']> {
  await query(url, "UPDATE customers SET title = 'Roaster' WHERE title = ''");
  await query(
    url,
    `INSERT INTO companies (name) SELECT 'Tea house ' || n
     FROM generate_series(1, (SELECT count(*) FROM companies)::int) n`,
  );
  await round(desk, outside, 'dryRun');
  const { calls: before } = await read(desk);
  const { seconds } = await round(desk, outside, 'start');
  const after = await read(desk);
  const changed = changedOf(after);
  // Its own, without those of the poll that goes on beside it.
  const calls = after.calls - before;
  return { seconds, calls, changed, callsOf200: calls / (changed / 200) };
}

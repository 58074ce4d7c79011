import { intakeApi } from '@bureau/contracts';
import { expect, it, onTestFinished } from 'vitest';
import { hasRedisServer } from '../../libs/server/platform/src/redis/start-test-redis.ts';
import { Installation } from '../fixtures/installation.ts';
import { startDurablePostgres, type DurablePostgres } from '../setup/durable-postgres.ts';
import { until } from '../setup/until.ts';
import { Agents } from './ledger/agents.ts';
import { isAtRest } from './ledger/at-rest.ts';
import { audit } from './ledger/audit.ts';
import { Customers } from './ledger/customers.ts';
import { wreak, type Victim } from './ledger/havoc.ts';
import { Random, seedOfThisRun } from './ledger/random.ts';

interface Layout {
  how: string;
  processes: Record<string, string>;
  redis: boolean;
  /** Who answers the API, and who takes mail. */
  api: string;
  worker: string;
}

const LAYOUTS: Layout[] = [
  {
    how: 'one process, jobs in PostgreSQL',
    processes: { desk: 'api,support-center,worker' },
    redis: false,
    api: 'desk',
    worker: 'desk',
  },
  {
    how: 'api, worker and Redis',
    processes: { api: 'api', worker: 'worker' },
    redis: true,
    api: 'api',
    worker: 'worker',
  },
];

const CUSTOMERS = 120;
const KILLS = 6;
const RECOVERY_MS = 60_000;

/** promises.md, F1, F2 (SMTP), F8, F13: what was acknowledged is there, once; what was not is kept by its sender. */
it.each(LAYOUTS.filter(({ redis }) => !redis || hasRedisServer()))(
  'keeps a clean ledger while everything is killed at random: $how',
  async (layout) => {
    const random = new Random(seedOfThisRun());
    const postgres = await startDurablePostgres();
    onTestFinished(() => postgres.remove());
    const bureau = await Installation.start({
      databaseUrl: postgres.url,
      processes: layout.processes,
      redis: layout.redis,
    });
    onTestFinished(() => bureau.stop());

    const customers = new Customers(CUSTOMERS, bureau.process(layout.worker).smtpPort, random.fork(1));
    const agents = new Agents(bureau.api(layout.api), random.fork(2));
    const sending = customers.sendAll(4);
    const answering = agents.work();
    const havoc = await wreak(victimsOf(bureau, postgres, layout), {
      kills: KILLS,
      progress: () => customers.acknowledged / customers.mails.length,
      random: random.fork(3),
    });

    await sending;
    await until(() => isAtRest(bureau), { what: 'everything has its fate', withinMs: RECOVERY_MS, everyMs: 250 });
    await until(() => agents.replies.size > 0 && agents.unanswered === 0, {
      what: 'every case is answered',
      withinMs: 20_000,
    });
    agents.stop();
    await answering;
    await until(() => isAtRest(bureau), { what: 'everything has its fate', withinMs: RECOVERY_MS, everyMs: 250 });
    const recoveredInMs = havoc.sinceLastKill();

    const api = bureau.api(layout.api);
    const ledger = await audit(bureau, api, { mails: customers.mails, replies: [...agents.replies.values()] });
    const resent = customers.mails.reduce((sum, { attempts }) => sum + attempts - 1, 0);
    console.info(
      `Ledger (${layout.how}): ${JSON.stringify({ seed: random.seed, killed: havoc.killed, recoveredInMs, resent, ...ledger })}`,
    );

    expect(ledger).toMatchObject({ lost: 0, dup: 0, ghost: 0, sentTwice: 0, altered: 0 });
    expect(ledger.acknowledged).toBe(customers.mails.length + agents.replies.size);
    expect(Object.keys(ledger.fates).filter((fate) => !['message', 'duplicate'].includes(fate))).toEqual([]);
    expect(ledger.fates['message']).toBe(customers.mails.length);
    expect(Object.keys(ledger.deliveries).filter((state) => !['sent', 'unknown'].includes(state))).toEqual([]);
    const { items } = await api.call(intakeApi.balance, { query: {} });
    for (const { seen, waiting, message, duplicate, held, suppressed, failed } of items) {
      expect(seen).toBe(waiting + message + duplicate + held + suppressed + failed);
    }
    expect(recoveredInMs).toBeLessThan(RECOVERY_MS);
  },
  240_000,
);

function victimsOf(bureau: Installation, postgres: DurablePostgres, { processes, redis }: Layout): Victim[] {
  const servers = Object.keys(processes).map((name) => ({
    name,
    kill: () => bureau.kill(name),
    restart: () => bureau.restart(name),
  }));
  const database = { name: 'postgres', kill: () => postgres.kill(), restart: () => postgres.restart() };
  const queue = { name: 'redis', kill: () => bureau.killRedis(), restart: () => bureau.restartRedis() };
  return [...servers, database, ...(redis ? [queue] : [])];
}

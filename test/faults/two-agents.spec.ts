import { casesApi } from '@bureau/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasRedisServer } from '../../libs/server/platform/src/redis/start-test-redis.ts';
import { RefusedCall, type ApiClient } from '../fixtures/api-client.ts';
import { Installation } from '../fixtures/installation.ts';
import { createEmptyDatabase, type TestDatabase } from '../setup/test-database.ts';
import { until } from '../setup/until.ts';
import { Random, seedOfThisRun } from './ledger/random.ts';

const ROUNDS = 1_000;
const CUSTOMER = 'john@cafemail.example';

/** How one agent's reply ended; every repetition with the same key must have ended the same way. */
type Ending = { posted: number; sequence: number } | { refused: string };

let database: TestDatabase;
let bureau: Installation;

beforeAll(async () => {
  database = await createEmptyDatabase();
  const apart = { 'api 1': 'api', 'api 2': 'api', worker: 'worker' };
  bureau = await Installation.start({
    databaseUrl: database.url,
    redis: hasRedisServer(),
    processes: hasRedisServer() ? apart : { 'api 1': 'api,worker' },
  });
});
afterAll(async () => {
  await bureau?.stop();
  await database.drop();
});

it(`lets exactly one of two agents answer, ${ROUNDS} times`, { timeout: 180_000 }, async () => {
  const random = new Random(seedOfThisRun());
  const agents = [await anApi('api 1', 'Ben Ito'), await anApi(hasRedisServer() ? 'api 2' : 'api 1', 'Mia Larsen')];
  const opening = { subject: 'The grinder is stuck', text: 'It makes no sound.', customer: { address: CUSTOMER } };
  const { id: caseId } = await bureau.api('api 1').call(casesApi.open, { body: opening });
  const start = performance.now();
  const won = [0, 0];
  const winners = new Map<number, string>();

  for (let round = 0; round < ROUNDS; round += 1) {
    const seen = await Promise.all(agents.map((api) => api.call(casesApi.get, { params: { caseId } })));
    const texts = agents.map((_, agent) => `Answer ${round} of agent ${agent}.`);
    const endings = await Promise.all(
      agents.map((api, agent) =>
        answer(api, { caseId, sequence: seen[agent]?.sequence ?? 0, text: texts[agent] ?? '', random }),
      ),
    );

    const winner = endings.findIndex((ending) => 'posted' in ending);
    const [winning, losing] = [endings[winner], endings[1 - winner]];
    expect(losing).toEqual({ refused: 'case.moved-on' });
    expect(winning).toMatchObject({ sequence: (seen[winner]?.sequence ?? 0) + 1 });
    won[winner] = (won[winner] ?? 0) + 1;
    if (winning && 'posted' in winning) winners.set(winning.posted, texts[winner] ?? '');
  }
  console.info(`Two agents: seed ${random.seed}, won ${won.join(' : ')}, ${Math.round(performance.now() - start)} ms`);

  const stored = await bureau.sql.query<{ id: string; text: string }>(
    `SELECT id, text FROM messages WHERE case_id = $1 AND direction = 'out'`,
    [caseId],
  );
  expect(new Map(stored.rows.map(({ id, text }) => [Number(id), text]))).toEqual(winners);
  await until(allSent, { what: 'all replies are sent', withinMs: 60_000, everyMs: 250 });
  expect(bureau.sandbox.sentTwice()).toEqual([]);
  const received = (await bureau.sandbox.mailsFor(CUSTOMER)).map(
    ({ text }) => /^Answer \d+ of agent \d\./.exec(text)?.[0],
  );
  expect(received.sort()).toEqual([...winners.values()].sort());
});

async function anApi(on: string, name: string): Promise<ApiClient> {
  return bureau.api(on, await bureau.anAgent(name));
}

/** A click that is often a double click, and now and then repeated by a program that missed the answer. */
async function answer(
  api: ApiClient,
  { caseId, sequence, text, random }: { caseId: number; sequence: number; text: string; random: Random },
): Promise<Ending> {
  const key = crypto.randomUUID();
  const post = () => postOnce(api, { caseId, sequence, text, key });
  const endings = await Promise.all(random.chance(0.3) ? [post(), post()] : [post()]);
  if (random.chance(0.2)) endings.push(await post());
  for (const ending of endings) expect(ending).toEqual(endings[0]);
  return endings[0]!;
}

async function postOnce(
  api: ApiClient,
  { caseId, sequence, text, key }: { caseId: number; sequence: number; text: string; key: string },
): Promise<Ending> {
  try {
    const body = { text, sequence };
    const message = await api.call(casesApi.reply, { params: { caseId }, body }, { 'idempotency-key': key });
    return { posted: message.id, sequence: message.sequence };
  } catch (error) {
    if (!(error instanceof RefusedCall)) throw error;
    if (error.code !== 'request.in-progress') return { refused: error.code };
    // The other half of the double click is still being carried out: ask again until it says how it ended.
    await pause(20);
    return postOnce(api, { caseId, sequence, text, key });
  }
}

async function allSent(): Promise<boolean> {
  const { rows } = await bureau.sql.query<{ sent: string }>(
    `SELECT count(*) AS sent FROM deliveries WHERE state = 'sent'`,
  );
  return Number(rows[0]?.sent) === ROUNDS;
}

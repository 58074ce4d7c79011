import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Random, seedOfThisRun } from './ledger/random.ts';
import { Pipeline, type Rows } from './pipelines/pipeline.ts';
import { Servers } from './pipelines/servers.ts';
import { TRUTH } from './pipelines/truth.ts';
import { openByTelephone, rate, write, type World } from './pipelines/writers.ts';

const WRITERS = 20;
const STEPS = 12;

let servers: Servers;
beforeAll(async () => {
  servers = await Servers.start();
});
afterAll(() => servers.stop());

const idOf = (answer: { body: { id: number } }): number => answer.body.id;

/** What is there before anybody writes. */
async function aWorld(random: Random): Promise<World> {
  const world: World = { cases: [], customers: [], companies: [], articles: [], topics: [] };
  for (let count = 0; count < 12; count += 1) await openByTelephone(servers, world, random);
  for (const name of ['Harbour', 'Larkspur', 'Alder']) {
    world.companies.push(idOf(await servers.ask('POST', '/companies', { body: { name } })));
    world.customers.push(idOf(await servers.ask('POST', '/customers', { body: { first_name: name } })));
  }
  world.topics.push(idOf(await servers.ask('POST', '/topics', { body: { name: 'Beans' } })));
  const _links = { topic: { href: `/api/v2/topics/${world.topics[0]}` } };
  const article = { subject: 'Roasting', body: '<p>Slowly.</p>', _links };
  world.articles.push(idOf(await servers.ask('POST', '/articles', { body: article })));
  return world;
}

type Facts = [number, unknown][];
const byId = ([one]: [number, unknown], [other]: [number, unknown]) => one - other;

/** What both have to say of a collection; of the copy, only what belongs to cases that it still has. */
async function compared(name: string, rows: Rows, cases: Rows): Promise<{ copy: Facts; database: Facts }> {
  const { sql, of } = TRUTH[name]!;
  const owner = (entry: { _links: Record<string, { href: string } | null> }) =>
    /cases\/(\d+)/.exec(entry._links['case']?.href ?? '')?.[1];
  const kept = [...rows.values()].filter(
    (entry) => !entry._links['case'] || name === 'interactions' || cases.has(Number(owner(entry))),
  );
  const found = await servers.desk.sql.rows<{ id: number; facts: unknown }>(sql);
  return {
    copy: kept.map((entry): [number, unknown] => [entry.id, of(entry)]).toSorted(byId),
    database: found.map(({ id, facts }): [number, unknown] => [id, facts]).toSorted(byId),
  };
}

it('two pipelines end with what the database has, while twenty people write', { timeout: 120_000 }, async () => {
  const random = new Random(seedOfThisRun());
  const world = await aWorld(random);
  let writing = true;
  const writers = Promise.all([
    ...Array.from({ length: WRITERS - 2 }, (_, writer) =>
      write(servers, world, { random: random.fork(writer), steps: STEPS }),
    ),
    ...[98, 99].map((writer) => rate(servers, world, { random: random.fork(writer), steps: STEPS * 2 })),
  ]).finally(() => (writing = false));
  const pipelines = [new Pipeline(servers, 7), new Pipeline(servers, 50)];
  const walks = pipelines.map(async (pipeline) => {
    let count = 0;
    for (; writing; count += 1) await pipeline.walk();
    return count;
  });
  await writers;
  const counts = await Promise.all(walks);
  await servers.drain();
  for (const pipeline of pipelines) await pipeline.walk({ sweeps: true });

  for (const { copy, replies, interactions } of pipelines) {
    const seen = await servers.desk.sql.rows<{ id: number }>(
      'SELECT m.id FROM messages m JOIN cases c ON c.id = m.case_id WHERE c.deleted_at IS NULL',
    );
    const visible = new Set(seen.map(({ id }) => id));
    const stillThere = new Map([...interactions].filter(([id]) => visible.has(id)));
    const all: Record<string, Rows> = { ...copy, replies, interactions: stillThere };
    for (const [name, rows] of Object.entries(all)) {
      const { copy: ours, database } = await compared(name, rows, copy['cases']!);
      expect(ours, `${name}, seed ${random.seed}`).toEqual(database);
      expect(database.length, name).toBeGreaterThan(0);
    }
  }
  console.info(`Pipelines: seed ${random.seed}, walks ${counts.join(' and ')}, told to wait ${servers.waits} times.`);
});

it('one that walks by ids is not led past what is written late', async () => {
  const slow = new Client({ connectionString: servers.desk.database.url });
  await slow.connect();
  await slow.query('BEGIN');
  await slow.query("INSERT INTO companies (name) VALUES ('Late')");
  await servers.ask('POST', '/companies', { body: { name: 'Early' } });
  const walk = servers.get('/companies?since_id=0&per_page=500');
  const first = await Promise.race([
    walk.then(() => 'answered'),
    slow.query('SELECT pg_sleep(0.2)').then(() => 'waits'),
  ]);
  await slow.query('COMMIT');
  await slow.end();
  expect(first).toBe('waits');
  const names = (await walk).body._embedded.entries.map(({ name }) => name);
  expect(names.filter((name) => name === 'Late' || name === 'Early')).toEqual(['Late', 'Early']);
});

it('one that walks by changes is not led past what is written late', async () => {
  const slow = new Client({ connectionString: servers.desk.database.url });
  await slow.connect();
  await slow.query('BEGIN');
  await slow.query("UPDATE companies SET name = 'Later' WHERE name = 'Late'");
  await servers.ask(
    'PATCH',
    `/companies/${idOf(await servers.ask('POST', '/companies', { body: { name: 'Fast' } }))}`,
    {
      body: { name: 'Faster' },
    },
  );
  const walk = servers.get('/companies?since_updated_at=0&sort_field=updated_at&per_page=500');
  await slow.query('SELECT pg_sleep(0.2)');
  await slow.query('COMMIT');
  await slow.end();
  const names = (await walk).body._embedded.entries.map(({ name }) => name);
  expect(names.slice(-2)).toEqual(['Later', 'Faster']);
});

it('one that walks by pages misses nothing, though what it has seen moves or goes away', async () => {
  for (const name of ['1', '2', '3', '4', '5', '6'])
    await servers.ask('POST', '/topics', { body: { name: `Page ${name}` } });
  const query = '?sort_field=updated_at&sort_direction=asc&per_page=2';
  const seen: unknown[] = [];
  for (let page = 1, more = true; more; page += 1) {
    const { body } = await servers.get(`/topics${query}&page=${page}`);
    const entries = body._embedded.entries;
    seen.push(...entries.map(({ name }) => name));
    const [first] = entries;
    if (page === 1) await servers.ask('PATCH', `/topics/${first!.id}`, { body: { description: 'Moved' } });
    if (String(first?.['name']).startsWith('Page 1')) await servers.ask('DELETE', `/topics/${first!.id}`);
    more = body._links.next !== null;
  }
  for (const name of ['1', '2', '3', '4', '5', '6']) expect(seen).toContain(`Page ${name}`);
});

it('the limit is one for all servers, and who waits as long as told gets through', async () => {
  servers.passMinute();
  const asks = Array.from({ length: 310 }, () => servers.api.fetch('/api/v2/brands'));
  const answers = await Promise.all(asks);
  const limit = Number(answers[0]!.headers.get('x-rate-limit-limit'));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(limit);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(310 - limit);
  const again = await Promise.all(Array.from({ length: limit + 10 }, () => servers.get('/brands')));
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([200]));
});

import { casesApi, customFieldsApi, groupsApi, mergesApi, notesApi } from '@bureau/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Random } from '../ledger/random.ts';
import type { Servers } from './servers.ts';

/** What the writers know of: they write to each other's. */
export interface World {
  cases: number[];
  customers: number[];
  companies: number[];
  articles: number[];
  topics: number[];
}

type Step = (servers: Servers, world: World, random: Random) => Promise<unknown>;

const word = () => crypto.randomUUID().slice(0, 8);
const key = () => ({ 'idempotency-key': crypto.randomUUID() });

async function made(known: number[], servers: Servers, path: string, body: unknown): Promise<void> {
  const answer = await servers.ask('POST', path, { body });
  if (answer.status === 201) known.push(answer.body.id);
}

export const openByTelephone: Step = (servers, { cases }) =>
  made(cases, servers, '/cases', {
    type: 'phone',
    subject: `Order ${word()}`,
    labels: ['Beans', word()],
    message: { direction: 'in', from: `Ana ${word()} <${word()}@people.example>`, body: `Where is it? ${word()}` },
  });

const change =
  (body: () => object): Step =>
  (servers, { cases }, random) =>
    servers.ask('PATCH', `/cases/${random.pick(cases)}`, { body: body() });

/** By the API of old and by the native one, weighted by how often they are here. */
const STEPS: Step[] = [
  openByTelephone,
  openByTelephone,
  change(() => ({ subject: `Order ${word()}`, priority: 7 })),
  change(() => ({ labels: [word()], label_action: 'append' })),
  change(() => ({ status: 'resolved', external_id: word() })),
  (servers, { cases }, random) => {
    const params = { caseId: random.pick(cases) };
    return servers.api.send(casesApi.update, { params, body: { status: 'open', description: word() } });
  },
  (servers, { cases }, random) =>
    servers.ask('POST', `/cases/${random.pick(cases)}/replies`, { body: { body: `It is on its way ${word()}` } }),
  (servers, { cases }, random) =>
    servers.ask('POST', `/cases/${random.pick(cases)}/replies`, {
      body: { body: `Thank you ${word()}`, direction: 'in' },
    }),
  (servers, { cases }, random) => servers.ask('POST', `/cases/${random.pick(cases)}/notes`, { body: { body: word() } }),
  (servers, { cases }, random) =>
    servers.api.send(notesApi.add, { params: { caseId: random.pick(cases) }, body: { text: word() } }, key()),
  (servers, { cases }, random) => {
    const body = { caseIds: [random.pick(cases), random.pick(cases)], differentCustomers: true };
    return servers.api.send(mergesApi.merge, { body }, key());
  },
  (servers, { cases }, random) => servers.ask('DELETE', `/cases/${random.pick(cases)}`),
  (servers, { customers }) =>
    made(customers, servers, '/customers', {
      first_name: 'Ben',
      last_name: word(),
      emails: [{ type: 'work', value: `${word()}@people.example` }],
    }),
  (servers, { customers }, random) =>
    servers.ask('PATCH', `/customers/${random.pick(customers)}`, {
      body: { title: word(), phone_numbers: [{ type: 'home', value: `+49 30 ${random.between(1000, 9999)}` }] },
    }),
  (servers, { customers }, random) => {
    const [customer_id, other] = [random.pick(customers), random.pick(customers)];
    return servers.ask('POST', '/jobs', { body: { type: 'customer_merge', customer_id, customer_ids: [other] } });
  },
  (servers, { companies }) => made(companies, servers, '/companies', { name: `Harbour ${word()}` }),
  (servers, { companies }, random) =>
    servers.ask('PATCH', `/companies/${random.pick(companies)}`, { body: { domains: [`${word()}.example`] } }),
  (servers, { articles, topics }, random) =>
    made(articles, servers, '/articles', {
      subject: `Grinders ${word()}`,
      body: '<p>Clean it.</p>',
      _links: { topic: { href: `/api/v2/topics/${random.pick(topics)}`, class: 'topic' } },
    }),
  (servers, { articles }, random) =>
    servers.ask('PATCH', `/articles/${random.pick(articles)}`, { body: { subject: `Mills ${word()}` } }),
  (servers, { articles }, random) =>
    random.chance(0.3) ? servers.ask('DELETE', `/articles/${random.pick(articles)}`) : Promise.resolve(),
  (servers, { topics }) => made(topics, servers, '/topics', { name: `Machines ${word()}` }),
  (servers) => servers.ask('POST', '/macros', { body: { name: word() } }),
  (servers) => servers.ask('POST', '/labels', { body: { name: word() } }),
  (servers) => servers.api.send(groupsApi.create, { body: { name: word() } }),
  (servers) => servers.desk.aUser({ name: `Mia ${word()}` }),
  (servers) => servers.desk.aBrand(`Larkspur ${word()}`),
  (servers) => {
    const body = { owner: 'case' as const, label: `Field ${word()}`, type: 'text' as const };
    return servers.api.send(customFieldsApi.create, { body }, key());
  },
];

/** Writes as agents, programs and customers do, each step as soon as the one before is answered. */
export async function write(servers: Servers, world: World, { random, steps }: { random: Random; steps: number }) {
  for (let step = 0; step < steps; step += 1) {
    const answer = await random.pick(STEPS)(servers, world, random);
    if (answer instanceof Response) await answer.text();
  }
}

/** Customers say what they think: in transactions that take their time, and end in another order than they begin. */
export async function rate(servers: Servers, { cases }: World, { random, steps }: { random: Random; steps: number }) {
  const client = new Client({ connectionString: servers.desk.database.url });
  await client.connect();
  for (let step = 0; step < steps; step += 1) {
    await client.query('BEGIN');
    await pause(random.between(0, 30));
    await client.query(
      `INSERT INTO feedback (case_id, resolution, rating, rating_type, comment, submitted_at)
       VALUES ($1, $2, $3, 'four_star', 'Quick', now()) ON CONFLICT DO NOTHING`,
      [random.pick(cases), random.between(1, 1_000_000), random.between(1, 3)],
    );
    await client.query(
      `UPDATE companies SET name = 'Rated ' || $1 WHERE id = (SELECT id FROM companies ORDER BY random() LIMIT 1 FOR UPDATE SKIP LOCKED)`,
      [random.between(1, 1_000_000)],
    );
    await pause(random.chance(0.2) ? 400 : random.between(0, 60));
    await client.query(random.chance(0.15) ? 'ROLLBACK' : 'COMMIT');
  }
  await client.end();
}

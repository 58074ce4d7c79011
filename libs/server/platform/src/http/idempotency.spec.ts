import { API, applicationsApi, casesApi, isIdempotent, type Route } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { IdempotencySweep } from './idempotency-sweep.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const opening = (subject = 'The grinder is stuck') => ({
  subject,
  text: 'It makes no sound.',
  customer: { address: 'ana@customer.example' },
});
const keyed = () => ({ 'idempotency-key': crypto.randomUUID() });
const open = (headers: Record<string, string>, subject?: string) =>
  desk.as(desk.agent).send(casesApi.open, { body: opening(subject) }, headers);

describe('the same request with the same key', () => {
  it('is carried out once and answered alike', async () => {
    const key = keyed();
    const [first, again] = [await open(key), await open(key)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(await again.json()).toEqual(await first.json());
  });

  it('is told to wait while the first is under way, and tells nobody else anything', async () => {
    const key = keyed();
    const answers = await Promise.all(Array.from({ length: 12 }, () => open(key)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 409)).not.toHaveLength(0);
    expect(statuses.filter((status) => ![201, 409].includes(status))).toEqual([]);

    const ids = await Promise.all(
      answers
        .filter(({ status }) => status === 201)
        .map(async (answer) => ((await answer.json()) as { id: number }).id),
    );
    expect(new Set(ids).size).toBe(1);
    const busy = answers.find(({ status }) => status === 409);
    if (busy) expect(await busy.json()).toMatchObject({ code: 'request.in-progress' });
  });

  it('is not held up by a write that holds the key: it never waits for a lock', async () => {
    const key = crypto.randomUUID();
    const lock = `user:${desk.agent.id} ${key}`;
    await desk.sql.transaction(async () => {
      await desk.sql.row('SELECT pg_advisory_xact_lock(hashtextextended($1, 20))', [lock]);
      const answer = await open({ 'idempotency-key': key });
      expect(answer.status).toBe(409);
      expect(answer.headers.get('retry-after')).toBe('1');
    });
    expect((await open({ 'idempotency-key': key })).status).toBe(201);
  });

  it('with another body is a mistake', async () => {
    const key = keyed();
    await open(key);
    const other = await open(key, 'Something else');
    expect([other.status, await other.json()]).toMatchObject([422, { code: 'request.key-reused' }]);
  });

  it('of somebody else is another request', async () => {
    const key = keyed();
    const mine = (await (await open(key)).json()) as { id: number };
    const hers = await desk.as(desk.administrator).call(casesApi.open, { body: opening() }, key);
    expect(hers.id).not.toBe(mine.id);
  });

  it('is a new one when the first failed', async () => {
    const key = keyed();
    const send = (body: unknown) => desk.as(desk.administrator).send(applicationsApi.create, { body }, key);
    expect((await send({ name: '' })).status).toBe(422);
    expect((await send({ name: crypto.randomUUID() })).status).toBe(201);
  });

  it('is a new one after a day', async () => {
    const key = keyed();
    const first = (await (await open(key)).json()) as { id: number };
    desk.clock.advance(24 * 3_600_000 + 1000);
    expect(((await (await open(key)).json()) as { id: number }).id).not.toBe(first.id);

    desk.clock.advance(24 * 3_600_000 + 1000);
    await desk.running.get(IdempotencySweep).run();
    expect(await desk.sql.row('SELECT FROM idempotency_keys')).toBeUndefined();
  });

  it.each(['', 'k'.repeat(201)])('has a key of 1 to 200 characters, not %j', async (key) => {
    expect((await open({ 'idempotency-key': key })).status).toBe(422);
  });
});

describe('an answer with a secret', () => {
  it('is the same when it is asked for again, and not in the database', async () => {
    const key = keyed();
    const body = { name: crypto.randomUUID() };
    const create = () => desk.as(desk.administrator).call(applicationsApi.create, { body }, key);
    const { secret } = await create();
    expect((await create()).secret).toBe(secret);
    const kept = await desk.sql.rows<{ text: string }>('SELECT k::text AS text FROM idempotency_keys k');
    expect(kept.some(({ text }) => text.includes(secret))).toBe(false);
  });
});

describe('a key', () => {
  it('is taken by every POST of the table, but for sign-ins, here and elsewhere, files, what counts guesses and what only tries', () => {
    const routes = Object.entries(API).flatMap(([noun, named]) =>
      Object.entries<Route>(named).map(([name, route]) => ({ name: `${noun}.${name}`, route })),
    );
    const without = routes
      .filter(({ route }) => route.method === 'POST' && !isIdempotent(route))
      .map(({ name }) => name);
    for (const name of without) {
      expect(name).toMatch(
        /^(session|setup|twoFactor|passwordResets|invitations)\.|\.(upload|attach|insert|check|preview|connect|reconnect|signIn|useKey|checkAgain|sign)$/,
      );
    }
  });
});

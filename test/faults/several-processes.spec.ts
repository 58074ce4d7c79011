import { createRealtime, type Realtime, type RoomNews } from '@bureau/client';
import { casesApi, sessionApi, type CaseSummary } from '@bureau/contracts';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasRedisServer } from '../../libs/server/platform/src/redis/start-test-redis.ts';
import { ApiClient } from '../fixtures/api-client.ts';
import { Installation } from '../fixtures/installation.ts';
import { sendMail } from '../fixtures/mail.ts';
import { createEmptyDatabase, type TestDatabase } from '../setup/test-database.ts';
import { until } from '../setup/until.ts';

/** An agent's screen on one of the processes. */
interface Screen {
  realtime: Realtime;
  news: RoomNews[];
  hears(event: string, caseId: number): Promise<number>;
}

describe.skipIf(!hasRedisServer())('two api processes and a worker, with Redis', () => {
  let database: TestDatabase;
  let bureau: Installation;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    bureau = await Installation.start({
      databaseUrl: database.url,
      redis: true,
      processes: { 'api 1': 'api,support-center', 'api 2': 'api,support-center', worker: 'worker' },
    });
  });
  afterAll(async () => {
    await bureau?.stop();
    await database.drop();
  });

  async function openScreen(on: string, { rooms, cookie }: { rooms: string[]; cookie?: string }): Promise<Screen> {
    const session = cookie ?? (await bureau.signIn(on));
    const realtime = createRealtime({ url: `${bureau.process(on).url}/realtime`, headers: { cookie: session } });
    onTestFinished(() => realtime.close());
    const news: RoomNews[] = [];
    for (const room of rooms) realtime.enter(room, (item) => void news.push(item));
    await until(() => news.length >= rooms.length, { what: `the screen on ${on} is live`, withinMs: 10_000 });
    const heard = (event: string, caseId: number) =>
      news.some((item) => item.kind === 'changed' && item.event === event && item.ids.includes(caseId));
    return {
      realtime,
      news,
      hears: (event, caseId) =>
        until(() => heard(event, caseId), { what: `${event} is heard on ${on}`, withinMs: 10_000, everyMs: 5 }),
    };
  }

  /** The case that a mail with this subject became, as one of the processes shows it. */
  async function caseOf(subject: string, api: ApiClient): Promise<CaseSummary> {
    let found: CaseSummary | undefined;
    const look = async () => {
      const { items } = await api.call(casesApi.list, { query: { limit: 100 } });
      found = items.find((item) => item.subject === subject);
      return found !== undefined;
    };
    await until(look, { what: `"${subject}" is a case`, withinMs: 20_000 });
    return found!;
  }

  const aCustomer = () => `${crypto.randomUUID()}@cafemail.example`;
  const write = async (from = aCustomer()) => {
    const subject = `The grinder is stuck ${crypto.randomUUID()}`;
    await sendMail(bureau.door('worker'), { from, subject });
    return { from, ...(await caseOf(subject, bureau.api('api 2'))) };
  };
  const reply = (api: ApiClient, { id, sequence }: { id: number; sequence: number }, text = 'Clean it with a brush.') =>
    api.call(
      casesApi.reply,
      { params: { caseId: id }, body: { text, sequence } },
      { 'idempotency-key': crypto.randomUUID() },
    );

  it('shows an agent on one what came through the worker and what a colleague changed on the other', async () => {
    const screen = await openScreen('api 1', { rooms: ['cases'] });
    const supportCase = await write();
    await screen.hears('case.opened', supportCase.id);

    const params = { caseId: supportCase.id };
    await bureau.api('api 2').call(casesApi.update, { params, body: { priority: 9 } });
    expect(await screen.hears('case.updated', supportCase.id)).toBeLessThan(1_000);
    expect(await bureau.api('api 1').call(casesApi.get, { params })).toMatchObject({ priority: 9 });
  });

  it('delivers a reply once, and tells both sides of the desk', async () => {
    const supportCase = await write();
    const screen = await openScreen('api 1', { rooms: [`case:${supportCase.id}`] });

    const { messageId } = await reply(bureau.api('api 2'), supportCase);
    await bureau.sandbox.waitForMail(supportCase.from);
    const isSent = async () => {
      const { items } = await bureau
        .api('api 1')
        .call(casesApi.feed, { params: { caseId: supportCase.id }, query: {} });
      return items.some((item) => item.kind === 'message' && item.delivery?.state === 'sent');
    };
    await until(isSent, { what: 'the reply counts as sent', withinMs: 10_000 });
    await screen.hears('delivery.changed', supportCase.id);
    expect(bureau.sandbox.copies(`<${messageId}>`)).toBe(1);
  });

  it('knows on one who signed in on the other', async () => {
    const cookie = await bureau.signIn('api 1');
    const { user } = await new ApiClient(bureau.process('api 2').url, { cookie }).call(sessionApi.whoAmI, {});
    expect(user).toMatchObject({ email: bureau.administrator.email });
  });

  it('shows who is in a case across processes, and forgets who left', async () => {
    const supportCase = await write();
    const room = `case:${supportCase.id}`;
    const [ben, mia] = [await bureau.anAgent('Ben Ito'), await bureau.anAgent('Mia Larsen')];
    const [one, two] = [
      await openScreen('api 1', { rooms: [room], cookie: await bureau.signIn('api 1', ben) }),
      await openScreen('api 2', { rooms: [room], cookie: await bureau.signIn('api 2', mia) }),
    ];
    const people = () => two.realtime.presences.people.get().get(room) ?? [];

    one.realtime.presences.tell(room, 'writing');
    const writing = () => people().some(({ userId, doing }) => userId === ben.id && doing === 'writing');
    await until(writing, { what: 'Mia sees Ben writing', withinMs: 5_000 });
    one.realtime.close();
    await until(() => people().length === 0, { what: 'Ben is gone', withinMs: 5_000 });
  });

  it('ends the sessions and sockets of a person on one who changes the password on the other', async () => {
    const ben = await bureau.anAgent('Ben Ito');
    const screen = await openScreen('api 1', { rooms: ['cases'], cookie: await bureau.signIn('api 1', ben) });
    await bureau.api('api 1', ben).call(sessionApi.whoAmI, {});

    const next = 'another long enough phrase';
    await bureau.api('api 2', ben).call(sessionApi.changePassword, { body: { current: ben.password, next } });
    await until(() => screen.realtime.state.get().kind === 'signed-out', {
      what: 'the screen is signed out',
      withinMs: 5_000,
    });
    expect(await bureau.api('api 1', ben).refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
    await bureau.api('api 1', { ...ben, password: next }).call(sessionApi.whoAmI, {});
  });

  it('loses nothing and doubles nothing when Redis is emptied in mid-work', async () => {
    const redis = new Redis(bureau.redisUrl ?? '');
    onTestFinished(() => redis.disconnect());
    const customers = Array.from({ length: 60 }, aCustomer);
    const subjects = customers.map((_, n) => `Emptied ${n} ${crypto.randomUUID()}`);

    for (const [n, from] of customers.entries()) {
      await sendMail(bureau.door('worker'), { from, subject: subjects[n] ?? '' });
      if (n % 12 === 7) await redis.flushall();
    }
    const api = bureau.api('api 1');
    for (const [n, subject] of subjects.entries()) {
      await reply(api, await caseOf(subject, api));
      if (n % 12 === 5) await redis.flushall();
    }

    const state = async () => {
      const { rows } = await bureau.sql.query<{ state: string; count: string }>(
        `SELECT d.state, count(*) FROM deliveries d JOIN cases c ON c.id = d.case_id WHERE c.subject LIKE 'Emptied%' GROUP BY 1`,
      );
      return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]));
    };
    await until(async () => (await state())['sent'] === subjects.length, {
      what: 'all replies are sent',
      withinMs: 60_000,
      everyMs: 250,
    });
    const { rows } = await bureau.sql.query(`SELECT subject FROM cases WHERE subject LIKE 'Emptied%'`);
    expect(rows.map(({ subject }) => subject).sort()).toEqual([...subjects].sort());
    expect(bureau.sandbox.sentTwice()).toEqual([]);
    for (const customer of customers) expect(await bureau.sandbox.mailsFor(customer)).toHaveLength(1);
  });

  it('goes on when one api process is killed, and its screens catch up when it is back', async () => {
    const screen = await openScreen('api 1', { rooms: ['cases'] });
    await bureau.kill('api 1');
    await until(() => screen.realtime.state.get().kind === 'offline', {
      what: 'the badge says offline',
      withinMs: 5_000,
    });

    const supportCase = await write();
    const params = { caseId: supportCase.id };
    expect(await bureau.api('api 2').call(casesApi.get, { params })).toMatchObject({ subject: supportCase.subject });
    await reply(bureau.api('api 2'), supportCase);
    await bureau.sandbox.waitForMail(supportCase.from);

    await bureau.restart('api 1');
    const caughtUp = () =>
      screen.news.some(({ kind }) => kind === 'gap') && screen.realtime.state.get().kind === 'live';
    expect(await until(caughtUp, { what: 'the screen has caught up', withinMs: 10_000 })).toBeLessThan(5_000);
  });
});

import { sessionApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBrowserOf } from '../../../../../test/fixtures/authenticator.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

describe('my sessions', () => {
  it('say which browser, from where and when, and which is this one', async () => {
    const person = await desk.aUser();
    const { email, password } = person;
    await desk.anybody.send(sessionApi.signIn, { body: { email, password } }, { 'user-agent': 'Telephone/1.0' });
    desk.clock.advance(60_000);
    const { items } = await (await aBrowserOf(desk, person)).call(sessionApi.list, {});

    expect(items).toMatchObject([
      { current: true, network: '127.0.0.1' },
      { current: false, userAgent: 'Telephone/1.0', createdAt: expect.any(String) },
    ]);
  });

  it('are ended one by one: the browser is out with the next request', async () => {
    const person = await desk.aUser();
    const [here, telephone] = [await aBrowserOf(desk, person), await aBrowserOf(desk, person)];
    const { items } = await telephone.call(sessionApi.list, {});
    const sessionId = items.find(({ current }) => current)!.id;

    await here.call(sessionApi.end, { params: { sessionId } });

    expect(await telephone.refusal(sessionApi.whoAmI, {})).toEqual({ status: 401, code: 'session.required' });
    expect(await here.refusal(sessionApi.end, { params: { sessionId } })).toEqual({
      status: 404,
      code: 'session.not-found',
    });
  });

  it('are ended all at once, but for this one', async () => {
    const person = await desk.aUser();
    const [here, telephone] = [await aBrowserOf(desk, person), await aBrowserOf(desk, person)];
    expect(await here.call(sessionApi.endOthers, {})).toEqual({ ended: 1 });
    expect(await telephone.refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
    expect(await here.call(sessionApi.whoAmI, {})).toMatchObject({ user: { id: person.id } });
  });

  it('are nobody else’s to end', async () => {
    const [mine, other] = [await aBrowserOf(desk, await desk.aUser()), await aBrowserOf(desk, await desk.aUser())];
    const [session] = (await mine.call(sessionApi.list, {})).items;
    const refusal = await other.refusal(sessionApi.end, { params: { sessionId: session!.id } });
    expect(refusal).toEqual({ status: 404, code: 'session.not-found' });
    expect(await mine.call(sessionApi.whoAmI, {})).toBeDefined();
  });

  it('remember that they were used, every five minutes', async () => {
    const browser = await aBrowserOf(desk, await desk.aUser());
    const seen = async () => Date.parse((await browser.call(sessionApi.list, {})).items[0]!.lastSeenAt);
    const first = await seen();
    desk.clock.advance(4 * 60_000);
    expect(await seen()).toBe(first);
    desk.clock.advance(2 * 60_000);
    await seen();
    expect((await seen()) - first).toBeGreaterThan(5 * 60_000);
  });
});

describe('the sessions of a user', () => {
  it('are seen and ended by an administrator', async () => {
    const person = await desk.aUser();
    const [one, two, three] = [
      await aBrowserOf(desk, person),
      await aBrowserOf(desk, person),
      await aBrowserOf(desk, person),
    ];
    const admin = desk.as(desk.administrator);
    const userId = person.id;
    const { items } = await admin.call(sessionApi.listOf, { params: { userId } });
    expect(items.map(({ current }) => current)).toEqual([false, false, false]);

    const sessionId = (await one.call(sessionApi.list, {})).items.find(({ current }) => current)!.id;
    await admin.call(sessionApi.endOneOf, { params: { userId, sessionId } });
    expect(await one.refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
    expect(await admin.call(sessionApi.endAllOf, { params: { userId } })).toEqual({ ended: 2 });
    for (const browser of [two, three])
      expect(await browser.refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
  });

  it('are out of reach for colleagues, and for whoever may do less', async () => {
    const refused = { status: 403, code: 'permission.denied' };
    const params = { userId: desk.administrator.id };
    expect(await desk.as(desk.agent).refusal(sessionApi.listOf, { params })).toEqual(refused);
    const manager = desk.as(await desk.aUser({ role: 'administrative-manager' }));
    expect(await manager.refusal(sessionApi.endAllOf, { params })).toEqual({ status: 403, code: 'rights.exceeded' });
  });

  it('are out of reach for whoever sees less than their user', async () => {
    const manager = await desk.aUser({ role: 'administrative-manager' });
    await desk.sql.run(
      `WITH narrow AS (
         INSERT INTO roles (name, permissions, case_scope)
         SELECT 'Narrow', permissions, 'assigned' FROM roles WHERE key = 'administrative-manager' RETURNING id
       ) UPDATE users SET role_id = narrow.id FROM narrow WHERE users.id = $1`,
      [manager.id],
    );
    const params = { userId: desk.agent.id };
    expect(await desk.as(manager).refusal(sessionApi.endAllOf, { params })).toEqual({
      status: 403,
      code: 'rights.exceeded',
    });
  });
});

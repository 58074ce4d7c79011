import { applicationsApi, casesApi, sessionApi, setupApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { RateLimits } from './rate-limits.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

async function aProgram(rateLimit: number) {
  const admin = desk.as(desk.administrator);
  const body = { name: crypto.randomUUID(), rateLimit };
  const { application } = await admin.call(applicationsApi.create, { body });
  const { bearerToken } = await admin.call(applicationsApi.createToken, {
    params: { applicationId: application.id },
    body: { scopes: ['cases:view'] },
  });
  return desk.anybody.with({ authorization: `Bearer ${bearerToken}` });
}

/** Where the clock of the desk is at the beginning of a minute. */
function atTheFullMinute(): void {
  desk.clock.toNextMinute();
}

describe('the limit of an application', () => {
  it('is told with every answer, also with refusals', async () => {
    const program = await aProgram(10);
    atTheFullMinute();
    const answers = [await program.send(casesApi.list, {}), await program.send(sessionApi.list, {})];
    expect(answers.map(({ status }) => status)).toEqual([200, 403]);
    expect(answers.map(({ headers }) => headers.get('ratelimit-limit'))).toEqual(['10', '10']);
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['9', '8']);
    const reset = Number(answers[0]!.headers.get('ratelimit-reset'));
    expect(reset).toBeGreaterThan(0);
    expect(reset).toBeLessThanOrEqual(60);
  });

  it('is exact when all requests come at once, and begins anew with the next minute', async () => {
    const program = await aProgram(10);
    atTheFullMinute();
    const answers = await Promise.all(Array.from({ length: 40 }, () => program.send(casesApi.list, {})));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(refused).toHaveLength(30);
    expect(refused[0]!.headers.get('retry-after')).toBe(refused[0]!.headers.get('ratelimit-reset'));
    expect(await refused[0]!.json()).toMatchObject({ code: 'request.rate-limited' });

    desk.clock.advance(60_000);
    expect((await program.send(casesApi.list, {})).status).toBe(200);
  });

  it('is none for people', async () => {
    const answer = await desk.as(desk.agent).send(casesApi.list, {});
    expect(answer.headers.get('ratelimit-limit')).toBeNull();
  });
});

describe('what is open to everybody', () => {
  it('is open to each network so often', async () => {
    const answer = await desk.anybody.send(setupApi.state, {});
    expect(answer.headers.get('ratelimit-limit')).toBe('600');
  });
});

describe('counting', () => {
  it('does not begin anew for a process whose clock is behind', async () => {
    const limits = desk.running.get(RateLimits);
    await limits.count('application:early', 5);
    desk.clock.advance(60_000);
    await limits.count('application:early', 5);
    desk.clock.advance(-60_000);
    expect(await limits.count('application:early', 5)).toMatchObject({ remaining: 3 });
  });

  it('forgets windows that are over', async () => {
    const limits = desk.running.get(RateLimits);
    await limits.count('application:gone', 5);
    desk.clock.advance(3_600_000);
    await limits.sweep();
    expect(await desk.sql.row("SELECT FROM rate_windows WHERE subject = 'application:gone'")).toBeUndefined();
  });
});

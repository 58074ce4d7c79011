import { describe, expect, it } from 'vitest';
import { startConnected } from './testing/app.ts';

const usageOf = (headers: Headers, name: string) => JSON.parse(headers.get(name) ?? 'null');

describe('limits', () => {
  it('are told with every answer, for the app, the page and the page’s business', async () => {
    const { facebook, graph, page, token, user } = await startConnected();
    facebook.setLimits({ pagePerDay: 4, messengerPerDay: 4 });
    await graph.get(`${page}/feed`, token);
    const { headers } = await graph.get(`${page}/feed`, token);

    expect(usageOf(headers, 'x-app-usage')).toMatchObject({
      call_count: expect.any(Number),
      total_time: expect.any(Number),
    });
    expect(usageOf(headers, 'x-page-usage')).toMatchObject({ call_count: 50 });
    expect(usageOf(headers, 'x-business-use-case-usage')[page]).toMatchObject([
      { type: 'pages', call_count: 50, estimated_time_to_regain_access: 0 },
    ]);
    const messenger = await graph.get(`${page}/conversations`, token);
    expect(usageOf(messenger.headers, 'x-business-use-case-usage')[page]).toMatchObject([
      { type: 'messenger', call_count: 25 },
    ]);
    expect((await graph.get('me', user)).headers.get('x-page-usage')).toBeNull();
  });

  it('refuse what is too much until the time is over, and count who asks meanwhile', async () => {
    const { facebook, graph, page, token } = await startConnected();
    facebook.turnClock({ at: new Date('2026-06-01T10:00:00Z'), stopped: true });
    facebook.setLimits({ pagePerDay: 2 });
    const read = () => graph.get(`${page}/feed`, token);
    await read();
    await read();

    const refused = await read();
    expect(refused.body.error).toMatchObject({ code: 80001 });
    expect(usageOf(refused.headers, 'x-business-use-case-usage')[page][0].estimated_time_to_regain_access).toBe(1440);
    await read();
    expect(facebook.violations().map(({ kind }) => kind)).toEqual(['over-limit', 'asked-while-limited']);
    facebook.turnClock({ advanceMs: 24 * 3_600_000 + 60_000 });
    expect((await read()).status).toBe(200);
  });

  it.each([4, 17, 32, 341, 613, 80001, 80006] as const)('can be played with code %i', async (code) => {
    const { facebook, graph, page, token } = await startConnected();
    facebook.limit({ code, minutes: 5 });
    const { body, headers } = await graph.get(`${page}/feed`, token);

    expect(body.error).toMatchObject({ code, type: 'OAuthException' });
    expect(usageOf(headers, 'x-business-use-case-usage')[page][0].estimated_time_to_regain_access).toBe(5);
    expect(facebook.violations()).toEqual([]);
    facebook.turnClock({ advanceMs: 5 * 60_000 });
    expect((await graph.get(`${page}/feed`, token)).status).toBe(200);
  });

  it('of the app are for calls with a person’s token', async () => {
    const { facebook, graph, user } = await startConnected();
    facebook.setLimits({ appPerHour: 2 });
    await graph.get('me', user);

    expect((await graph.get('me', user)).body.error).toMatchObject({ code: 4 });
  });
});

import { describe, expect, it } from 'vitest';
import { startWorld } from '../testing/desk.ts';

async function startAsking() {
  const { x, url } = await startWorld();
  const { accessToken } = x.grant('larkspurcoffee', [
    'tweet.read',
    'tweet.write',
    'users.read',
    'dm.read',
    'dm.write',
    'media.write',
  ]);
  const ask = async (path: string, init: { method?: string; body?: unknown } = {}) => {
    const response = await fetch(x.url + path, {
      method: init.method ?? 'GET',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: init.body === undefined ? undefined : JSON.stringify(init.body),
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  const control = (path: string, body?: unknown) =>
    fetch(`${url}/__control/x/${path}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  return { x, ask, control };
}

describe('X says no as the real one does', () => {
  it.each([
    ['/2/users/1001/mentions?max_results=500', 'max_results'],
    ['/2/users/1001/mentions?max_results=4', 'max_results'],
    ['/2/users/1001/mentions?since_id=abc', 'since_id'],
    ['/2/users/1001/mentions?pagination_token=zzz', 'pagination_token'],
    ['/2/users/1001/mentions?colour=blue', 'colour'],
    ['/2/users/1001/mentions?tweet.fields=colour', 'tweet.fields'],
    ['/2/tweets?ids=', 'ids'],
    ['/2/tweets?ids=12,notanumber', 'ids'],
    ['/2/tweets/search/recent?query=', 'query'],
    ['/2/tweets/search/recent?query=colour:blue', 'query'],
    ['/2/tweets/search/recent?query=(open', 'query'],
    [`/2/tweets/search/recent?query=${'a'.repeat(513)}`, 'query'],
    ['/2/tweets/search/recent?query=-is:retweet', 'query'],
    ['/2/tweets/search/recent?query=a&max_results=5', 'max_results'],
    ['/2/dm_events?event_types=Sneeze', 'event_types'],
  ])('%s: 400 that repeats %s', async (path, parameter) => {
    const { ask } = await startAsking();
    const { status, body } = await ask(path);

    expect(status).toBe(400);
    expect(body).toMatchObject({
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: 'https://api.x.com/2/problems/invalid-request',
    });
    expect(body.errors[0].parameters).toHaveProperty([parameter]);
  });

  it('knows nobody of that id, and no such path', async () => {
    const { ask } = await startAsking();

    expect(await ask('/2/users/777/mentions')).toMatchObject({
      status: 404,
      body: { title: 'Not Found Error', resource_id: '777' },
    });
    expect(await ask('/2/dm_conversations/with/777/messages', { method: 'POST', body: { text: 'a' } })).toMatchObject({
      status: 404,
    });
    expect(await ask('/2/nothing')).toMatchObject({ status: 404, body: { title: 'Not Found', type: 'about:blank' } });
  });

  it('keeps limits in its headers, and its own time', async () => {
    const { x, ask } = await startAsking();
    x.turnClock({ at: new Date('2026-05-01T10:00:00Z'), stopped: true });
    const { accessToken } = x.grant('larkspurcoffee', ['users.read', 'tweet.read']);
    const { headers } = await fetch(`${x.url}/2/users/me`, { headers: { authorization: `Bearer ${accessToken}` } });

    expect(headers.get('date')).toBe('Fri, 01 May 2026 10:00:00 GMT');
    expect(headers.get('x-rate-limit-limit')).toBe('75');
    expect(headers.get('x-rate-limit-remaining')).toBe('74');
    expect(headers.get('x-rate-limit-reset')).toBe(String(Date.parse('2026-05-01T10:15:00Z') / 1000));
    expect((await ask('/2/users/me')).status).toBe(200);
  });

  it('does not take an upload whose parts do not add up, nor what it cannot show', async () => {
    const { ask } = await startAsking();
    const begin = (media_type: string, total_bytes: number) =>
      ask('/2/media/upload/initialize', { method: 'POST', body: { media_type, total_bytes } });
    const { body } = await begin('image/png', 10);

    expect((await ask(`/2/media/upload/${body.data.id}/finalize`, { method: 'POST' })).status).toBe(400);
    expect((await ask(`/2/media/upload/${body.data.id}/append`, { method: 'POST', body: {} })).status).toBe(400);
    expect((await begin('text/html', 10)).status).toBe(400);
    expect((await begin('image/png', 6_000_000)).status).toBe(400);
  });
});

describe('whatever is asked wrongly of X', () => {
  const json = 'application/json';
  const form = 'multipart/form-data; boundary=x';
  it.each([
    ['GET', '/2/users/__proto__'],
    ['GET', '/2/users/by/username/constructor'],
    ['GET', '/2/tweets/%E0%A4%A'],
    ['GET', '/2/tweets/99999999999999999999'],
    ['POST', '/2/tweets', '{"text": 7}', json],
    ['POST', '/2/tweets', '[]', json],
    ['POST', '/2/tweets', 'no json', json],
    ['POST', '/2/tweets', '{"text": "a", "reply": {"in_reply_to_tweet_id": "x"}}', json],
    ['POST', '/2/tweets', '{"text": "a", "media": {"media_ids": ["__proto__"]}}', json],
    ['PUT', '/2/tweets/1/hidden', '{"hidden": "yes"}', json],
    ['POST', '/2/users/1001/likes', '{"tweet_id": {}}', json],
    ['POST', '/2/users/1001/following', '{"target_user_id": "x"}', json],
    ['POST', '/2/dm_conversations/with/x/messages', '{"text": "a"}', json],
    ['POST', '/2/dm_conversations/1001-1001/messages', '{"text": "a"}', json],
    ['GET', '/2/dm_conversations/x-1001/dm_events'],
    ['POST', '/2/media/upload/initialize', '{"media_type": "constructor", "total_bytes": 1}', json],
    ['POST', '/2/media/upload/1/append', 'no form', form],
    ['GET', '/2/media/upload?command=STATUS'],
    ['POST', '/2/oauth2/token', '{"grant_type": {}}', json],
    ['POST', '/2/webhooks', '{"url": 7}', json],
    ['POST', '/2/activity/subscriptions', '{"event_type": "sneeze"}', json],
    ['GET', '/2/tweets/search/stream/rules?x=%'],
  ])('is refused, never a failure of ours: %s %s %s', async (method, path, body?: string, type?: string) => {
    const { x } = await startWorld();
    const { appKey, bearer } = x.app;
    const scopes = ['tweet.read', 'tweet.write', 'users.read', 'dm.read', 'dm.write', 'media.write', 'like.write'];
    const granted = x.grant('larkspurcoffee', [...scopes, 'follows.write', 'tweet.moderate.write']).accessToken;
    for (const authorization of [`Bearer ${granted}`, `Bearer ${bearer}`, `OAuth oauth_consumer_key="${appKey}%"`]) {
      const headers = { authorization, ...(type && { 'content-type': type }) };
      const { status } = await fetch(x.url + path, { method, headers, body });
      expect(status === 200 ? [path] : [status]).not.toContain(500);
    }
  });
});

describe('the control plane of X', () => {
  it('does what a person does, and says why it cannot', async () => {
    const { x, control } = await startAsking();
    const posted = await control('user-action', { kind: 'post', as: 'mayapaddles', text: '@larkspurcoffee hi' });
    const closed = await control('user-action', {
      kind: 'message',
      as: 'larkspurcoffee',
      to: 'omar_qahwa',
      text: 'hi',
    });

    expect(posted.status).toBe(201);
    expect(x.posts('mayapaddles')).toHaveLength(1);
    expect(await closed.json()).toMatchObject({
      status: 409,
      title: 'You do not have permission to DM one or more participants.',
    });
    expect((await control('user-action', { kind: 'post', as: 'nobody', text: 'hi' })).status).toBe(404);
    expect((await control('user-action', { kind: 'sneeze' })).status).toBe(422);
  });

  it('breaks and mends, limits, revokes, and tells what was asked', async () => {
    const { x, ask, control } = await startAsking();
    await control('fault', { path: '/2/users/me', times: 1, effect: { kind: 'html' } });
    const broken = await fetch(`${x.url}/2/users/me`);
    expect(broken.status).toBe(503);
    await control('limit', { endpoint: 'GET /2/users/me', as: 'larkspurcoffee' });
    expect((await ask('/2/users/me')).status).toBe(429);
    expect((await ask('/2/users/me')).status).toBe(429);
    expect((await (await control('violations')).json()).items).toHaveLength(1);
    await control('token', { as: 'larkspurcoffee', how: 'revoke' });
    expect((await ask('/2/users/me')).status).toBe(401);
    const { items } = await (await control('log')).json();
    expect(items.map(({ status }: { status: number }) => status)).toEqual([503, 429, 429, 401]);

    await control('down', { down: true });
    await expect(ask('/2/users/me')).rejects.toThrow();
    await control('reset', {});
    expect((await ask('/2/users/me')).status).toBe(401);
    expect(x.posts()).toEqual([]);
  });
});

it('says in one line that the port of X is taken', async () => {
  const { x } = await startWorld();

  await expect(startWorld({ xPort: x.port })).rejects.toThrow(
    `Port ${x.port} is taken. Stop the program that uses it, or set BUREAU_SANDBOX_X_PORT to a free port.`,
  );
});

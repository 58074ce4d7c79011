import { describe, expect, it } from 'vitest';
import { newFolder, startWorld } from '../testing/desk.ts';
import { LARKSPUR_PAGE } from './defaults.ts';
import { proofOf, startConnected, startFacebook, startHook } from './testing/app.ts';

const photo = { fileName: 'a.png', contentType: 'image/png', base64: Buffer.from('a picture').toString('base64') };

describe('the world of Facebook', () => {
  it('is the same after a restart: tokens, posts, pictures and subscriptions', async () => {
    const dataDir = newFolder();
    const before = await startFacebook(dataDir);
    const token = before.facebook.authority.connect('noor');
    const hook = await startHook();
    await before.facebook.authority.dashboard({ callbackUrl: hook.url, verifyToken: 'verify-me' });
    const post = before.facebook.play.post({ as: 'ana', page: LARKSPUR_PAGE, message: 'Hi', attachments: [photo] });
    before.facebook.turnClock({ advanceMs: 3_600_000 });
    await before.provider.stop();

    const { facebook, graph } = await startFacebook(dataDir);
    const { body } = await graph.get(post.id, token, { fields: 'message,full_picture' });
    expect(body.message).toBe('Hi');
    expect(await (await fetch(body.full_picture)).text()).toBe('a picture');
    expect(facebook.look().app.subscriptions).toMatchObject([{ callbackUrl: hook.url }]);
    expect(facebook.clock.ms()).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it('begins anew when it is reset, and old tokens stay dead', async () => {
    const { graph, token, page } = await startConnected();
    const sandbox = await startWorld();
    const old = sandbox.facebook.authority.connect('noor');
    sandbox.facebook.play.post({ as: 'ana', page, message: 'Hi' });
    await fetch(`${sandbox.url}/__control/facebook/reset`, { method: 'POST', body: '{}' });

    expect(sandbox.facebook.postsOn(page)).toEqual([]);
    const gone = await graph.get(`${sandbox.facebook.url}/v25.0/me?access_token=${old}`);
    expect(gone.body.error).toMatchObject({ code: 190, error_subcode: 467 });
    expect((await graph.get('me', token)).status).toBe(200);
  });

  it('goes down and comes back with everything', async () => {
    const { facebook, graph, token, page } = await startConnected();
    facebook.play.post({ as: 'ana', page, message: 'Hi' });
    await facebook.goDown();
    await expect(graph.get('me', token)).rejects.toThrow();
    await facebook.comeBack();

    expect((await graph.get(`${page}/feed`, token)).body.data).toHaveLength(1);
  });

  it('may lose an answer after it was posted, as any service may', async () => {
    const { facebook, graph, token, page } = await startConnected();
    const post = facebook.play.post({ as: 'ana', page, message: 'Hi' });
    facebook.fault({ method: 'POST', path: '/v25.0/*', times: 1, effect: { kind: 'lose-answer' } });
    await expect(graph.post(`${post.id}/comments`, token, { message: 'Hello' })).rejects.toThrow();

    const query = {
      order: 'reverse_chronological',
      filter: 'stream',
      fields: 'id,from,message,created_time',
      limit: 100,
    };
    const { body } = await graph.get(`${post.id}/comments`, token, query);
    expect(body.data).toMatchObject([{ message: 'Hello', from: { id: page } }]);
  });
});

describe('whatever is asked wrongly', () => {
  it.each([
    ['GET', '__proto__'],
    ['GET', 'constructor/feed'],
    ['GET', 'toString/comments'],
    ['POST', '__proto__/comments'],
    ['DELETE', 'constructor'],
    ['GET', '%E0%A4%A/feed'],
    ['GET', 'me/__proto__'],
    ['POST', 'me/messages'],
    ['POST', 'me/feed'],
    ['POST', 'me/photos'],
    ['GET', 'oauth/access_token'],
    ['GET', 'debug_token'],
    ['GET', ''],
  ])('is refused in Facebook’s own words: %s %s', async (method, path) => {
    const { facebook, token } = await startConnected();
    const form = 'multipart/form-data; boundary=x';
    const query = `access_token=${token}&appsecret_proof=${proofOf(token)}`;
    const init = method === 'POST' ? { body: 'no form', headers: { 'content-type': form } } : {};
    const response = await fetch(`${facebook.url}/v25.0/${path}?${query}`, { method, ...init });

    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect((await response.json()).error).toMatchObject({ message: expect.any(String), code: expect.any(Number) });
  });

  it('finds no person, token or code by what every object inherits', async () => {
    const { facebook, graph, page, token } = await startConnected();

    expect((await graph.get('me', 'constructor')).body.error).toMatchObject({ code: 190 });
    const recipient = { comment_id: '__proto__' };
    expect(
      (await graph.post(`${page}/messages`, token, { recipient, message: { text: 'x' } })).body.error,
    ).toMatchObject({ code: 100 });
    expect((await graph.post(`${page}/comments`, token, { message: 'x' })).body.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
    expect(() => facebook.play.post({ as: 'constructor', page, message: 'x' })).toThrow(/Nobody/);
  });
});

describe('the control routes', () => {
  async function startControl() {
    const sandbox = await startWorld({ consoleUrl: 'http://127.0.0.1:9' });
    const call = async (name: string, given?: object) => {
      const init = given && { method: 'POST', body: JSON.stringify(given) };
      const response = await fetch(`${sandbox.url}/__control/facebook/${name}`, init);
      return { status: response.status, body: await response.json() };
    };
    return { facebook: sandbox.facebook, call, sandbox };
  }

  it('let a test do whatever a person can', async () => {
    const { call } = await startControl();
    const post = await call('posts', { as: 'ana', page: LARKSPUR_PAGE, message: 'Hi', attachments: [photo] });
    const comment = await call('comments', { as: 'page', on: post.body.id, message: 'Hello' });
    await call('edit', { id: comment.body.id, message: 'Hello Ana' });
    await call('react', { as: 'ana', id: comment.body.id, type: 'love' });
    await call('messages', { as: 'ana', page: LARKSPUR_PAGE, text: 'In private' });
    await call('people', { id: 'new-one', name: 'New One' });

    const [shown] = (await call(`pages/${LARKSPUR_PAGE}/posts`)).body.items;
    expect(shown).toMatchObject({
      id: post.body.id,
      comments: [{ message: 'Hello Ana', reactions: [{ by: 'Ana Ferreira' }] }],
    });
    expect((await call('conversations?person=ana')).body.items).toMatchObject([
      { window: 'open', messages: [{ text: 'In private' }] },
    ]);
    expect((await call('world')).body.people).toContainEqual(
      expect.objectContaining({ id: 'new-one', connected: false }),
    );
  });

  it('name what is wrong', async () => {
    const { call } = await startControl();

    expect(await call('posts', { as: 'nobody', page: LARKSPUR_PAGE, message: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'person' }] },
    });
    expect(await call('posts', { as: 'ana', page: '1', message: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'page' }] },
    });
    expect(await call('posts', { as: 'ana', page: LARKSPUR_PAGE })).toMatchObject({
      status: 409,
      body: { code: 'refused' },
    });
    expect(await call('comments', { as: 'ana', on: '1_1', message: 'x' })).toMatchObject({ status: 409 });
    expect(await call('tokens', { person: 'noor', kind: 'tickle' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'kind' }] },
    });
    expect(await call('tokens', { person: 'nobody', kind: 'expire' })).toMatchObject({ status: 404 });
    expect(await call('permissions', { person: 'tom', permission: 'email', granted: true })).toMatchObject({
      status: 409,
    });
    expect(await call('dashboard', { callbackUrl: 'http://127.0.0.1:1/x', verifyToken: 'x' })).toMatchObject({
      status: 409,
    });
    expect(await call('pages/1/posts')).toMatchObject({ status: 404 });
  });

  it('know where the desk listens when the sandbox was told, and show pictures on their own port', async () => {
    const { call, sandbox } = await startControl();

    const { body } = await call('world');
    expect(body.app.subscriptions).toMatchObject([
      { object: 'page', callbackUrl: 'http://127.0.0.1:9/hooks/facebook' },
    ]);
    const picture = await fetch(sandbox.url + body.people[0].pictureUrl);
    expect(picture.headers.get('content-type')).toBe('image/png');
    const post = sandbox.facebook.play.post({
      as: 'ana',
      page: LARKSPUR_PAGE,
      message: 'evil',
      attachments: [{ ...photo, fileName: 'a.html', contentType: 'text/html' }],
    });
    const file = await fetch(`${sandbox.url}/__control/facebook/media/${post.media[0]}`);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
  });
});

import { API, type Route } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';

let desk: TestDesk;
let cookie: string;
let setCookie: string;
beforeAll(async () => {
  desk = await startTestDesk();
  const { email, password } = desk.administrator;
  const answer = await desk.anybody.send(API.session.signIn, { body: { email, password } });
  setCookie = answer.headers.get('set-cookie')!;
  cookie = setCookie.split(';')[0]!;
});
afterAll(() => closeDesk(desk));

const writes: [name: string, route: Route][] = Object.values(API)
  .flatMap((nouns): Route[] => Object.values(nouns))
  .filter(({ method }) => method !== 'GET')
  .map((route) => [`${route.method} ${route.path}`, route]);

const FOREIGN: Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1' },
];

describe('a page of another site', () => {
  it.each(writes)('cannot make my browser send %s', async (_, route) => {
    const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, 1]));
    for (const headers of FOREIGN) {
      const answer = await desk.anybody.with({ cookie }).send(route, { params, body: {} }, headers);
      expect([headers, answer.status, (await answer.json()) as unknown]).toMatchObject([
        headers,
        403,
        { code: 'request.cross-site' },
      ]);
    }
  });

  it('cannot sign my browser in as somebody else (login CSRF)', async () => {
    const { email, password } = desk.agent;
    const body = { email, password };
    const answer = await desk.anybody.send(API.session.signIn, { body }, { 'sec-fetch-site': 'cross-site' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'cannot send JSON as a form of type %j, which needs no permission of ours',
    async (type) => {
      const { email, password } = desk.agent;
      const answer = await desk.anybody.fetch('/api/v3/session', {
        method: 'POST',
        headers: type === '' ? {} : { 'content-type': type },
        body: Buffer.from(JSON.stringify({ email, password })),
      });
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([expect.any(Number), null]);
      expect([400, 415, 422]).toContain(answer.status);
    },
  );

  it('is given no answer that it may read: there is no CORS', async () => {
    const headers = { cookie, origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    for (const method of ['OPTIONS', 'GET']) {
      const answer = await desk.anybody.fetch('/api/v3/cases', { method, headers });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('cannot put the desk into a frame', async () => {
    for (const path of ['/api/v3/session', '/health/live', '/', '/support']) {
      const answer = await desk.anybody.fetch(path);
      expect([path, answer.headers.get('x-frame-options')]).toEqual([path, 'DENY']);
    }
  });

  it('does not receive the cookie with what it embeds', () => {
    expect(setCookie).toMatch(/; HttpOnly/i);
    expect(setCookie).toMatch(/; SameSite=(Lax|Strict)/i);
    expect(setCookie).toMatch(/; Path=\//);
    expect(setCookie).not.toMatch(/; Domain=/i);
  });
});

describe('over https', () => {
  it('the cookie never travels in the clear', async () => {
    const secure = await startTestDesk({ env: { BUREAU_PUBLIC_URL: 'https://desk.example' } });
    try {
      const { email, password } = secure.agent;
      const answer = await secure.anybody.send(API.session.signIn, { body: { email, password } });
      expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
    } finally {
      await closeDesk(secure);
    }
  });
});

describe('an address of ours', () => {
  it.each([
    ...[
      '//evil.example',
      '/\\evil.example',
      '/%2F%2Fevil.example',
      '/?next=https://evil.example',
      '/sign-in?to=//evil',
    ],
    ...['/api/v3/session?redirect=https://evil.example', '/https://evil.example', '/%0d%0aLocation:%20https://evil'],
    ...['/support?return_to=https://evil.example', '/assets//evil.example/..', '/health/live?url=//evil.example'],
  ])('%s sends nobody elsewhere', async (path) => {
    const answer = await fetch(`${desk.url}${path}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.status < 300 || answer.status >= 400).toBe(true);
  });
});

import { renderMetrics } from '@bureau/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit, type Visited } from '../../../../../test/fixtures/center.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aVisitor } from '../question/visitor.fixture.ts';

let desk: TestDesk;
let center: { id: number; slug: string };
let home: string;
beforeAll(async () => {
  desk = await startTestDesk();
  center = await aCenter(desk, { name: 'Tern', host: 'help.tern.example', languages: ['en', 'de'] });
  home = `/support/${center.slug}`;
});
afterAll(() => closeDesk(desk));

/** Without what differs between any two answers. */
const lasting = ({ headers }: Visited) => {
  const { 'x-request-id': requestId, date: _, ...rest } = headers;
  expect(requestId).toMatch(/^[\da-f-]{36}$/);
  return rest;
};

describe('a page that is kept', () => {
  it('comes with every header that it came with when it was drawn', async () => {
    const drawn = await visit(desk, home);
    const kept = await visit(desk, home);
    expect(kept.text).toBe(drawn.text);
    expect(lasting(kept)).toEqual(lasting(drawn));
    expect(kept.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'private, no-cache',
    });
    expect(kept.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('is not sent again to whoever has it, and without its text to whoever asks for the headers alone', async () => {
    const first = await visit(desk, `${home}/customer/portal`, { method: 'HEAD' });
    expect(lasting(await visit(desk, `${home}/customer/portal`))).toEqual(lasting(first));
    const { headers, text } = await visit(desk, home);
    const again = await visit(desk, home, { headers: { 'if-none-match': String(headers['etag']) } });
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', headers['etag']]);
    const head = await visit(desk, home, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });

  it('is that of the host, the language and the reader who asks', async () => {
    await visit(desk, home);
    await visit(desk, home, { language: 'de' });
    expect((await visit(desk, home, { language: 'de' })).text).toContain('<html lang="de">');
    const own = { host: 'help.tern.example' };
    await visit(desk, '/', own);
    expect((await visit(desk, '/', own)).text).toContain('href="/"');
    const { cookie } = await aVisitor(desk, center.id);
    const signedIn = await visit(desk, home, { cookie });
    expect(signedIn.headers['cache-control']).toBe('private, no-store');
    expect((await visit(desk, home)).text).not.toContain('/customer/logout');
  });

  it('is counted among the requests, by the route that drew it', async () => {
    const counted = async () =>
      Number(
        /request_seconds_count\{method="GET",route="\/support\/:brandSlug",status="200"\} (\d+)/.exec(
          (await renderMetrics()).body,
        )?.[1] ?? 0,
      );
    await visit(desk, home);
    const before = await counted();
    await visit(desk, home);
    expect(await counted()).toBe(before + 1);
  });
});

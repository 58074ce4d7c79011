import { readdir } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { casesApi, imagesApi, intakeApi, type Attachment } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import { sendMail } from '../fixtures/mail.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

interface File {
  filename: string;
  content: string | Buffer;
  contentType?: string;
}

/** Sends files in one mail; gives them as the feed names them. */
async function attach(files: File[]): Promise<Attachment[]> {
  await sendMail(desk, {
    from: `${crypto.randomUUID()}@customer.example`,
    text: crypto.randomUUID(),
    attachments: files,
  });
  await desk.drain();
  const agent = desk.as(desk.agent);
  const { items } = await agent.call(intakeApi.list, { query: { limit: 1 } });
  const feed = await agent.call(casesApi.feed, { params: { caseId: items[0]!.caseId! } });
  return feed.items.flatMap((item) => (item.kind === 'message' ? item.attachments : []));
}

const SCRIPT = '<script>top.attacked=1</script>';
const ACTIVE: File[] = [
  {
    filename: 'a.svg',
    contentType: 'image/svg+xml',
    content: `<svg xmlns="http://www.w3.org/2000/svg" onload="x()">${SCRIPT}</svg>`,
  },
  { filename: 'a.html', contentType: 'text/html', content: SCRIPT },
  { filename: 'a.xhtml', contentType: 'application/xhtml+xml', content: SCRIPT },
  { filename: 'a.xml', contentType: 'text/xml', content: `<?xml version="1.0"?><x>${SCRIPT}</x>` },
  { filename: 'a.pdf', contentType: 'application/pdf', content: '%PDF-1.4 /JavaScript' },
  { filename: 'a.js', contentType: 'text/javascript', content: 'top.attacked=1' },
  { filename: 'a.swf', contentType: 'application/x-shockwave-flash', content: 'FWS' },
  { filename: 'a.mht', contentType: 'multipart/related', content: SCRIPT },
  { filename: 'a.png', contentType: 'image/png; charset=x', content: SCRIPT },
  { filename: 'a.gif', contentType: 'IMAGE/SVG+XML', content: SCRIPT },
  { filename: 'a.txt', contentType: 'text/plain', content: SCRIPT },
  { filename: 'a', contentType: 'x-bad/type\t;name="text/html"', content: SCRIPT },
];

describe('S17: a file that could run', () => {
  it('is downloaded as bytes, never shown as a page, whatever type it claims', async () => {
    const attachments = await attach(ACTIVE);
    expect(attachments).toHaveLength(ACTIVE.length);
    for (const { url, fileName } of attachments) {
      const { headers } = await desk.as(desk.agent).fetch(url);
      const drawn = headers.get('content-disposition')!.startsWith('inline');
      expect([fileName, headers.get('x-content-type-options')]).toEqual([fileName, 'nosniff']);
      expect([fileName, headers.get('content-security-policy')]).toEqual([fileName, "default-src 'none'; sandbox"]);
      if (!drawn) expect([fileName, headers.get('content-type')]).toEqual([fileName, 'application/octet-stream']);
      else
        expect([fileName, headers.get('content-type')]).toEqual([
          fileName,
          expect.stringMatching(/^image\/(png|gif)$/),
        ]);
      expect(headers.get('set-cookie')).toBeNull();
    }
  });
});

/** Each nasty beginning before each nasty end. */
const BEGINNINGS = [
  '',
  '..',
  '../',
  '..\\',
  '/etc/',
  'C:\\',
  '\u202e',
  '\u200b',
  '\ufeff',
  'con',
  '.htaccess',
  '%2e%2e%2f',
  '~',
  '-rf ',
  '\u2067',
  'nul.',
];
const ENDS = [
  'a.png',
  '.php',
  'x.svg.',
  'x.pht\u200b',
  'a"b',
  "a'b",
  'a;b=c',
  'a\r\nb',
  'a\u2028b',
  'ü\u{1f600}',
  'x'.repeat(300),
  'a%00b',
  '',
  'a\tb',
  '\ud800',
  'a.exe .',
  'a.txt::$DATA',
  'a.p\u2066hp',
  'a\u0085b',
];
const NAMES = BEGINNINGS.flatMap((beginning) => ENDS.map((end) => beginning + end));

describe('S18: the name of a file', () => {
  it('is a label and no more: three hundred hostile ones come through, each in one header of its own', async () => {
    const agent = desk.as(desk.agent);
    const content = crypto.randomUUID();
    for (let at = 0; at < NAMES.length; at += 50) {
      const names = NAMES.slice(at, at + 50);
      const attachments = await attach(names.map((filename) => ({ filename, content })));
      expect(attachments).toHaveLength(names.length);
      for (const { url, fileName } of attachments) {
        const answer = await agent.fetch(url);
        const disposition = answer.headers.get('content-disposition')!;
        expect([fileName, disposition]).toEqual([
          fileName,
          expect.stringMatching(/^(inline|attachment); filename="[^"\\/%;]{1,150}"; filename\*=UTF-8''[\w.~%!-]*$/),
        ]);
        expect(await answer.text()).toBe(content);
      }
    }
    // Kept under the hash of their bytes: no name of theirs is the name of a file of ours.
    const kept = await readdir(desk.dataDir, { recursive: true, withFileTypes: true });
    const names = kept.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(names.filter((name) => name !== 'secret' && !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
  });
});

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A server of the internet, as far as the desk knows: the operator has allowed its origin. */
async function aPictureServer(answer: RequestListener) {
  const asked: { url: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const origin = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  const viewing = await startTestDesk({ env: { BUREAU_OUTBOUND_ORIGINS: origin } });
  onTestFinished(async () => {
    await closeDesk(viewing);
    server.close();
    server.closeAllConnections();
  });
  return { origin, asked, viewing };
}

describe('S21, S47: a remote image', () => {
  it('is fetched once by the desk, which tells nothing about the reader', async () => {
    const { origin, asked, viewing } = await aPictureServer((_, response) => response.end(PIXEL));
    const agent = viewing
      .as(viewing.agent)
      .with({ cookie: 'bureau_session=x', referer: 'https://desk.example/cases/1' });

    for (let reader = 0; reader < 3; reader++) {
      const answer = await agent.send(imagesApi.remote, { query: { url: `${origin}/open.gif?id=7` } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif']);
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(PIXEL);
    }

    expect(asked).toHaveLength(1);
    expect(Object.keys(asked[0]!.headers)).not.toEqual(expect.arrayContaining(['cookie']));
    for (const name of ['cookie', 'referer', 'authorization', 'x-forwarded-for']) {
      expect(asked[0]!.headers[name]).toBeUndefined();
    }
  });

  it.each([
    ['HTML', 'image/png', '<html><script>x()</script>'],
    ['SVG', 'image/svg+xml', '<svg onload="x()"/>'],
    ['a secret in JSON', 'image/gif', '{"aws":"secret"}'],
    ['nothing', 'image/gif', ''],
  ])('is refused when it is %s under the name of a picture', async (_, type, body) => {
    const { origin, viewing } = await aPictureServer((_request, response) =>
      response.setHeader('content-type', type).end(body),
    );
    const refusal = await viewing.as(viewing.agent).refusal(imagesApi.remote, { query: { url: `${origin}/x` } });
    expect(refusal).toEqual({ status: 404, code: 'image.refused' });
  });

  it.each([
    'http://127.0.0.1:1/x.png',
    'http://localhost/x.png',
    'http://[::1]/x.png',
    'http://[::ffff:10.0.0.1]/x.png',
    'http://169.254.169.254/latest/meta-data/iam',
    'http://10.0.0.1/x.png',
    'http://0.0.0.0/x.png',
    'http://2130706433/x.png',
    'http://user:pw@127.0.0.1/x.png',
  ])('at %s is refused like any other that cannot be had', async (url) => {
    expect(await desk.as(desk.agent).refusal(imagesApi.remote, { query: { url } })).toEqual({
      status: 404,
      code: 'image.refused',
    });
  });

  it('of this very desk is refused', async () => {
    const url = `${desk.url}/api/v3/session`;
    expect(await desk.as(desk.agent).refusal(imagesApi.remote, { query: { url } })).toMatchObject({ status: 404 });
  });

  it.each([
    'file:///etc/passwd',
    'ftp://x.example/x',
    'data:image/png;base64,AA==',
    'javascript:x',
    '//x.example/a',
    '',
  ])('with the address %j is no image at all', async (url) => {
    expect(await desk.as(desk.agent).refusal(imagesApi.remote, { query: { url } })).toMatchObject({ status: 422 });
  });

  it('is fetched for nobody without a session', async () => {
    const { origin, asked, viewing } = await aPictureServer((_, response) => response.end(PIXEL));
    const refusal = await viewing.anybody.refusal(imagesApi.remote, { query: { url: `${origin}/x` } });
    expect([refusal.status, asked.length]).toEqual([401, 0]);
  });
});

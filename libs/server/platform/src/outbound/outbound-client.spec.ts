import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { OutboundClient } from './outbound-client.ts';
import { OutboundRefused } from './outbound-refused.ts';

const LIMITS = { maxBytes: 1000, timeoutMs: 2000 };
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A server on this machine, reached by name as if it were somewhere on the internet. */
async function aServer(answer: RequestListener) {
  const seen: { url: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { origin: `http://pictures.example:${port}`, port, seen };
}

/** Names that lead to this machine only where the operator allowed their origin. */
const client = (...exemptOrigins: string[]) =>
  new OutboundClient({ exemptOrigins, resolve: async () => [{ address: '127.0.0.1', family: 4 }] });

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof OutboundRefused ? error.reason : error),
  );

describe('asking a server that a stranger named', () => {
  it('brings its body', async () => {
    const { origin } = await aServer((_, response) => response.setHeader('content-type', 'image/png').end('picture'));

    const answer = await client(origin).get(`${origin}/a.png`, LIMITS);

    expect(answer).toMatchObject({ url: `${origin}/a.png`, contentType: 'image/png', body: Buffer.from('picture') });
  });

  it('says nothing about who asks', async () => {
    const { origin, seen } = await aServer((_, response) => response.end('x'));
    await client(origin).get(origin, LIMITS);

    expect(Object.keys(seen[0]!.headers).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it.each([
    ['the loopback address', 'http://127.0.0.1:1/'],
    ['its short form', 'http://127.1/'],
    ['its number', 'http://2130706433/'],
    ['its hexadecimal form', 'http://0x7f000001/'],
    ['its octal form', 'http://0177.0.0.1/'],
    ['full-width digits', 'http://１２７.0.0.1/'],
    ['IPv6 loopback', 'http://[::1]/'],
    ['mapped IPv4', 'http://[::ffff:169.254.169.254]/'],
    ['the metadata service', 'http://169.254.169.254/latest/meta-data/'],
    ['a private network', 'https://10.1.2.3/'],
    ['a name that leads to this machine', 'http://localtest.example/'],
  ])('refuses %s', async (_, url) => {
    expect(await refusal(client().get(url, LIMITS))).toBe('address');
  });

  it.each(['ftp://pictures.example/', 'file:///etc/passwd', 'gopher://pictures.example/', 'data:image/png;base64,AA'])(
    'refuses %s',
    async (url) => expect(await refusal(client().get(url, LIMITS))).toBe('scheme'),
  );

  it('refuses a name that has one public and one private address', async () => {
    const mixed = new OutboundClient({
      resolve: async () => [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    });
    expect(await refusal(mixed.get('http://mixed.example/', LIMITS))).toBe('address');
  });

  it('asks for the address of a name once, so that a second answer cannot lead elsewhere', async () => {
    const { origin, seen } = await aServer((_, response) => response.end('x'));
    let asked = 0;
    const rebinding = new OutboundClient({
      exemptOrigins: [origin],
      resolve: async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
    });

    await rebinding.get(origin, LIMITS);

    expect({ asked, requests: seen.length }).toEqual({ asked: 1, requests: 1 });
  });

  it('follows a redirect, and checks where it leads', async () => {
    const inside = await aServer((_, response) => response.end('secret'));
    const outside = await aServer((request, response) => {
      const to = request.url === '/inside' ? `http://127.0.0.1:${inside.port}/` : '/end';
      if (request.url === '/end') response.end('arrived');
      else response.writeHead(302, { location: to }).end();
    });

    const asked = client(outside.origin);
    expect((await asked.get(`${outside.origin}/start`, LIMITS)).body.toString()).toBe('arrived');
    expect(await refusal(asked.get(`${outside.origin}/inside`, LIMITS))).toBe('address');
    expect(inside.seen).toEqual([]);
  });

  it('gives up on a circle of redirects', async () => {
    const { origin, seen } = await aServer((_, response) => response.writeHead(302, { location: '/again' }).end());
    expect(await refusal(client(origin).get(origin, LIMITS))).toBe('redirects');
    expect(seen).toHaveLength(4);
  });

  it('reads no more than was allowed, whatever the server announces', async () => {
    const { origin } = await aServer((request, response) => {
      if (request.url === '/honest') response.setHeader('content-length', 5000);
      response.end(Buffer.alloc(5000));
    });
    expect(await refusal(client(origin).get(`${origin}/honest`, LIMITS))).toBe('too-large');
    expect(await refusal(client(origin).get(`${origin}/silent`, LIMITS))).toBe('too-large');
  });

  it('does not wait for a server that drips', async () => {
    const { origin } = await aServer((_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await refusal(client(origin).get(origin, { maxBytes: 1000, timeoutMs: 200 }))).toBe('unreachable');
  });

  it('does not unpack what is compressed', async () => {
    const { origin } = await aServer((_, response) => response.setHeader('content-encoding', 'gzip').end('x'));
    expect(await refusal(client(origin).get(origin, LIMITS))).toBe('content');
  });

  it('takes no other answer than 200, and no credentials in the address', async () => {
    const { origin } = await aServer((_, response) => response.writeHead(404).end());
    expect(await refusal(client(origin).get(origin, LIMITS))).toBe('status');
    expect(await refusal(client(origin).get('http://user:pw@pictures.example/', LIMITS))).toBe('credentials');
  });
});

describe('posting to a program that an administrator named', () => {
  const POST = { body: '{"case":1}', headers: { 'content-type': 'application/json' }, headBytes: 10, timeoutMs: 2000 };

  it('brings its status and the beginning of its words', async () => {
    const { origin, seen } = await aServer((_, response) => response.writeHead(500).end('something long went wrong'));

    expect(await client(origin).post(`${origin}/desk`, POST)).toEqual({ status: 500, head: 'something ' });
    expect(seen[0]).toMatchObject({
      url: '/desk',
      headers: { 'content-type': 'application/json', 'content-length': '10' },
    });
  });

  it('goes nowhere else', async () => {
    const { origin, seen } = await aServer((_, response) => response.writeHead(307, { location: '/other' }).end());

    expect(await client(origin).post(origin, POST)).toMatchObject({ status: 307 });
    expect(seen).toHaveLength(1);
  });

  it('does not wait for ever', async () => {
    const { origin } = await aServer(() => undefined);
    expect(await refusal(client(origin).post(origin, { ...POST, timeoutMs: 100 }))).toBe('unreachable');
  });

  it('reaches no private address', async () => {
    const { origin, seen } = await aServer((_, response) => response.end());
    expect(await refusal(client().post(origin, POST))).toBe('address');
    expect(seen).toEqual([]);
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveConsole } from './serve-console.ts';

const SCRIPT = 'console.log("the desk");\n'.repeat(200);
let framed = async (): Promise<string[]> => [];
let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-console-'));
  const assets = join(folder, 'assets');
  await mkdir(assets);
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Bureau</title>');
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(assets, 'start-1a2b.js'), SCRIPT);
  await writeFile(join(assets, 'start-1a2b.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(assets, 'start-1a2b.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(assets, 'small-3c4d.js'), 'export {};');
  server = Fastify();
  serveConsole(server, folder, () => framed());
  await server.ready();
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function ask(url: string, accepts = 'gzip, deflate, br') {
  return server.inject({ url, headers: { 'accept-encoding': accepts } });
}

describe('the files of the console', () => {
  it('leave as small as the browser can read them', async () => {
    const brotli = await ask('/assets/start-1a2b.js');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers['content-type']).toContain('application/javascript');
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(SCRIPT);

    const gzip = await ask('/assets/start-1a2b.js', 'gzip');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(SCRIPT);
  });

  it('leave as they are for whoever reads nothing else, and where there is no smaller copy', async () => {
    const plain = await ask('/assets/start-1a2b.js', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(SCRIPT);
    expect((await ask('/assets/small-3c4d.js')).body).toBe('export {};');
  });

  it('may be kept for good, one copy for each way to read them', async () => {
    const { headers } = await ask('/assets/start-1a2b.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['vary']).toBe('accept-encoding');
  });

  it('are missed where they are not: an old page must not read its page as a script', async () => {
    expect((await ask('/assets/start-9z9z.js')).statusCode).toBe(404);
  });
});

describe('the page of the console', () => {
  it.each(['/', '/cases/inbox/1', '/admin/brands', '/oauth/authorize?oauth_token=x'])(
    'is at %s, asked for anew each time',
    async (url) => {
      const { headers, body } = await ask(url);
      expect(body).toContain('<title>Bureau</title>');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
    },
  );

  it('is not where programs ask for tokens', async () => {
    expect((await ask('/oauth/request_token')).statusCode).toBe(404);
  });

  it('shows in frames what administrators have named, and nothing else', async () => {
    const sources = async (directive: string) => {
      const policy = String((await ask('/')).headers['content-security-policy']).split('; ');
      return policy.find((part) => part.startsWith(directive));
    };
    expect(await sources('frame-src')).toBe("frame-src 'self'");
    framed = async () => ['https://crm.example', 'https://erp.example:8443'];
    expect(await sources('frame-src')).toBe("frame-src 'self' https://crm.example https://erp.example:8443");
    expect(await sources('form-action')).toBe("form-action 'self' https://crm.example https://erp.example:8443");
    expect(await sources('script-src')).toBe("script-src 'self'");
    framed = () => Promise.reject(new Error('The database is away.'));
    expect(await sources('frame-src')).toBe("frame-src 'self'");
  });

  it('has its icon', async () => {
    const { headers, statusCode } = await ask('/icon.svg');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('image/svg+xml');
    expect(headers['cache-control']).toBe('public, max-age=86400');
  });
});

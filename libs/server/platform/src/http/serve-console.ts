import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the console's page may do: nothing from elsewhere, no script but its own, in no frame. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 365 * DAY_SECONDS;

/** Serves the built console: files by their name, and its page for every address that it routes by itself. */
export function serveConsole(fastify: FastifyInstance, folder: string): void {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  void fastify.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    // Names of built files carry a hash of their content.
    maxAge: YEAR_SECONDS * 1000,
    immutable: true,
    index: false,
    // The build lays a Brotli and a gzip copy beside each file.
    preCompressed: true,
  });
  fastify.get('/icon.svg', (_request, reply) =>
    reply.sendFile('icon.svg', folder, { maxAge: DAY_SECONDS * 1000, immutable: false }),
  );
  fastify.get('/*', async (request, reply) => {
    // Below /oauth the console has the page that asks people; the rest is for programs.
    const isElsewhere = /^\/(?:(?:api|realtime|health|metrics|assets|support)(?:\/|$)|oauth\/(?!authorize))/;
    if (isElsewhere.test(request.url)) return reply.callNotFound();
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'cache-control': 'no-cache',
      })
      .send(await readFile(page, 'utf8'));
  });
}

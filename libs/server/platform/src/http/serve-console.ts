import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Gives the origins that frames beside a case may show, and are posted to: those that administrators have named. */
export type FramedOrigins = () => Promise<readonly string[]>;

/**
 * What the console's page may do: nothing from elsewhere but what stands in the frames of integrations, no script but its
 * own, in no frame.
 */
function policyWith(framed: readonly string[]): string {
  const frames = ["'self'", ...framed].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' ws: wss:",
    `frame-src ${frames}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action ${frames}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 365 * DAY_SECONDS;

/**
 * Serves the built console: files by their name, and its page for every address that it routes by itself. While the database
 * is away, the page comes without frames.
 */
export function serveConsole(fastify: FastifyInstance, folder: string, framed: FramedOrigins): void {
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
        'content-security-policy': policyWith(await framed().catch(() => [])),
        'cache-control': 'no-cache',
      })
      .send(await readFile(page, 'utf8'));
  });
}

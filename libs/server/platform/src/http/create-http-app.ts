import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { API, API_PREFIX, type Route } from '@bureau/contracts';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Config } from '../config/index.ts';
import { NestLog, type Log } from '../logging/index.ts';
import { observeRequest } from '../metrics/index.ts';
import { isCrossSiteWrite } from './cross-site.ts';
import { presentProblem, ProblemError } from './problem.ts';
import { takesBytes } from './public-page.ts';
import { RawJson } from './raw-json.ts';

/** Bytes of a JSON body: the longest reply, every character of it escaped. Files are streams with limits of their own. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** Headers of every answer; pages that need more say so themselves. */
export const SECURITY_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

export interface HttpOptions {
  config: Config;
  log: Log;
  /** The address by which a request is routed, where it is another one than it asks for: hosts that brands own. */
  rewriteUrl?: (request: IncomingMessage) => string;
}

/** A Nest application on Fastify with the desk's rules for every request. `root` is the module of the role. */
export async function createHttpApp(
  root: DynamicModule,
  { config, log, rewriteUrl = (request) => request.url ?? '/' }: HttpOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxy ?? false,
    routerOptions: { maxParamLength: 300 },
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 120_000,
    rewriteUrl,
  });
  prepare(adapter.getInstance(), config);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLog(log),
    bufferLogs: false,
    abortOnError: false,
  });
  app.enableShutdownHooks([]);
  return app;
}

/** What a process of this role does not do, and what nobody may do from another site. */
function refusalOf(
  request: FastifyRequest,
  { ownOrigin, config }: { ownOrigin: string; config: Config },
): ProblemError | null {
  if (/^\/(?:api|oauth)\//.test(request.url) && !config.roles.includes('api'))
    return new ProblemError('route.not-found');
  if (request.url.startsWith('/support') && !config.roles.includes('support-center'))
    return new ProblemError('route.not-found');
  return isCrossSiteWrite(request, ownOrigin) ? new ProblemError('request.cross-site') : null;
}

/** Routes whose body is a file: it is bytes whatever its type, also when that type is JSON or text. */
const FILE_ROUTES = new Set(
  Object.values(API)
    .flatMap((nouns): Route[] => Object.values(nouns))
    .flatMap(({ method, path, shape }) => (shape.bytes === 'request' ? [`${method} ${API_PREFIX}${path}`] : [])),
);

function prepare(fastify: FastifyInstance, config: Config): void {
  const ownOrigin = new URL(config.publicUrl).origin;
  void fastify.register(cookie);
  void fastify.register(multipart);
  fastify.setReplySerializer((payload) => (payload instanceof RawJson ? payload.text : JSON.stringify(payload)));
  fastify.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
    const problem = refusalOf(request, { ownOrigin, config });
    const { url } = request.routeOptions;
    if (FILE_ROUTES.has(`${request.method} ${url}`) || takesBytes(url)) {
      request.headers['content-type'] = 'application/octet-stream';
    }
    if (problem) {
      await reply
        .status(problem.status)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(presentProblem(problem, request.id));
    }
  });
  fastify.addHook('preClose', (done) => {
    // A connection that was busy when the stop began is closed as soon as it is idle, not after its keep-alive of 72 s.
    const closing = setInterval(() => fastify.server.closeIdleConnections(), 100);
    fastify.server.once('close', () => clearInterval(closing));
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    observeRequest({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
}

import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG, type Log } from '../logging/index.ts';
import { StorageUnavailable } from '../storage/index.ts';
import { isCollision } from './retry-collisions.interceptor.ts';
import { InvalidInput, presentProblem, ProblemError } from './problem.ts';

/** PostgreSQL and socket errors that mean «not now», not «wrong». */
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  // A statement that took too long.
  '57014',
  '53300',
  '53100',
  '08006',
  '08001',
]);

/** PostgreSQL's words for text with a NUL character, which it cannot keep: in a text, and in JSON. */
const UNKEEPABLE = new Set(['22021', '22P05']);

/** Turns whatever was thrown into application/problem+json; what nobody foresaw is logged with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(thrown);
    if (problem.status >= 500) this.log.error({ requestId: request.id, err: thrown }, problem.message);
    if (reply.sent) return;
    if (problem.status === 401 && problem.code === 'session.required' && !request.headers['sec-fetch-mode']) {
      void reply.header('www-authenticate', 'Basic realm="Bureau", charset="UTF-8"');
    }
    const { retryAfterSeconds } = problem.extra;
    if (typeof retryAfterSeconds === 'number') void reply.header('retry-after', retryAfterSeconds);
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(presentProblem(problem, request.id));
  }
}

/** Whether it says nothing of what was asked for: the database was not there, or undid the work for somebody else's. */
export function isPassing(thrown: unknown): boolean {
  return isCollision(thrown) || ['desk.unavailable', 'storage.unavailable'].includes(problemOf(thrown).code);
}

/** What people are told of whatever was thrown. */
export function problemOf(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof StorageUnavailable) return new ProblemError('storage.unavailable');
  if (thrown instanceof HttpException) return problemOfStatus(thrown.getStatus());
  const { code, statusCode } = codesOf(thrown);
  if (code && UNAVAILABLE.has(code)) return new ProblemError('desk.unavailable');
  if (code && UNKEEPABLE.has(code)) {
    return new InvalidInput([{ path: 'request', message: 'A text has a NUL character in it; take it out.' }]);
  }
  return statusCode ? problemOfStatus(statusCode) : new ProblemError('desk.failure');
}

function problemOfStatus(status: number): ProblemError {
  if (status === 404) return new ProblemError('route.not-found');
  if (status === 413) return new ProblemError('request.too-large');
  if (status === 429) return new ProblemError('request.rate-limited');
  if (status >= 400 && status < 500) return new ProblemError('request.malformed');
  return new ProblemError('desk.failure');
}

/** The codes that Node, PostgreSQL and Fastify put on their errors, also on the error inside a wrapped one. */
function codesOf(thrown: unknown): { code?: string; statusCode?: number } {
  if (!(thrown instanceof Error)) return {};
  const inner = 'driverError' in thrown ? thrown.driverError : undefined;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  const statusCode = 'statusCode' in thrown && typeof thrown.statusCode === 'number' ? thrown.statusCode : undefined;
  if (code && (UNAVAILABLE.has(code) || UNKEEPABLE.has(code))) return { code };
  if (/connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(thrown.message))
    return { code: 'ECONNRESET' };
  return inner ? codesOf(inner) : { code, statusCode };
}

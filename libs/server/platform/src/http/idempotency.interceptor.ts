import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isIdempotent, type Route } from '@bureau/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Clock } from '../clock/index.ts';
import { InstallationSecret, seal, unseal } from '../config/index.ts';
import { Database, statement } from '../database/index.ts';
import { ROUTE_METADATA } from './handles.ts';
import { KEY_KEPT_MS } from './idempotency-sweep.ts';
import { InvalidInput, ProblemError } from './problem.ts';
import { RawJson } from './raw-json.ts';

// Nobody waits: whoever does not get the lock, or finds the key taken, touches no row and looks what is there instead.
const CLAIM = statement(
  'idempotency.claim',
  `INSERT INTO idempotency_keys AS k (actor, key, request_hash, created_at)
   SELECT $1, $2, $3, $4 WHERE pg_try_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 20))
   ON CONFLICT (actor, key) DO UPDATE
     SET request_hash = EXCLUDED.request_hash, status = NULL, response = NULL, created_at = EXCLUDED.created_at
     WHERE k.created_at < $5`,
);
const FIND = statement(
  'idempotency.find',
  'SELECT request_hash, status, response::text AS response FROM idempotency_keys WHERE actor = $1 AND key = $2',
);
const KEEP = statement(
  'idempotency.keep',
  'UPDATE idempotency_keys SET status = $3, response = $4 WHERE actor = $1 AND key = $2',
);

interface Kept {
  request_hash: string;
  status: number;
  response: string | null;
}

/** A write with its key. */
interface KeyedWrite {
  actor: string;
  key: string;
  /** Of method, address and body: the same key with another request is a mistake. */
  hash: string;
  route: Route;
  reply: FastifyReply;
  carryOut: () => Promise<unknown>;
}

/**
 * Carries a write out once for each `Idempotency-Key` and actor. The key is claimed in the transaction of the write: a
 * failed write frees it, and a repetition within 24 hours receives the same answer. While the first is still running
 * the second is told so (409 request.in-progress) instead of keeping a connection waiting.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secret: InstallationSecret,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE_METADATA, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (!route || !isIdempotent(route) || key === undefined) return next.handle();
    if (typeof key !== 'string' || key.length === 0 || key.length > 200) {
      throw new InvalidInput([{ path: 'Idempotency-Key', message: 'Use 1 to 200 characters.' }]);
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const [actor, hash] = [actorKey(request), hashOf(request)];
    return from(this.once({ actor, key, hash, route, reply, carryOut: () => lastValueFrom(next.handle()) }));
  }

  private once(write: KeyedWrite): Promise<unknown> {
    const { actor, key, hash, route, reply } = write;
    const now = this.clock.now();
    return this.database.transaction(async () => {
      const claim = [actor, key, hash, now, new Date(now.getTime() - KEY_KEPT_MS)];
      if ((await this.database.run(CLAIM, claim)) === 0) return this.repeat(write);
      const answer = await write.carryOut();
      const body = answer instanceof RawJson ? answer.text : JSON.stringify(answer);
      const kept = body !== undefined && route.shape.secret ? JSON.stringify(seal(this.secret, body)) : body;
      await this.database.run(KEEP, [actor, key, reply.statusCode, kept]);
      return answer;
    });
  }

  private async repeat({ actor, key, hash, route, reply }: KeyedWrite): Promise<RawJson | undefined> {
    const kept = await this.database.row<Kept>(FIND, [actor, key]);
    if (!kept) throw new ProblemError('request.in-progress', { retryAfterSeconds: 1 });
    if (kept.request_hash !== hash) throw new ProblemError('request.key-reused');
    void reply.status(kept.status).header('idempotent-replay', 'true');
    if (kept.response === null) return undefined;
    return new RawJson(route.shape.secret ? unseal(this.secret, JSON.parse(kept.response)) : kept.response);
  }
}

function hashOf(request: FastifyRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body)}`)
    .digest('hex');
}

function actorKey(request: FastifyRequest): string {
  const actor = request.signedIn?.actor;
  if (!actor) throw new ProblemError('session.required');
  return actor.kind === 'user' ? `user:${actor.userId}` : `application:${actor.applicationId}:${actor.userId}`;
}

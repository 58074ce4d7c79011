import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@bureau/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database, statement } from '../database/index.ts';
import { ROUTE_METADATA } from './handles.ts';
import { InvalidInput, ProblemError } from './problem.ts';
import { RawJson } from './raw-json.ts';

const CLAIM = statement(
  'idempotency.claim',
  'INSERT INTO idempotency_keys (actor, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
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
  status: number | null;
  response: string | null;
}

/**
 * Carries a write out once for each `Idempotency-Key` and actor. The key is claimed in the transaction of the
 * write: a failed write frees it, a second request with it waits for the first and receives the same answer.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE_METADATA, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (!route?.shape.idempotent || key === undefined) return next.handle();
    if (typeof key !== 'string' || key.length === 0 || key.length > 200) {
      throw new InvalidInput([{ path: 'Idempotency-Key', message: 'Use 1 to 200 characters.' }]);
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(key, request, { reply, carryOut: () => lastValueFrom(next.handle()) }));
  }

  private once(
    key: string,
    request: FastifyRequest,
    { reply, carryOut }: { reply: FastifyReply; carryOut: () => Promise<unknown> },
  ): Promise<unknown> {
    const actor = actorKey(request);
    const hash = createHash('sha256')
      .update(`${request.method} ${request.url}\n${JSON.stringify(request.body)}`)
      .digest('hex');
    return this.database.transaction(async () => {
      if ((await this.database.run(CLAIM, [actor, key, hash])) === 0) return this.repeat(actor, key, { hash, reply });
      const answer = await carryOut();
      const body = answer instanceof RawJson ? answer.text : JSON.stringify(answer);
      await this.database.run(KEEP, [actor, key, reply.statusCode, body]);
      return answer;
    });
  }

  private async repeat(
    actor: string,
    key: string,
    { hash, reply }: { hash: string; reply: FastifyReply },
  ): Promise<RawJson> {
    const kept = await this.database.row<Kept>(FIND, [actor, key]);
    if (kept?.request_hash !== hash) throw new ProblemError('request.key-reused');
    if (kept.response === null || kept.status === null) throw new ProblemError('request.in-progress');
    void reply.status(kept.status).header('idempotent-replay', 'true');
    return new RawJson(kept.response);
  }
}

function actorKey(request: FastifyRequest): string {
  const actor = request.signedIn?.actor;
  if (!actor) throw new ProblemError('session.required');
  return actor.kind === 'user' ? `user:${actor.userId}` : `application:${actor.applicationId}`;
}

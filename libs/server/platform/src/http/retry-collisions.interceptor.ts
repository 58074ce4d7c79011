import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { retry, throwError, timer, type Observable } from 'rxjs';
import { Readable } from 'node:stream';

/** PostgreSQL gave up one of two transactions that waited for each other, or that could not follow one another. */
const COLLISIONS = new Set(['40P01', '40001']);

const RETRIES = 3;
const PAUSE_MS = 50;

/**
 * Carries a request out again when its transaction lost a collision: PostgreSQL has undone all of it, so nothing happens
 * twice. Verbs lock in one order to make this rare; this makes it harmless. A body that was a stream is gone and is not
 * tried again.
 */
@Injectable()
export class RetryCollisionsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body instanceof Readable) return next.handle();
    return next.handle().pipe(
      retry({
        count: RETRIES,
        delay: (thrown: unknown, attempt: number) =>
          isCollision(thrown) ? timer(PAUSE_MS * attempt * (0.5 + Math.random())) : throwError(() => thrown),
      }),
    );
  }
}

/** Also of an error that another one wraps. */
export function isCollision(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if ('code' in thrown && typeof thrown.code === 'string' && COLLISIONS.has(thrown.code)) return true;
  return 'driverError' in thrown && isCollision(thrown.driverError);
}

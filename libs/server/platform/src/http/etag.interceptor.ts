import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { matchesNone, writeEtag } from './etag.ts';
import { RawJson } from './raw-json.ts';

/** Gives every answer that has a version its ETag, and answers 304 to a reader who has it already. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(map((answer: unknown) => tagged(answer, { request, reply })));
  }
}

function tagged(answer: unknown, { request, reply }: { request: FastifyRequest; reply: FastifyReply }): unknown {
  if (!(answer instanceof RawJson) || answer.version === undefined) return answer;
  const etag = writeEtag(answer.version, answer.text);
  void reply.header('etag', etag);
  if (request.method !== 'GET' || !matchesNone(request.headers['if-none-match'], etag)) return answer;
  void reply.status(304);
  return undefined;
}

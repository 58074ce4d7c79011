import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  Header,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { API_PREFIX, type Actor, type Method, type Route, type RouteCall } from '@bureau/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { SignedIn } from './authenticator.ts';
import { readIfMatch } from './etag.ts';
import { InvalidInput, ProblemError } from './problem.ts';
import { findUnkeepable } from './well-formed.ts';

export const ROUTE_METADATA = 'bureau:route';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard. */
    signedIn?: SignedIn;
  }
}

/** Who sends the request of a route that is not public. */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw new ProblemError('session.required');
  return request.signedIn;
}

/** What a handler may need besides the parsed call. */
export interface HttpExchange {
  request: FastifyRequest;
  reply: FastifyReply;
  /** The version that the writer saw, from `If-Match`; null when he does not care. */
  ifMatch: string | null;
}

const METHODS: Record<Method, (path: string) => MethodDecorator> = {
  GET: Get,
  POST: Post,
  PUT: Put,
  PATCH: Patch,
  DELETE: Delete,
};

/** The actor of a request; routes open to the public receive null. */
const ActorOf = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return context.switchToHttp().getRequest<FastifyRequest>().signedIn?.actor ?? null;
});

const CallOf = createParamDecorator((called: Route, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return parseCall(called, request);
});

const ExchangeOf = createParamDecorator((_: unknown, context: ExecutionContext): HttpExchange => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return { request, reply: http.getResponse<FastifyReply>(), ifMatch: readIfMatch(request.headers['if-match']) };
});

/**
 * Binds a method to a route of the contracts: `handler(actor, { params, query, body }, { request, reply })`.
 * Path, permission, validation and status come from the route; the method is one line.
 */
export function Handles(handled: Route): MethodDecorator {
  const status = handled.shape.status ?? (handled.shape.response || handled.shape.bytes ? 200 : 204);
  return (target, key, descriptor) => {
    [ActorOf(), CallOf(handled), ExchangeOf()].forEach((bind, index) => bind(target, key, index));
    applyDecorators(
      METHODS[handled.method](API_PREFIX + handled.path),
      HttpCode(status),
      SetMetadata(ROUTE_METADATA, handled),
      ...(handled.shape.bytes
        ? []
        : [Header('cache-control', handled.shape.secret ? 'no-store' : 'private, no-cache')]),
    )(target, key, descriptor);
  };
}

/** Parses the parts that the route declares; throws {@link InvalidInput} naming every wrong field. */
export function parseCall<R extends Route>(
  called: R,
  request: { params: unknown; query: unknown; body: unknown; headers: FastifyRequest['headers'] },
): { params: unknown; query: unknown; body: unknown } {
  const { shape } = called;
  if (shape.body && request.body !== undefined && !isJson(request.headers['content-type'])) {
    throw new ProblemError('request.malformed');
  }
  return {
    params: shape.params && parsePart(shape.params, request.params, 'params'),
    query: shape.query && parsePart(shape.query, request.query, 'query'),
    body: shape.body && parsePart(shape.body, request.body, 'body'),
  };
}

function parsePart(schema: z.ZodType, value: unknown, part: string): unknown {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw InvalidInput.from(parsed.error, part);
  const unkeepable = findUnkeepable(parsed.data);
  if (!unkeepable) return parsed.data;
  const path = [...(part === 'body' ? [] : [part]), ...unkeepable.path].join('.') || part;
  throw new InvalidInput([{ path, message: unkeepable.message }]);
}

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType);
}

export type { RouteCall };

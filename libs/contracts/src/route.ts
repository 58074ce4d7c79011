import type { z } from 'zod';
import type { Permission } from './permissions.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call a route: a permission, anybody signed in, or the public. A route without `allow` does not compile. */
export type Allow = Permission | 'signed-in' | 'public';

export interface RouteShape {
  /** One sentence for the API documentation, starting with a verb. */
  summary: string;
  allow: Allow;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Absent: the route answers 204 without a body, or streams bytes when `bytes` is set. */
  response?: z.ZodType;
  /** The success status; default 200, or 204 without a response schema. */
  status?: 200 | 201 | 202 | 204;
  /** The request or response body is a stream of bytes, not JSON. */
  bytes?: 'request' | 'response';
  /** Whether a repetition with the same `Idempotency-Key` is carried out once; see {@link isIdempotent}. */
  idempotent?: boolean;
  /** The answer has an `ETag`: a read honours `If-None-Match`, a write `If-Match`. */
  versioned?: boolean;
  /** The answer holds a secret that is shown once: nobody keeps it, neither a cache nor the desk in the clear. */
  secret?: boolean;
  /** Open also to whoever has yet to set up the second factor that his role demands. */
  beforeTwoFactor?: boolean;
}

export interface Route<S extends RouteShape = RouteShape> {
  method: Method;
  /** Below /api/v3, with `:name` for parameters. */
  path: string;
  shape: S;
}

/** Declares one route of the native API. The table of all routes feeds guard, validation, OpenAPI and the browser client. */
export function route<const S extends RouteShape>(method: Method, path: string, shape: S): Route<S> {
  return { method, path, shape };
}

/**
 * Whether a route takes an `Idempotency-Key`: every POST of somebody who is signed in, unless its body is a file or it
 * says otherwise; other methods are harmless to repeat, and do so only where they ask for it.
 */
export function isIdempotent({ method, shape }: Route): boolean {
  if (shape.allow === 'public' || shape.bytes) return false;
  return shape.idempotent ?? method === 'POST';
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;
type Part<K extends string, T> = T extends z.ZodType
  ? {} extends z.input<T>
    ? { [k in K]?: z.input<T> }
    : { [k in K]: z.input<T> }
  : { [k in K]?: undefined };

/** What a caller passes: only the parts that the route declares. */
export type RouteInput<R extends Route> = Part<'params', R['shape']['params']> &
  Part<'query', R['shape']['query']> &
  Part<'body', R['shape']['body']>;

/** What a controller receives: the same parts, parsed. */
export interface RouteCall<R extends Route> {
  params: Out<R['shape']['params']>;
  query: Out<R['shape']['query']>;
  body: Out<R['shape']['body']>;
}

/** What the route answers with, as it crosses the wire. */
export type RouteResponse<R extends Route> = Out<R['shape']['response']>;

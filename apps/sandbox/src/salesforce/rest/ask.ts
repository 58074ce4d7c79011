import type { IncomingHttpHeaders } from 'node:http';
import type { Method } from '../../service/endpoint.ts';
import { SfError } from '../sf-error.ts';
import type { Org } from '../org.ts';
import type { SfObject } from '../schema/object.ts';
import { visibleObject } from '../rights.ts';
import { notFound } from '../sf-error.ts';
import type { Row } from '../value.ts';
import type { By } from '../write/by.ts';

/** One request to the data API, from outside or from within a composite one. */
export type Ask = {
  org: Org;
  user: Row;
  /** `v62.0` */
  version: string;
  method: string;
  /** Behind the version: `/sobjects/Case`. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body as JSON; undefined when there is none. Throws for what is no JSON. */
  json: () => unknown;
  raw: Buffer;
  param: (name: string) => string;
};

export type Answer = { status?: number; headers?: Record<string, string>; json?: unknown; bytes?: string };

export type ApiRoute = { method: Method; pattern: URLPattern; handle: (ask: Ask) => Answer };

/** `:type` in the path is readable as `param('type')`. */
export function apiRoute(method: Method, path: string, handle: ApiRoute['handle']): ApiRoute {
  return { method, pattern: new URLPattern({ pathname: path }), handle };
}

/** The kind of record that the path names; throws when this user does not see one. */
export function objectOf(ask: Ask, name = ask.param('type')): SfObject {
  const object = visibleObject(ask.org, ask.user, name);
  if (!object) throw notFound();
  return object;
}

/** Who writes, with the wishes of the request's headers. */
export function byOf({ org, user, headers }: Ask): By {
  return {
    user,
    stamp: org.now(),
    viaApi: true,
    autoAssign: String(headers['sforce-auto-assign'] ?? 'true').toLowerCase() !== 'false',
    allowDuplicates: /allowSave\s*=\s*true/i.test(String(headers['sforce-duplicate-rule-header'] ?? '')),
  };
}

/** The body as an object; throws for everything else. */
export function bodyOf(ask: Ask): Record<string, unknown> {
  const body = ask.json();
  if (isObject(body)) return body;
  throw new SfError('JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

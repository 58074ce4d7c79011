import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** One request to a service, its body as the bytes that came. */
export type Call = {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  raw: Buffer;
  /** A part of the path that the route named with a colon. */
  param: (name: string) => string;
  query: URLSearchParams;
};

export type Headers = Record<string, string | number>;

export type Reply =
  | { status?: number; headers?: Headers; json: unknown }
  | { status?: number; headers?: Headers; bytes: string | Buffer }
  | { status?: number; headers?: Headers; stream: (response: ServerResponse) => void };

/** Thrown by a handler: the service says no, with exactly this answer. */
export class Refused extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`Refused with ${reply.status ?? 200}`);
    this.reply = reply;
  }
}

/** The body as a JSON object; undefined when it is none. */
export function jsonOf(raw: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The fields of a form (`application/x-www-form-urlencoded`), empty for every other body. */
export function formOf(call: Call): URLSearchParams {
  const type = call.headers['content-type'] ?? '';
  return new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? call.raw.toString('utf8') : '');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

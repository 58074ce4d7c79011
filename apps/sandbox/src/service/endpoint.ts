import type { Call, Reply } from './call.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Endpoint = {
  method: Method;
  /** As in a URLPattern: `/2/users/:id/mentions`. */
  path: string;
  pattern: URLPattern;
  handle: (call: Call) => Reply | Promise<Reply>;
};

/** One thing that can be asked of a service. */
export function endpoint(method: Method, path: string, handle: Endpoint['handle']): Endpoint {
  return { method, path, pattern: new URLPattern({ pathname: path }), handle };
}

/** The endpoint that a request is for, and the parts of its path; the first one that fits. */
export function findEndpoint(endpoints: Endpoint[], method: string, pathname: string) {
  for (const one of endpoints) {
    const match = one.method === method ? one.pattern.exec({ pathname }) : null;
    if (match) return { endpoint: one, parts: match.pathname.groups };
  }
  return undefined;
}

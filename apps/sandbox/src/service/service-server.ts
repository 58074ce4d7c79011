import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { listening } from '../listening.ts';
import { Refused, type Call, type Reply } from './call.ts';
import type { ServiceClock } from './clock.ts';
import { findEndpoint, type Endpoint } from './endpoint.ts';
import type { Effect } from './fault.ts';
import type { Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';

export type ServerParts = {
  host: string;
  /** The environment variable that sets the port, for the sentence about a taken one. */
  variable: string;
  clock: ServiceClock;
  faults: Faults;
  requests: RequestLog;
  endpoints: Endpoint[];
  /** What this service says to paths that it does not have. */
  unknown: (call: Call) => Reply;
};

const FAILED: Reply = { status: 500, json: { title: 'The sandbox failed; its terminal says why.' } };
const PROXY_PAGE = '<html><head><title>Service Unavailable</title></head><body><h1>Over capacity</h1></body></html>';

/** One HTTP port of one provider: reads bytes, lets faults do their harm, answers, and writes both down. */
export class ServiceServer {
  readonly #parts: ServerParts;
  #server: Server | undefined;
  #port = 0;

  constructor(parts: ServerParts) {
    this.#parts = parts;
  }

  get port(): number {
    return this.#port;
  }

  get up(): boolean {
    return this.#server !== undefined;
  }

  /** 0 is any free port; a server that went down comes back on the port it had. */
  async listen(port: number): Promise<number> {
    const { host, variable } = this.#parts;
    const server = createServer((request, response) => void this.#serve(request, response));
    this.#port = await listening(server, { port: port || this.#port, host, variable });
    this.#server = server;
    return this.#port;
  }

  /** Nobody listens any more, and every open connection breaks. */
  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const raw = await buffer(request);
      await this.#answer({ request, response, raw });
    } catch {
      response.destroy();
    }
  }

  async #answer({ request, response, raw }: { request: IncomingMessage; response: ServerResponse; raw: Buffer }) {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://service');
    const { authorization, 'content-type': contentType } = request.headers;
    const entry = this.#parts.requests.begin({ method, url, authorization, contentType, raw });
    const effect = this.#parts.faults.meet(method, url.pathname);
    if (effect) entry.fault = effect.kind;

    const reply = await this.#replyUnder(effect, { method, url, raw, headers: request.headers });
    if (!reply) return response.destroy();
    entry.status = reply.status ?? 200;
    this.#send(response, reply, effect?.kind === 'malformed');
  }

  /** Undefined: the connection breaks. */
  async #replyUnder(effect: Effect | undefined, request: Omit<Call, 'param' | 'query'>): Promise<Reply | undefined> {
    switch (effect?.kind) {
      case 'drop':
        return undefined;
      case 'answer':
        return { status: effect.status, headers: effect.headers, json: effect.body ?? {} };
      case 'html':
        return { status: effect.status, headers: { 'Content-Type': 'text/html' }, bytes: PROXY_PAGE };
      case 'lose-answer':
        await this.#handle(request);
        return undefined;
      case 'delay':
        await wait(effect.milliseconds);
        return this.#handle(request);
      case 'malformed':
      case undefined:
        return this.#handle(request);
    }
  }

  async #handle(request: Omit<Call, 'param' | 'query'>): Promise<Reply> {
    const found = findEndpoint(this.#parts.endpoints, request.method, request.url.pathname);
    const parts = found?.parts ?? {};
    const param = (name: string) => decoded(parts[name] ?? '');
    const call: Call = { ...request, param, query: request.url.searchParams };
    try {
      return found ? await found.endpoint.handle(call) : this.#parts.unknown(call);
    } catch (error) {
      if (error instanceof Refused) return error.reply;
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      return FAILED;
    }
  }

  #send(response: ServerResponse, reply: Reply, malformed: boolean): void {
    if (response.destroyed) return;
    const type = 'json' in reply ? { 'Content-Type': 'application/json; charset=utf-8' } : {};
    response.setHeader('Date', this.#parts.clock.now().toUTCString());
    response.writeHead(reply.status ?? 200, { 'Cache-Control': 'no-store', ...type, ...reply.headers });
    if ('stream' in reply) return reply.stream(response);

    const bytes = 'json' in reply ? JSON.stringify(reply.json) : reply.bytes;
    response.end(malformed ? bytes.slice(0, Math.ceil(bytes.length / 2)) : bytes);
  }
}

/** A path with a stray % is a path that nothing is found at. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

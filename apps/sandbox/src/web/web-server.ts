import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { NotTaken } from '../mail/submit-mail.ts';
import { listening } from '../listening.ts';
import { Problem } from './problem.ts';
import { answer, type Reply, type Route } from './router.ts';

/** Everything that the page needs is on this server; mails are shown in frames that may run nothing. */
const PAGE_POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Serves the page and the API. */
export class WebServer {
  readonly #server: Server;

  constructor(routes: Route[]) {
    this.#server = createServer((request, response) => void respond(routes, request, response));
  }

  /** Returns the port; rejects with one clear line when it is taken. */
  listen(port: number, host: string): Promise<number> {
    return listening(this.#server, { port, host, variable: 'BUREAU_SANDBOX_PORT' });
  }

  stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    return closed;
  }
}

async function respond(routes: Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    send(response, await answer(routes, request));
  } catch (error) {
    send(response, asProblem(error));
  }
}

function send(response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.headersSent) return;
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Security-Policy', PAGE_POLICY);
  if ('stream' in reply) return reply.stream(response);

  const headers = 'json' in reply ? { 'Content-Type': typeOf(reply.status ?? 200) } : reply.headers;
  response.writeHead(reply.status ?? 200, headers);
  response.end('json' in reply ? JSON.stringify(reply.json) : reply.bytes);
}

function typeOf(status: number): string {
  return status >= 400 ? 'application/problem+json' : 'application/json';
}

function asProblem(error: unknown): Reply {
  if (error instanceof Problem) {
    const { status, code, message, errors } = error;
    return { status, json: { status, code, title: message, errors } };
  }
  if (error instanceof NotTaken) {
    return {
      status: 502,
      json: { status: 502, code: 'not-taken', title: error.message, smtpCode: error.code ?? null },
    };
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return { status: 500, json: { status: 500, code: 'failed', title: 'The sandbox failed; its terminal says why.' } };
}

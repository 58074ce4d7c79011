import type { ServiceClock } from './clock.ts';

export type LoggedRequest = {
  sequence: number;
  /** ISO 8601, by the clock of the service. */
  at: string;
  method: string;
  path: string;
  query: Record<string, string>;
  /** Only the kind of authorization: Basic, Bearer, OAuth or none. */
  authorization: string;
  contentType: string;
  /** The first 4,000 bytes as UTF-8. */
  body: string;
  /** The status of the answer; null while there is none, and for good when the connection broke. */
  status: number | null;
  /** The kind of fault it met. */
  fault?: string;
};

const KEPT = 5000;
const BODY_SHOWN = 4000;

/** What a service was asked, in order; at least the newest 5,000 requests are kept. */
export class RequestLog {
  readonly #clock: ServiceClock;
  #requests: LoggedRequest[] = [];
  #sequence = 0;

  constructor(clock: ServiceClock) {
    this.#clock = clock;
  }

  /** The entry is live: status and fault are written into it when they are known. */
  begin(given: { method: string; url: URL; authorization?: string; contentType?: string; raw: Buffer }): LoggedRequest {
    const request: LoggedRequest = {
      sequence: ++this.#sequence,
      at: this.#clock.now().toISOString(),
      method: given.method,
      path: given.url.pathname,
      query: Object.fromEntries(given.url.searchParams),
      authorization: given.authorization?.split(' ', 1)[0] ?? 'none',
      contentType: given.contentType ?? '',
      body: given.raw.subarray(0, BODY_SHOWN).toString('utf8'),
      status: null,
    };
    this.#requests.push(request);
    if (this.#requests.length > KEPT * 2) this.#requests = this.#requests.slice(-KEPT);
    return request;
  }

  /** Requests after a sequence number, oldest first. */
  since(sequence: number): LoggedRequest[] {
    return this.#requests.filter((request) => request.sequence > sequence);
  }

  /** Requests of one kind, oldest first; the path is a URLPattern. */
  of(method: string, path: string): LoggedRequest[] {
    const pattern = new URLPattern({ pathname: path });
    return this.#requests.filter((one) => one.method === method && pattern.test({ pathname: one.path }));
  }

  clear(): void {
    this.#requests = [];
  }
}

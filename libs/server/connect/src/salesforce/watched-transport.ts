import { isOnThisMachine } from '@bureau/platform';
import { Transport } from 'jsforce/lib/transport.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';
import type { HttpRequest, HttpRequestOptions, HttpResponse } from 'jsforce/lib/types/index.js';
import { SalesforceFailure } from './salesforce-failure.ts';

/** An answer that takes longer does not come any more. */
export const PATIENCE_MS = 60_000;

/** What of an answer jsforce does not hand on. */
export interface Answered {
  status: number;
  /** Salesforce's clock. */
  at: Date;
  budget: { used: number; limit: number } | null;
}

/**
 * How jsforce reaches Salesforce: to known places only, without following anybody elsewhere (keys travel in the header),
 * with an end to its patience, and once: whoever asks decides what is repeated, and when.
 */
export class WatchedTransport extends Transport {
  constructor(
    private readonly allows: (url: URL) => boolean,
    private readonly answered: (answer: Answered) => void = () => undefined,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    super();
  }

  override httpRequest(request: HttpRequest, options: HttpRequestOptions = {}): StreamPromise<HttpResponse> {
    const url = URL.parse(request.url);
    if (!url || !this.allows(url)) throw strangeAddress(url);
    return StreamPromise.create(() => {
      const sent = super.httpRequest(request, {
        ...options,
        ...(isOnThisMachine(url.hostname) && { httpProxy: undefined }),
        timeout: this.patienceMs,
        followRedirect: false,
        retry: { maxRetries: 0, methods: [] },
      });
      return { stream: sent.stream(), promise: this.inTime(sent) };
    });
  }

  /** jsforce waits for the head of an answer only; its body may never end. */
  private async inTime(sent: StreamPromise<HttpResponse>): Promise<HttpResponse> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      sent.stream().destroy();
      reject(new SalesforceFailure([complaint('ETIMEDOUT', 'Salesforce did not answer in time.')], null));
    }, this.patienceMs + 1_000);
    try {
      const response = await Promise.race([sent, promise]);
      this.answered(answerOf(response));
      if (response.statusCode >= 301 && response.statusCode < 400) throw elsewhere(response);
      return response;
    } finally {
      clearTimeout(timer);
    }
  }
}

function answerOf({ statusCode, headers }: HttpResponse): Answered {
  const date = Date.parse(headers['date'] ?? '');
  const usage = /api-usage=(\d+)\/(\d+)/.exec(headers['sforce-limit-info'] ?? '');
  return {
    status: statusCode,
    at: Number.isNaN(date) ? new Date() : new Date(date),
    budget: usage && { used: Number(usage[1]), limit: Number(usage[2]) },
  };
}

function strangeAddress(url: URL | null): SalesforceFailure {
  const words = `${url?.origin ?? 'An address'} is no place of Salesforce; nothing was sent there.`;
  return new SalesforceFailure([complaint('STRANGE_ADDRESS', words)], null);
}

function elsewhere({ statusCode }: HttpResponse): SalesforceFailure {
  const words = `Salesforce sends the desk elsewhere (HTTP ${statusCode}): check the address of the organisation.`;
  return new SalesforceFailure([complaint(`ERROR_HTTP_${statusCode}`, words)], statusCode);
}

function complaint(code: string, message: string) {
  return { code, message, fields: [], recordIds: [] };
}

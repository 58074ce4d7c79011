import type { ImapSettings } from '@bureau/contracts';
import { ImapFlow } from 'imapflow';
import { ConnectionLost } from './imap-trouble.ts';

/** Bytes. One mail at a time is held in memory. */
const LARGEST_MAIL = 128 * 1024 * 1024;

/** A connection on which one waits for news. */
export interface ImapConnection {
  client: ImapFlow;
  /** Resolves with the next news of the folder, after `timeoutMs`, or when `signal` says so. Throws ConnectionLost. */
  news(timeoutMs: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/**
 * Signs in and opens the folder read-only: nothing that we do can set a flag, so it does not matter who else reads,
 * flags or moves mail. With TLS the certificate must be valid for the host.
 */
export async function openImap(
  { host, port, tls, user, folder }: ImapSettings,
  { password, signal }: { password: string; signal: AbortSignal },
): Promise<ImapConnection> {
  const client = new ImapFlow({
    host,
    port,
    ...(tls ? { secure: true } : {}),
    auth: { user, pass: password },
    clientInfo: { name: 'Bureau' },
    logger: false,
    autoIdleDelay: 100,
    maxIdleTime: 5 * 60_000,
    connectionTimeout: 15_000,
    greetingTimeout: 10_000,
    maxLiteralSize: LARGEST_MAIL,
  });
  const bell = new Bell();
  // Every error also closes the connection, which is what we look at; unheard it would end the process.
  client.on('error', () => bell.end());
  client.on('close', () => bell.end());
  client.on('exists', () => bell.ring());
  const giveUp = () => client.close();
  signal.addEventListener('abort', giveUp);
  try {
    await client.connect();
    await client.mailboxOpen(folder, { readOnly: true });
  } catch (error) {
    client.close();
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
  return { client, news: (timeoutMs, signal) => bell.heard(timeoutMs, signal), close: () => client.close() };
}

/** Rings are kept until somebody listens: news that come while others are being fetched are not missed. */
class Bell {
  #rung = false;
  #ended = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async heard(timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (!this.#rung && !this.#ended && !signal.aborted) await this.#next(timeoutMs, signal);
    if (this.#ended) throw new ConnectionLost('The server ended the connection.');
    this.#rung = false;
  }

  #next(timeoutMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      signal.addEventListener('abort', done);
      this.#wake = done;
    });
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { ConnectionLost, LeaseLost } from './imap-trouble.ts';
import { LEASE_MS } from './mailbox-lease.repository.ts';
import type { ImapConnection } from './open-imap.ts';

/** What a fetcher does to the world; given by {@link ImapFetchers}. */
export interface FetcherTools {
  /** True while this worker may fetch the mailbox. */
  lease: () => Promise<boolean>;
  release: () => Promise<void>;
  /** Gives up when `signal` says so. */
  open: (signal: AbortSignal) => Promise<ImapConnection>;
  fetch: (client: ImapFlow, goOn: () => boolean) => Promise<number>;
  /** Tells people how the mailbox is; null when it is well. */
  report: (trouble: unknown) => Promise<void>;
}

/** How often the folder is looked at without news: IDLE may be missing or silent. */
const POLL_MS = 60_000;
const RENEW_MS = LEASE_MS / 3;
const LONGEST_WAIT_MS = 60_000;

/** A session that lived so long was none that failed. */
const LASTING_MS = 60_000;
/** Servers end connections for reasons of their own; so many short ones in a row are trouble. */
const LOST_AT_MOST = 5;
const RECONNECT_MS = 1_000;

/**
 * Fetches one mailbox until it is stopped: takes the lease, connects, fetches, waits for news, and begins again when
 * something breaks.
 */
export class ImapFetcher {
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;

  constructor(private readonly tools: FetcherTools) {
    this.#done = this.#run();
  }

  /** Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      const began = Date.now();
      const ended = await this.#session().catch((error: unknown) => error);
      if (this.#stopping.signal.aborted) return;
      if (ended instanceof LeaseLost) await this.#rest(RENEW_MS);
      else {
        failures = Date.now() - began > LASTING_MS ? 1 : failures + 1;
        const isTrouble = !(ended instanceof ConnectionLost) || failures > LOST_AT_MOST;
        if (isTrouble) await this.tools.report(ended).catch(() => undefined);
        await this.#rest(isTrouble ? Math.min(RECONNECT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS) : RECONNECT_MS);
      }
    }
  }

  /** From taking the lease to its end. Throws what ended it. */
  async #session(): Promise<void> {
    if (!(await this.tools.lease())) throw new LeaseLost('Another worker fetches this mailbox.');
    const lost = new AbortController();
    const ended = new AbortController();
    const renewing = this.#renew({ lost, ended: ended.signal });
    try {
      await this.#fetchUntil(AbortSignal.any([this.#stopping.signal, lost.signal]));
      throw new LeaseLost('Another worker fetches this mailbox.');
    } finally {
      ended.abort();
      await renewing;
      await this.tools.release().catch(() => undefined);
    }
  }

  async #fetchUntil(halt: AbortSignal): Promise<void> {
    const { client, news, close } = await this.tools.open(halt);
    const goOn = () => !halt.aborted;
    halt.addEventListener('abort', close);
    try {
      let opened = Date.now();
      await this.tools.fetch(client, goOn);
      await this.tools.report(null);
      while (goOn()) {
        await news(POLL_MS, halt);
        if (Date.now() - opened >= POLL_MS) opened = await reopen(client);
        await this.tools.fetch(client, goOn);
      }
    } catch (error) {
      if (goOn())
        throw client.usable ? error : new ConnectionLost('The server ended the connection.', { cause: error });
    } finally {
      halt.removeEventListener('abort', close);
      close();
    }
  }

  /** Keeps the lease alive beside the fetching: one long import must not lose it. */
  async #renew({ lost, ended }: { lost: AbortController; ended: AbortSignal }): Promise<void> {
    while (!ended.aborted && !lost.signal.aborted) {
      await pause(RENEW_MS, undefined, { signal: ended }).catch(() => undefined);
      const held = ended.aborted || (await this.tools.lease().catch(() => false));
      if (!held) lost.abort();
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}

/** Opening the folder anew shows what the server did not tell: another UIDVALIDITY, mail that no IDLE announced. */
async function reopen(client: ImapFlow): Promise<number> {
  if (client.mailbox) {
    const { path } = client.mailbox;
    await client.mailboxClose();
    await client.mailboxOpen(path, { readOnly: true });
  }
  return Date.now();
}

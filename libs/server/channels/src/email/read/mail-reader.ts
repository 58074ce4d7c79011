import type { InboundMail } from '@bureau/domain';
import { MAIL_LIMITS, type MailLimits } from './mail-limits.ts';
import { ParserThread, type ThreadLimits } from './parser-thread.ts';
import { UnreadableMail } from './unreadable-mail.ts';

/** Everything has a default: one thread, 256 MB, 5 s a mail and half a second a megabyte (S9). */
export interface MailReaderOptions extends Partial<ThreadLimits> {
  threads?: number;
  limits?: Partial<MailLimits>;
}

interface Waiting {
  raw: Uint8Array;
  resolve: (mail: InboundMail) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads mails in worker threads, so that a hostile one can neither stall nor kill the server. Threads start with the
 * first mail, never keep the process alive, and are replaced when a mail was too much for them.
 */
export class MailReader {
  readonly #threadLimits: ThreadLimits;
  readonly #limits: MailLimits;
  readonly #most: number;
  readonly #threads = new Set<ParserThread>();
  readonly #idle: ParserThread[] = [];
  readonly #waiting: Waiting[] = [];

  constructor({ threads = 1, heap = 256, timeout = 5000, perMegabyte = 500, limits = {} }: MailReaderOptions = {}) {
    this.#threadLimits = { heap, timeout, perMegabyte };
    this.#limits = { ...MAIL_LIMITS, ...limits };
    this.#most = threads;
  }

  /** Reads one mail as `parseMail` does. Rejects with `UnreadableMail` when it ran out of time or memory. */
  read(raw: Uint8Array): Promise<InboundMail> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ raw, resolve, reject });
      this.#serve();
    });
  }

  /** Ends all threads; mails in work or waiting are rejected with `UnreadableMail`. */
  async close(): Promise<void> {
    this.#idle.length = 0;
    const stopped = new UnreadableMail('stopped', 'The parser was stopped before the mail was read.');
    for (const { reject } of this.#waiting.splice(0)) reject(stopped);
    await Promise.all([...this.#threads].map((thread) => thread.close()));
  }

  #serve(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#freeThread();
      const next = thread && this.#waiting.shift();
      if (!thread || !next) return;
      void this.#readIn(thread, next);
    }
  }

  #freeThread(): ParserThread | null {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (!idle.dead) return idle;
      this.#threads.delete(idle);
    }
    if (this.#threads.size >= this.#most) return null;

    const thread = new ParserThread(this.#threadLimits);
    this.#threads.add(thread);
    return thread;
  }

  async #readIn(thread: ParserThread, { raw, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await thread.read({ raw, limits: this.#limits }));
    } catch (error) {
      reject(error);
    }
    if (thread.dead) this.#threads.delete(thread);
    else this.#idle.push(thread);
    this.#serve();
  }
}

import { Worker } from 'node:worker_threads';
import type { InboundMail } from '@bureau/domain';
import type { ReadAnswer, ReadRequest } from './parse-mail.worker.ts';
import { UnreadableMail } from './unreadable-mail.ts';

/** What one thread may use. */
export interface ThreadLimits {
  /** Megabytes of heap. */
  heap: number;
  /** Milliseconds for one mail, not counting the start of the thread. */
  timeout: number;
  /** Milliseconds more for each megabyte: honest mail with large files is slow to read on a busy machine. */
  perMegabyte: number;
}

/** Beside this file in development and tests, beside the bundle in production. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './parse-mail.worker.ts' : './parse-mail.worker.js',
  import.meta.url,
);

/** Longest start in milliseconds; a busy machine may take seconds to load the parser. */
const LONGEST_START = 30_000;

const MEGABYTE = 1024 * 1024;

/** One worker thread that reads one mail at a time and dies of the first that it cannot bear. */
export class ParserThread {
  readonly #limits: ThreadLimits;
  readonly #worker: Worker;
  #timer: NodeJS.Timeout | undefined;
  #job: { resolve: (mail: InboundMail) => void; reject: (error: UnreadableMail) => void } | undefined;
  #ready = false;
  /** Milliseconds that the mail being read may take. */
  #allowed = 0;
  dead = false;

  constructor(limits: ThreadLimits) {
    this.#limits = limits;
    this.#worker = new Worker(WORKER, {
      // No secrets of the server, none of its flags.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.heap, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    this.#worker.unref();
    this.#worker.on('message', (answer: ReadAnswer) => this.#hear(answer));
    this.#worker.on('error', (error) => this.#die(asUnreadable(error)));
    this.#worker.on('exit', () =>
      this.#die(new UnreadableMail('crash', 'The parser ended in the middle of the mail.')),
    );
  }

  /** Reads one mail; rejects with `UnreadableMail`, after which the thread is dead. One call at a time. */
  read(request: ReadRequest): Promise<InboundMail> {
    return new Promise((resolve, reject) => {
      this.#job = { resolve, reject };
      this.#allowed = this.#limits.timeout + Math.floor(request.raw.byteLength / MEGABYTE) * this.#limits.perMegabyte;
      this.#worker.ref();
      this.#watch();
      this.#worker.postMessage(request);
    });
  }

  /** Ends the thread; a mail being read is given up. */
  async close(): Promise<void> {
    this.#die(new UnreadableMail('stopped', 'The parser was stopped in the middle of the mail.'));
    await this.#worker.terminate();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const timeout = this.#ready ? this.#allowed : LONGEST_START;
    const message = this.#ready ? `The mail was not read within ${timeout} ms.` : 'The parser did not start.';
    this.#timer = setTimeout(() => this.#die(new UnreadableMail('timeout', message)), timeout);
  }

  #hear(answer: ReadAnswer): void {
    if (answer.kind === 'ready') {
      this.#ready = true;
      if (this.#job) this.#watch();
      return;
    }

    const job = this.#job;
    this.#job = undefined;
    clearTimeout(this.#timer);
    this.#worker.unref();
    if (answer.kind === 'mail') job?.resolve(answer.mail);
    else job?.reject(new UnreadableMail('crash', `The parser failed: ${answer.message}`));
  }

  #die(error: UnreadableMail): void {
    if (this.dead) return;
    this.dead = true;
    clearTimeout(this.#timer);
    this.#job?.reject(error);
    this.#job = undefined;
    void this.#worker.terminate();
  }
}

function asUnreadable(error: Error): UnreadableMail {
  const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return outOfMemory
    ? new UnreadableMail('memory', 'The mail needs more memory to read than one mail may use.', { cause: error })
    : new UnreadableMail('crash', `The parser crashed: ${error.message}`, { cause: error });
}

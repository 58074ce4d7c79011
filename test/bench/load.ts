import { connect, type Socket } from 'node:net';
import { z } from 'zod';

/** What to send. Times are milliseconds; all of it goes to this machine. */
const Load = z.object({
  port: z.number(),
  connections: z.number(),
  warmUpMs: z.number(),
  measureMs: z.number(),
  /**
   * Sent in this order, then from the beginning again. `head` lacks its last line end; in `body`, `"{sequence}"` becomes the
   * sequence, one more in each round: that is how far a reply moves a case.
   */
  requests: z.array(z.object({ head: z.string(), body: z.string().optional(), sequence: z.number().optional() })),
  expectedStatus: z.number(),
});
export type Load = z.infer<typeof Load>;

export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  failures: number;
  /** The first answer that was not as expected. */
  firstFailure: string | null;
}

/**
 * Sends requests over kept-alive connections, each its next one as soon as the answer is there, and counts the answers.
 * A process of its own, without an HTTP library: what it costs must not hide what the servers cost.
 */
class Run {
  private turn = 0;
  private counting = false;
  private over = false;
  private firstFailure: string | null = null;
  private failures = 0;
  private readonly durations: number[] = [];
  private readonly load: Load;

  constructor(load: Load) {
    this.load = load;
  }

  async run(): Promise<LoadResult> {
    const { connections, warmUpMs, measureMs } = this.load;
    const sockets = Array.from({ length: connections }, () => this.open());
    await new Promise((resolve) => setTimeout(resolve, warmUpMs));
    this.counting = true;
    const begin = performance.now();
    await new Promise((resolve) => setTimeout(resolve, measureMs));
    this.over = true;
    const seconds = (performance.now() - begin) / 1000;
    for (const socket of sockets) socket.destroy();

    const sorted = this.durations.toSorted((a, b) => a - b);
    const quantile = (q: number) => sorted[Math.floor(sorted.length * q)] ?? 0;
    const { failures, firstFailure } = this;
    return {
      perSecond: sorted.length / seconds,
      p50Ms: quantile(0.5),
      p95Ms: quantile(0.95),
      p99Ms: quantile(0.99),
      failures,
      firstFailure,
    };
  }

  private open(): Socket {
    const socket = connect({ port: this.load.port, host: '127.0.0.1', noDelay: true });
    let began = 0;
    let received = Buffer.alloc(0);
    const send = () => {
      began = performance.now();
      socket.write(this.nextRequest());
    };
    socket.on('connect', send);
    socket.on('error', (error) => this.fail(error.message));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (!isComplete(received)) return;
      this.took(received, performance.now() - began);
      received = Buffer.alloc(0);
      if (!this.over) send();
    });
    return socket;
  }

  private nextRequest(): string {
    const { requests } = this.load;
    const turn = this.turn++;
    const request = requests[turn % requests.length];
    if (!request) throw new Error('There is no request to send.');
    const { head, body, sequence } = request;
    if (body === undefined) return `${head}\r\n\r\n`;
    const round = Math.floor(turn / requests.length);
    const text = body.replace('"{sequence}"', `${(sequence ?? 0) + round}`);
    const key = `\r\nidempotency-key: ${process.pid}-${turn}`;
    return `${head}${key}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  }

  private took(answer: Buffer, ms: number): void {
    const status = Number(answer.toString('latin1', 9, 12));
    if (status !== this.load.expectedStatus) return this.fail(answer.toString('utf8', 0, 2000));
    if (this.counting && !this.over) this.durations.push(ms);
  }

  private fail(words: string): void {
    if (this.over) return;
    this.failures += 1;
    this.firstFailure ??= words;
  }
}

/** Both servers say how long their answer is. */
function isComplete(received: Buffer): boolean {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.toString('latin1', 0, headEnd))?.[1];
  return length !== undefined && received.length >= headEnd + 4 + Number(length);
}

process.once('message', (message) => {
  void new Run(Load.parse(message)).run().then((result) => process.send?.(result, () => process.exit(0)));
});

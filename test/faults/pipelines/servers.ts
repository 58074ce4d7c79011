import type { ApiClient } from '../../fixtures/api-client.ts';
import { startTestDesk, type TestDesk } from '../../fixtures/desk.ts';
import type { Resource } from '../../../libs/server/desk-api/src/desk-client.fixture.ts';

export interface Answer {
  status: number;
  etag: string | null;
  body: Resource;
}

/** Two servers of one installation, as a balancer hands requests out to them in turn. */
export class Servers {
  /** How often somebody was told to wait. */
  waits = 0;
  private turn = 0;

  private constructor(readonly desks: readonly [TestDesk, TestDesk]) {}

  static async start(): Promise<Servers> {
    const first = await startTestDesk();
    return new Servers([first, await startTestDesk({ database: first.database, dataDir: first.dataDir })]);
  }

  get desk(): TestDesk {
    return this.desks[0];
  }

  /** An administrator, at whichever server it is the turn of. */
  get api(): ApiClient {
    const desk = this.desks[this.turn++ % 2] ?? this.desk;
    return desk.as(this.desk.administrator);
  }

  /** As clients do: who is told to wait waits as long as he is told, and asks again. The waiting is done by the clocks. */
  async ask(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ) {
    for (;;) {
      const minute = this.minute;
      const response = await this.api.fetch(`/api/v2${path}`, {
        method,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const answer: Answer = {
        status: response.status,
        etag: response.headers.get('etag'),
        body: text === '' ? undefined : JSON.parse(text),
      };
      if (answer.status !== 429) return answer;
      this.waits += 1;
      if (this.minute === minute) this.pass(Number(response.headers.get('x-rate-limit-reset')));
    }
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('GET', path, { headers });
  }

  /** Lets seconds go by, for both. */
  pass(seconds: number): void {
    for (const desk of this.desks) desk.clock.advance(seconds * 1000);
  }

  /** Lets this minute go by: all of the next one is ahead. */
  passMinute(): void {
    this.pass(60 - ((this.desk.clock.now().getTime() / 1000) % 60));
  }

  async drain(): Promise<void> {
    for (const desk of this.desks) await desk.drain(30_000);
  }

  async stop(): Promise<void> {
    const [first, second] = this.desks;
    await second.stop();
    await first.stop();
    await first.database.drop();
  }

  private get minute(): number {
    return Math.floor(this.desk.clock.now().getTime() / 60_000);
  }
}

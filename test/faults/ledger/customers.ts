import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { MAILBOX } from '../../fixtures/installation.ts';
import type { Random } from './random.ts';
import { transmit } from './smtp-client.ts';

export interface SentMail {
  /** Stands in its text, and nowhere else. */
  token: string;
  from: string;
  raw: string;
  /** Of the bytes as they arrive. */
  sha256: string;
  /** How often it was handed over until the desk said 250. */
  attempts: number;
  acknowledged: boolean;
}

/** Mail servers that keep a mail until it is acknowledged, as RFC 5321 §4.5.4.1 demands, and sometimes hang up on us. */
export class Customers {
  readonly mails: SentMail[];

  constructor(
    count: number,
    private readonly port: number,
    private readonly random: Random,
  ) {
    this.mails = Array.from({ length: count }, (_, n) => this.write(n)).flat();
  }

  get acknowledged(): number {
    return this.mails.filter(({ acknowledged }) => acknowledged).length;
  }

  /** Resolves when every mail is acknowledged. */
  async sendAll(clients: number): Promise<void> {
    const waiting = [...this.mails];
    const work = async (client: number) => {
      const random = this.random.fork(client);
      for (let mail = waiting.shift(); mail; mail = waiting.shift()) await this.send(mail, random);
    };
    await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  }

  private async send(mail: SentMail, random: Random): Promise<void> {
    while (!mail.acknowledged) {
      mail.attempts += 1;
      const hangUp = random.chance(0.08) ? random.pick(['before-dot', 'after-dot'] as const) : undefined;
      mail.acknowledged = await transmit({ ...mail, port: this.port, to: MAILBOX, hangUp });
      await pause(random.between(50, 250)); // A mail server does more than one thing.
    }
  }

  /** Every fourth customer writes twice, the second time as an answer to the first. */
  private write(n: number): SentMail[] {
    const first = this.mail(n, 'first', []);
    return n % 4 === 0
      ? [first, this.mail(n, 'second', [`In-Reply-To: <first-${n}-${this.random.seed}@cafemail.example>`])]
      : [first];
  }

  private mail(n: number, which: string, headers: string[]): SentMail {
    const id = `${which}-${n}-${this.random.seed}`;
    const token = createHash('sha256').update(id).digest('hex');
    const from = `customer-${n}-${this.random.seed}@cafemail.example`;
    const padding = 'It makes no sound at all when I press it.\r\n'.repeat(
      this.random.between(1, n % 20 === 7 ? 10_000 : 100),
    );
    const lines = [
      `From: Customer ${n} <${from}>`,
      `To: <${MAILBOX}>`,
      `Subject: Grinder ${n}`,
      `Message-ID: <${id}@cafemail.example>`,
      'Date: Sat, 21 Nov 2026 10:00:00 +0000',
      ...headers,
      'Content-Type: text/plain; charset=utf-8',
      '',
      `My serial number is ${token}.`,
      '.A line that begins with a dot.',
      padding,
    ];
    const raw = lines.join('\r\n');
    const sha256 = createHash('sha256').update(`${raw}\r\n`).digest('hex');
    return { token, from, raw, sha256, attempts: 0, acknowledged: false };
  }
}

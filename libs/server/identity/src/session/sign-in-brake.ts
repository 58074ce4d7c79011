import { Injectable } from '@nestjs/common';
import { Clock, Database, networkOf, ProblemError } from '@bureau/platform';

const WINDOW_MINUTES = 15;
/** Failed attempts in the window: for one address from anywhere, and for one network whatever the address. */
const PER_ADDRESS = 10;
const PER_NETWORK = 50;

/** Slows the guessing of passwords. Attempts are counted in the database, so that all processes count together. */
@Injectable()
export class SignInBrake {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt before its password is looked at, so that a hundred at once are no more than a hundred in a row.
   * Throws `session.throttled` after too many, with the same answer for addresses that do not exist.
   */
  async count(email: string, ip: string): Promise<void> {
    const now = this.clock.now();
    const address = addressSubject(email);
    const network = networkSubject(ip);
    await this.database.run(
      `WITH old AS (DELETE FROM attempts WHERE at < $2::timestamptz - interval '1 day')
       INSERT INTO attempts (subject, at) SELECT unnest($1::text[]), $2`,
      [[address, network], now],
    );
    const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
    if ((await this.countOf(address, since)) <= PER_ADDRESS && (await this.countOf(network, since)) <= PER_NETWORK)
      return;

    await this.takeBack([address, network]);
    throw new ProblemError('session.throttled', { retryAfterSeconds: WINDOW_MINUTES * 60 });
  }

  /** The password was right: the address begins anew, and the network has one attempt less. */
  async forgive(email: string, ip: string): Promise<void> {
    await this.database.run('DELETE FROM attempts WHERE subject = $1', [addressSubject(email)]);
    await this.takeBack([networkSubject(ip)]);
  }

  private async countOf(subject: string, since: Date): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      'SELECT count(*) AS count FROM attempts WHERE subject = $1 AND at > $2',
      [subject, since],
    );
    return row?.count ?? 0;
  }

  private async takeBack(subjects: string[]): Promise<void> {
    for (const subject of subjects) {
      await this.database.run(
        `DELETE FROM attempts WHERE ctid = (
           SELECT ctid FROM attempts WHERE subject = $1 ORDER BY at DESC LIMIT 1 FOR UPDATE SKIP LOCKED)`,
        [subject],
      );
    }
  }
}

function addressSubject(email: string): string {
  return `address:${email.toLowerCase()}`;
}

function networkSubject(ip: string): string {
  return `network:${networkOf(ip)}`;
}

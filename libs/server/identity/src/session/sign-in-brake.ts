import { Injectable } from '@nestjs/common';
import { Clock, Database, ProblemError } from '@bureau/platform';

const WINDOW_MINUTES = 15;
/** Failed attempts in the window: for one address from anywhere, and for one network whatever the address. */
const PER_ADDRESS = 10;
const PER_NETWORK = 50;

/** Slows the guessing of passwords. It counts failures only, in the database, so that all processes count together. */
@Injectable()
export class SignInBrake {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws `session.throttled` after too many failures. The answer is the same for addresses that do not exist. */
  async check(email: string, ip: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - WINDOW_MINUTES * 60_000);
    const [addressKey, networkKey] = subjectsOf(email, ip);
    const counts = await this.database.rows<{ subject: string; count: number }>(
      'SELECT subject, count(*) AS count FROM attempts WHERE subject = ANY($1) AND at > $2 GROUP BY subject',
      [[addressKey, networkKey], since],
    );
    const countOf = (subject: string) => counts.find((row) => row.subject === subject)?.count ?? 0;
    if (countOf(addressKey) < PER_ADDRESS && countOf(networkKey) < PER_NETWORK) return;
    throw new ProblemError('session.throttled', { retryAfterSeconds: WINDOW_MINUTES * 60 });
  }

  async countFailure(email: string, ip: string): Promise<void> {
    await this.database.run(
      `WITH old AS (DELETE FROM attempts WHERE at < $2::timestamptz - interval '1 day')
       INSERT INTO attempts (subject, at) SELECT unnest($1::text[]), $2`,
      [subjectsOf(email, ip), this.clock.now()],
    );
  }

  async forgive(email: string): Promise<void> {
    await this.database.run('DELETE FROM attempts WHERE subject = $1', [subjectsOf(email, '')[0]]);
  }
}

function subjectsOf(email: string, ip: string): [address: string, network: string] {
  return [`address:${email.toLowerCase()}`, `network:${networkOf(ip)}`];
}

/** One customer line: an IPv4 address, or the /64 of an IPv6 one. */
function networkOf(ip: string): string {
  return ip.includes(':') && !ip.startsWith('::ffff:') ? ip.split(':').slice(0, 4).join(':') : ip;
}

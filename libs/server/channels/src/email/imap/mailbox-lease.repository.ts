import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';

/** How long a holder may be silent. Renewed at a third of it; with the wait for the next try a dead one is succeeded in less than 30 s. */
export const LEASE_MS = 18_000;

/** Takes a free or expired lease, or renews one's own. By the database's clock: workers' clocks may differ. */
const TAKE = statement(
  'mailbox-leases.take',
  `INSERT INTO mailbox_leases (mailbox_id, holder, until) VALUES ($1, $2, now() + make_interval(secs => $3))
   ON CONFLICT (mailbox_id) DO UPDATE SET holder = excluded.holder, until = excluded.until
   WHERE mailbox_leases.holder = excluded.holder OR mailbox_leases.until < now()`,
);

/** Sees to it that one worker at a time fetches a mailbox. */
@Injectable()
export class MailboxLeaseRepository {
  constructor(private readonly database: Database) {}

  /** True while `holder` may fetch. */
  async take(mailboxId: number, holder: string): Promise<boolean> {
    return (await this.database.run(TAKE, [mailboxId, holder, LEASE_MS / 1000])) === 1;
  }

  async release(mailboxId: number, holder: string): Promise<void> {
    await this.database.run('DELETE FROM mailbox_leases WHERE mailbox_id = $1 AND holder = $2', [mailboxId, holder]);
  }
}

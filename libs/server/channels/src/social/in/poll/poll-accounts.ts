import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Network } from '@bureau/contracts';
import { Clock, defineJob, Every, HandlesJob, JobQueue, LOG, type Log } from '@bureau/platform';
import { z } from 'zod';
import { FacebookStreams } from '../../../facebook/poll/facebook-streams.ts';
import { XStreams } from '../../../x/poll/x-streams.ts';
import { AccountHealth } from '../../account/account-health.ts';
import type { SocialAccountEntity } from '../../account/social-account.entity.ts';
import { SocialAccountRepository } from '../../account/social-account.repository.ts';
import { AccountUnavailable, NetworkFailure } from '../../network-failure.ts';
import { ReceiveSocial } from '../receive-social.ts';
import { PollLeaseRepository } from './poll-lease.repository.ts';
import type { PolledStream } from './polled-stream.ts';
import { SocialCursorRepository } from './social-cursor.repository.ts';

/** Reads what an account has not been told. */
export const pollAccount = defineJob('social.poll', z.object({ accountId: z.number() }), {
  // What fails is tried again in its next turn.
  attempts: 1,
  concurrency: 4,
  timeoutMs: 300_000,
  rememberMs: 0,
});

const SLOT_MS = 15_000;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 30 * 60_000;
/** So that not every account comes back at the same instant when a limit ends. */
const JITTER_MS = 5_000;

/**
 * Asks networks for what they did not tell: webhooks are lossy, and not everybody has one. Each stream of an account has
 * its own turn and its own cursor, and one process at a time; what goes wrong waits longer each time.
 */
@Injectable()
export class PollAccounts {
  private readonly holder = randomUUID();

  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly leases: PollLeaseRepository,
    private readonly cursors: SocialCursorRepository,
    private readonly receive: ReceiveSocial,
    private readonly xStreams: XStreams,
    private readonly facebookStreams: FacebookStreams,
    private readonly health: AccountHealth,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Every('15s', 'social.poll-accounts')
  async wake(): Promise<void> {
    const slot = Math.floor(this.clock.now().getTime() / SLOT_MS);
    for (const network of ['x', 'facebook'] satisfies Network[]) {
      const listening = await this.accounts.findListening(network);
      await this.queue.addMany(
        pollAccount,
        listening.map(({ id }) => ({ id: `${id}:${slot}`, payload: { accountId: id } })),
      );
    }
  }

  /** Every stream whose turn has come. */
  @HandlesJob(pollAccount)
  async run({ accountId }: { accountId: number }): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (!account || !['ok', 'trouble'].includes(account.state)) return;
    const streams = account.network === 'x' ? await this.xStreams.of(account) : this.facebookStreams.of(account);
    const outcomes: (boolean | null)[] = [];
    for (const stream of streams) outcomes.push(await this.turn(account, stream));
    if (!outcomes.includes(true)) return;
    const caughtUp = await this.leases.areRead(
      accountId,
      streams.map(({ name }) => name),
    );
    await this.accounts.polled(accountId, { at: this.clock.now(), caughtUp });
    if (!(await this.leases.isFailing(accountId))) await this.health.note(accountId, 'ok');
  }

  /** Whether it was read to its end; null: it was not its turn. */
  private async turn(account: SocialAccountEntity, stream: PolledStream): Promise<boolean | null> {
    const now = this.clock.now();
    const taken = await this.leases.take(account.id, stream.name, { holder: this.holder, now });
    if (!taken) return null;
    try {
      await this.walk(account, stream);
      await this.release(account.id, stream.name, { nextAt: new Date(now.getTime() + stream.everyMs), failures: 0 });
      return true;
    } catch (error) {
      const failures = taken.failures + 1;
      await this.release(account.id, stream.name, { nextAt: this.patience(error, failures), failures });
      if (error instanceof AccountUnavailable) return false;
      if (!(error instanceof NetworkFailure)) throw error;
      this.log.info(
        { accountId: account.id, stream: stream.name, kind: error.kind },
        'A network was not read to its end.',
      );
      await this.health.note(account.id, error);
      return false;
    }
  }

  private async walk(account: SocialAccountEntity, stream: PolledStream): Promise<void> {
    const { id: accountId, network } = account;
    await stream.walk({
      account,
      cursor: await this.cursors.find(accountId, stream.name),
      now: this.clock.now(),
      keep: async (form, page, position) => {
        const alongside =
          position === undefined ? undefined : () => this.cursors.advance(accountId, stream.name, position);
        const bytes = Buffer.from(JSON.stringify(page));
        await this.receive.run({ network, form, bytes, accountId, ...(alongside && { alongside }) });
        await this.leases.renew(accountId, stream.name, this.holder);
      },
    });
  }

  private release(accountId: number, stream: string, { nextAt, failures }: { nextAt: Date; failures: number }) {
    return this.leases.release(accountId, stream, { holder: this.holder, nextAt, failures });
  }

  /** When the network says so itself, not before; else longer each time. */
  private patience(error: unknown, failures: number): Date {
    const now = this.clock.now().getTime();
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
    const told = error instanceof NetworkFailure ? error.retryAt?.getTime() : undefined;
    return new Date((told ?? now + wait) + (now % JITTER_MS));
  }
}

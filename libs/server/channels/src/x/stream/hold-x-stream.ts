import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, LOG, SystemLog, type Config, type Log } from '@bureau/platform';
import { SocialAccountRepository } from '../../social/account/social-account.repository.ts';
import { PollLeaseRepository } from '../../social/in/poll/poll-lease.repository.ts';
import { NetworkFailure } from '../../social/network-failure.ts';
import { SEARCHED_EVERY_MS } from '../poll/search-query.ts';
import { XApp } from '../x-app.ts';
import { xFailureOf } from '../x-failure.ts';
import { ReceiveStreamLine } from './receive-stream-line.ts';
import { patienceAfter } from './stream-patience.ts';
import { rulesOf } from './stream-rule.ts';
import { StreamSession, type WantedOfStream } from './stream-session.ts';
import { XStreamLeaseRepository } from './x-stream-lease.repository.ts';

/** How soon terms that were added or taken away are noticed, and a lease that was left. */
const LOOK_EVERY_MS = 2_000;
/** A connection that lived so long was none that failed. */
const LASTING_MS = 60_000;
/** X ends streams for reasons of its own; so many short ones in a row are trouble. */
const LOST_AT_MOST = 3;

/**
 * Holds the filtered stream of X, in one process at a time: what people say about the search terms is there at once instead of
 * at the next poll. Whatever it misses the polls bring; they go on, more slowly, while it is open. Only with a token of the
 * app (X_BEARER).
 */
@Injectable()
export class HoldXStream {
  private readonly holder = randomUUID();
  private readonly session: StreamSession;
  private stopping = new AbortController();
  private holding: Promise<void> = Promise.resolve();
  private isInTrouble = false;

  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly leases: XStreamLeaseRepository,
    private readonly polls: PollLeaseRepository,
    private readonly app: XApp,
    receive: ReceiveStreamLine,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'x'>,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.session = new StreamSession({
      wanted: () => this.wanted(),
      receive: (line, accounts) => receive.run(line, accounts),
      hurry: (accountIds) => this.polls.hurrySearches(accountIds),
      covers: (names) => this.leases.covers(this.holder, names),
    });
  }

  start(): void {
    if (this.config.x.bearer === null) return;
    this.stopping = new AbortController();
    this.holding = this.hold(this.stopping.signal);
  }

  /** Resolves when nothing of it runs any more; another process may open it at once. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.holding;
  }

  private async hold(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.turn(signal).catch((error: unknown) =>
        this.log.warn({ err: error }, 'The stream of X could not be looked after.'),
      );
      await rest(LOOK_EVERY_MS, signal);
    }
    await this.leases.release(this.holder).catch(() => undefined);
  }

  /** From taking the lease to the end of one connection. */
  private async turn(signal: AbortSignal): Promise<void> {
    const { rules } = await this.wanted();
    if (rules.length === 0 && !this.session.hasRules) return;
    const lease = await this.leases.take(this.holder);
    if (!lease || lease.waitMs > 0) return;
    const began = Date.now();
    const ended = await this.attempt(signal);
    if (ended === null) return this.leases.covers(this.holder, []);
    const failures = Date.now() - began > LASTING_MS ? 1 : lease.failures + 1;
    const waitMs = patienceAfter(failures, { failure: ended, now: new Date() });
    this.log.info({ kind: ended.kind, failures, waitMs }, `The stream of X is not open: ${ended.words}`);
    await this.leases.ended(this.holder, { failures, waitMs });
    await this.polls.hastenSearches(new Date(this.clock.now().getTime() + SEARCHED_EVERY_MS));
    if (ended.kind !== 'transient' || failures > LOST_AT_MOST) await this.report(ended);
  }

  /** What ended it; null: nobody wants it any more, or another process has it. */
  private async attempt(signal: AbortSignal): Promise<NetworkFailure | null> {
    try {
      const client = await this.app.client();
      if (!client) return null;
      const lease = async () => (await this.leases.take(this.holder)) !== undefined;
      return await this.session.run(client, { signal, lease, opened: () => this.report(null) });
    } catch (error) {
      const failure = this.failureOf(error);
      if (failure.kind === 'auth') this.app.forgetBearer();
      return failure;
    }
  }

  /** What is wrong here is no reason to come back at once either: the polls bring what is not kept now. */
  private failureOf(error: unknown): NetworkFailure {
    try {
      return xFailureOf(error);
    } catch {
      this.log.warn({ err: error }, 'What the stream of X told could not be kept.');
      const words = 'What X told could not be kept.';
      return new NetworkFailure({ kind: 'transient', words, status: null, code: '', retryAt: null });
    }
  }

  private async wanted(): Promise<WantedOfStream> {
    const listening = await this.accounts.findListening('x');
    return {
      accounts: new Map(listening.map(({ externalId, id }) => [externalId, id])),
      rules: listening.flatMap(({ externalId, imports }) =>
        imports.network === 'x' ? rulesOf({ externalId, searches: imports.searches }) : [],
      ),
    };
  }

  /** Once for each change, in words; null: all is well. */
  private async report(trouble: NetworkFailure | null): Promise<void> {
    if (this.isInTrouble === (trouble !== null)) return;
    this.isInTrouble = trouble !== null;
    const message =
      trouble === null
        ? 'X tells at once again what is said about search terms.'
        : `X does not tell at once what is said about search terms. ${trouble.words} The desk looks for them every two minutes instead.`;
    await this.systemLog.write({ level: trouble === null ? 'info' : 'warning', part: 'social', message, details: {} });
  }
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}

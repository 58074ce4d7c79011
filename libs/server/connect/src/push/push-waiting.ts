import { Inject, Injectable } from '@nestjs/common';
import { loopSuspected, LOOP } from '@bureau/domain';
import { Clock, Every, HandlesJob, JobQueue, LOG, type Log } from '@bureau/platform';
import { PushChildren } from '../children/push-children.ts';
import { SyncLogRepository } from '../log/sync-log.repository.ts';
import { MaySync, SalesforceUnavailable } from '../salesforce/index.ts';
import { SalesforceOutbox, type Waiting } from './outbox.repository.ts';
import type { PushEnd } from './push-end.ts';
import { pushWaiting } from './push.job.ts';
import { PushRecord } from './push-record.ts';
import { ReleaseProblems } from './release-problems.ts';

const BATCH = 8;
/** What is due so soon is waited for by a job of its own; for the rest somebody looks every few seconds. */
const SOON_MS = 10_000;
/** While Salesforce is not to be asked. */
const AWAY_MS = 60_000;

/** Brings to Salesforce what waits: several processes at once, each record by one of them. */
@Injectable()
export class PushWaiting {
  constructor(
    private readonly maySync: MaySync,
    private readonly outbox: SalesforceOutbox,
    private readonly push: PushRecord,
    private readonly release: ReleaseProblems,
    private readonly children: PushChildren,
    private readonly log: SyncLogRepository,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    @Inject(LOG) private readonly systemLog: Log,
  ) {}

  @Every('10s', 'salesforce.push-waiting')
  async wake(): Promise<void> {
    if (await this.isOn()) await this.run();
  }

  @HandlesJob(pushWaiting)
  async run(): Promise<void> {
    while (await this.isOn()) {
      const due = await this.outbox.take(this.clock.now(), BATCH);
      // Until nothing is left: what has gone wakes what waited for it.
      if (due.length === 0) return;
      for (const waiting of due) await this.one(waiting);
    }
  }

  /** What waits stays: also while what is left of the day's calls is for people. */
  private async isOn(): Promise<boolean> {
    return (await this.maySync.run()) === 'yes';
  }

  private async one(waiting: Waiting): Promise<void> {
    try {
      await this.settle(waiting, await this.endOf(waiting));
    } catch (error) {
      if (!(error instanceof SalesforceUnavailable))
        this.systemLog.error({ err: error, waiting }, 'A record was not sent.');
      await this.outbox.later(waiting, { notBefore: this.in(AWAY_MS), attempts: waiting.attempts });
    }
  }

  private async endOf(waiting: Waiting): Promise<PushEnd> {
    const { object, deskId, attempts } = waiting;
    await this.release.run(waiting);
    const restsUntil = await this.restsUntil(object, deskId);
    if (restsUntil !== null) return restsUntil;
    const end = await this.push.run(object, deskId, attempts);
    if (object !== 'case' || end.end !== 'done') return end;
    return this.children.run(deskId, attempts);
  }

  /** A record that was written too often is suspected to run in a circle, and rests. */
  private async restsUntil(object: Waiting['object'], deskId: number): Promise<PushEnd | null> {
    const now = this.clock.now().getTime();
    const writes = await this.log.writesSince(object, deskId, new Date(now - LOOP.withinMs));
    const until = loopSuspected(writes, now);
    if (until === null) return null;
    const message =
      'It changed too often within ten minutes on both sides: a rule here and one there may answer each other.';
    return {
      ...{ end: 'later', ms: until - now, failed: false },
      problem: { code: 'LOOP_SUSPECTED', kind: 'loop', message, fields: [] },
    };
  }

  private async settle(waiting: Waiting, end: PushEnd): Promise<void> {
    switch (end.end) {
      case 'done':
        if (!(await this.outbox.done(waiting, this.clock.now()))) await this.queue.add(pushWaiting, {});
        return;
      case 'later': {
        const attempts = waiting.attempts + (end.failed ? 1 : 0);
        await this.outbox.later(waiting, { notBefore: this.in(end.ms), attempts, problem: end.problem });
        if (end.ms <= SOON_MS) await this.queue.add(pushWaiting, {}, { delayMs: end.ms + 1 });
        return;
      }
      case 'dead':
        await this.outbox.bury(waiting, end.problem, this.clock.now());
    }
  }

  private in(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}

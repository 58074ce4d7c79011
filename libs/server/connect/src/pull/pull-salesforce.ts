import { Inject, Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { budgetState, objectsToPoll, pollBackOff, type PollState } from '@bureau/domain';
import { Clock, Every, HeldLocks, JobQueue, LOG, type HeldLock, type Log } from '@bureau/platform';
import { LinkRepository } from '../link/link.repository.ts';
import { POLL_LOCK } from '../link/record-lock.ts';
import { pushWaiting } from '../push/push.job.ts';
import {
  MaySync,
  SalesforceBudget,
  SalesforceClients,
  SalesforceFailure,
  SalesforceUnavailable,
  type AnsweredChanges,
} from '../salesforce/index.ts';
import { CursorRepository } from './cursor.repository.ts';
import { PullComments, type PlannedComments } from './pull-comments.ts';
import { PullObject, type PlannedPull } from './pull-object.ts';

/** From one poll to the next while there are calls enough. */
const USUAL_MS = 60_000;

type Asked = PollState & { chance: number };

interface Planned {
  state: Asked;
  plan: PlannedPull;
}

/**
 * Fetches what changed in Salesforce: every minute, less often when few calls are left; one process at a time. All objects
 * that are due are one call, with further pages after it; one that fails does not hold up the others.
 */
@Injectable()
export class PullSalesforce {
  constructor(
    private readonly maySync: MaySync,
    private readonly clients: SalesforceClients,
    private readonly cursors: CursorRepository,
    private readonly links: LinkRepository,
    private readonly pull: PullObject,
    private readonly comments: PullComments,
    private readonly budget: SalesforceBudget,
    private readonly locks: HeldLocks,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Every('15s', 'salesforce.poll')
  async wake(): Promise<void> {
    const leave = await this.maySync.run();
    if (leave === 'look-again') await this.tried(() => this.lookAgain());
    if (leave !== 'yes') return;
    const everyMs = await this.everyMs();
    await this.ask((states) => {
      const due = objectsToPoll(states, this.clock.now().getTime(), everyMs);
      return states.filter(({ object }) => due.includes(object));
    });
  }

  /** Everything that changed until now. */
  async run(): Promise<void> {
    if ((await this.maySync.run()) === 'yes') await this.ask((states) => states);
  }

  /**
   * What changed in these objects until now, of which Salesforce says by itself that something did. When calls are getting
   * few, or Salesforce has just refused one, that waits for the next poll.
   */
  async hinted(objects: readonly SyncObject[]): Promise<void> {
    if ((await this.maySync.run()) !== 'yes' || (await this.everyMs()) > USUAL_MS) return;
    const now = this.clock.now().getTime();
    const mayBeAsked = ({ object, retryAt }: PollState) =>
      objects.includes(object) && (retryAt === null || retryAt <= now);
    await this.ask((states) => states.filter(mayBeAsked));
  }

  /** Who waited for another process finds that it is not due any more. */
  private async ask(wanted: (states: PollState[]) => PollState[]): Promise<void> {
    const asked = await this.locks.holding(POLL_LOCK, async (lock) => {
      const states = wanted(await this.cursors.states());
      await this.tried(() => this.askFor(states, lock));
      return states.length > 0;
    });
    if (asked) await this.queue.add(pushWaiting, {});
  }

  private async askFor(states: readonly PollState[], lock: HeldLock): Promise<void> {
    const planned: Planned[] = [];
    // What failed together comes back together: it is one call again.
    const chance = Math.random();
    for (const state of states.map((one) => ({ ...one, chance }))) {
      const plan = await this.each(state, () => this.pull.plan(state.object, state.polledAt));
      if (plan) planned.push({ state, plan });
    }
    const readAt = await this.links.now();
    const comments = await this.commentsOf(planned);
    const answers = await this.answersTo(planned, comments);
    for (const [index, { state, plan }] of planned.entries()) {
      const answer = answers[index];
      lock.check();
      if (answer) await this.each(state, () => this.pull.read(plan, answer, readAt));
    }
    const said = answers[planned.length];
    if (comments && said) await this.comments.read(comments, said);
  }

  /** They are asked for with the cases. */
  private async commentsOf(planned: readonly Planned[]): Promise<PlannedComments | null> {
    const cases = planned.find(({ plan }) => plan.frame.object === 'case');
    return cases ? this.comments.plan(cases.plan) : null;
  }

  /** One call; none are there when it came to nothing. */
  private async answersTo(planned: readonly Planned[], comments: PlannedComments | null): Promise<AnsweredChanges[]> {
    const [first] = planned;
    if (!first) return [];
    try {
      const wanted = planned.map(({ plan }) => plan.asked);
      return await first.plan.frame.records.changes(comments ? [...wanted, comments.asked] : wanted);
    } catch (error) {
      for (const { state } of planned) await this.each(state, () => Promise.reject(error));
      return [];
    }
  }

  /** What Salesforce refuses of one object is remembered with it; undefined then. */
  private async each<T>({ object, failures, chance }: Asked, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SalesforceFailure)) throw error;
      const wait = { failures, chance, everyMs: await this.everyMs() };
      const ms = pollBackOff(error.error, wait);
      await this.cursors.failed(object, failures + 1, new Date(this.clock.now().getTime() + ms));
      this.log.info({ object, code: error.code, ms }, 'Salesforce was not read to its end.');
      return undefined;
    }
  }

  /** The answer says how many calls are left now. */
  private async lookAgain(): Promise<void> {
    await (await this.clients.current()).query('SELECT Id FROM Organization LIMIT 1');
  }

  /** Whoever is not reached is asked again the next time: what was not dealt with is still behind the cursor. */
  private async tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SalesforceUnavailable) && !(error instanceof SalesforceFailure)) throw error;
    }
  }

  private async everyMs(): Promise<number> {
    const latest = await this.budget.latest();
    return latest ? budgetState(latest).pollSeconds * 1_000 : USUAL_MS;
  }
}

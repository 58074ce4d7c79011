import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { nextPushStep, PUSH_DEAD_ENDS, SYNC_POLICY, type PushRun, type PushStep } from '@bureau/domain';
import { Clock, HeldLocks, type HeldLock } from '@bureau/platform';
import { MergeWithDesk } from '../link/merge-with-desk.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import { recordLock } from '../link/record-lock.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { SalesforceFailure } from '../salesforce/index.ts';
import { AfterFailure } from './after-failure.ts';
import { AskSalesforce } from './ask-salesforce.ts';
import { KeepPush } from './keep-push.ts';
import { DONE, later, type PushEnd } from './push-end.ts';
import { SalesforceOutbox } from './outbox.repository.ts';
import { ReadPushFacts, type ComingParent, type PushLook } from './push-facts.ts';
import { recordKey, type AfterStep, type PushTurn } from './push-turn.ts';

/** More steps than any honest record needs: what goes round in circles stops. */
const MOST_STEPS = 40;

/**
 * Brings one record of the desk to Salesforce: looks, decides (domain, `nextPushStep`) and does one step after the other, so
 * that it may be killed between any two of them. Nobody else touches the link meanwhile, in any process.
 */
@Injectable()
export class PushRecord {
  constructor(
    private readonly frames: SyncFrames,
    private readonly facts: ReadPushFacts,
    private readonly ask: AskSalesforce,
    private readonly keep: KeepPush,
    private readonly merge: MergeWithDesk,
    private readonly afterFailure: AfterFailure,
    private readonly outbox: SalesforceOutbox,
    private readonly locks: HeldLocks,
    private readonly clock: Clock,
  ) {}

  /** `attempts`: tries that failed before this one. Throws SalesforceUnavailable. */
  async run(object: SyncObject, deskId: number, attempts: number): Promise<PushEnd> {
    return this.locks.holding(recordLock(object, deskId), (lock) => this.held({ object, deskId, attempts }, lock));
  }

  /** While nobody else has the record. */
  private async held({ object, deskId, attempts }: Tried, lock: HeldLock): Promise<PushEnd> {
    try {
      return await this.steps(await this.frames.of(object), deskId, { attempts, lock });
    } catch (error) {
      // Before the first step: the organisation could not even be described.
      if (error instanceof SalesforceFailure) return unreachable(error);
      throw error;
    }
  }

  private async steps(
    first: SyncFrame,
    deskId: number,
    { attempts, lock }: { attempts: number; lock: HeldLock },
  ): Promise<PushEnd> {
    const without = new Set<string>();
    let run: PushRun = {};
    let salesforceNow = 0;
    let failures = attempts;
    let frame = first;
    let described = false;
    for (let count = 0; count < MOST_STEPS; count++) {
      const look = await this.facts.run(frame, deskId, { run, salesforceNow, without });
      const step = nextPushStep(look.facts, SYNC_POLICY);
      if (step.do === 'wait' && step.because === 'parent' && (await this.parentsCame(look, without))) continue;
      lock.check();

      const turn = { frame, deskId, look, run, step, described };
      const after = await this.attempt(turn, failures);
      if ('end' in after) return after;
      if (after.again) failures += 1;
      if (after.described) {
        described = true;
        frame = await this.frames.of(frame.object);
      }
      ({ run } = after);
      salesforceNow = after.salesforceNow ?? salesforceNow;
    }
    return later(SYNC_POLICY.settleMs);
  }

  /** `again`: it failed, and may go on all the same. */
  private async attempt(turn: PushTurn, failures: number): Promise<PushEnd | AfterAttempt> {
    try {
      const after = await this.take(turn);
      return 'end' in after ? after : { ...after, again: false };
    } catch (error) {
      if (!(error instanceof SalesforceFailure)) throw error;
      const after = await this.afterFailure.run(turn, error, failures);
      return 'end' in after ? after : { ...after, again: true };
    }
  }

  /** Whether it is worth another look: every parent has gone there, or will not. */
  private async parentsCame({ coming }: PushLook, without: Set<string>): Promise<boolean> {
    for (const parent of coming) {
      if (parent.waitMs > 0 || !(await this.parentCame(parent))) return false;
      without.add(recordKey(parent));
    }
    return coming.length > 0;
  }

  /**
   * It is tried as if its own turn had come, and kept as it ends: the next that waits for it, who looks when it has the record
   * to itself, does not try it once more.
   */
  private async parentCame({ object, deskId }: ComingParent): Promise<boolean> {
    return this.locks.holding(recordLock(object, deskId), async (lock) => {
      const parent = await this.facts.stands({ object, deskId });
      if (parent.waitMs > 0) return false;
      const end = await this.held(parent, lock);
      if (end.end !== 'done') await this.parentStays(parent, end);
      return end.end === 'done';
    });
  }

  private async parentStays(parent: ComingParent, end: Exclude<PushEnd, { end: 'done' }>): Promise<void> {
    const now = this.clock.now();
    const { problem } = end;
    const failed = end.end === 'later' && end.failed;
    const notBefore = new Date(now.getTime() + (end.end === 'later' ? end.ms : 0));
    const attempts = parent.attempts + (failed ? 1 : 0);
    await this.outbox.stays(parent, { notBefore, attempts, problem, dead: end.end === 'dead' }, now);
  }

  private async take(turn: PushTurn): Promise<AfterStep> {
    const { step, run } = turn;
    switch (step.do) {
      case 'forget':
        return DONE;
      case 'wait':
        return step.because === 'parent' ? waitingFor(turn.look, step.ms) : later(step.ms);
      case 'match':
        return this.ask.match(turn);
      case 'look up':
        return this.ask.lookUp({ ...turn, step });
      case 'create':
        return this.ask.create({ ...turn, step });
      case 'read':
        return this.ask.read({ ...turn, step });
      case 'patch':
        return this.ask.patch({ ...turn, step });
      case 'merge': {
        const { link } = turn.look;
        const merged = link && (await this.merge.run(turn.frame, link, step.row));
        return { run: merged ? { ...run, toSalesforce: merged.toSalesforce } : {} };
      }
      default:
        return this.write(turn, step);
    }
  }

  /** Steps that are one transaction each. */
  private async write(turn: PushTurn, step: WriteStep): Promise<AfterStep> {
    switch (step.do) {
      case 'link':
        return (await this.keep.link(turn, step.salesforceId))
          ? { run: {} }
          : this.giveUp(turn, 'match-linked-elsewhere');
      case 'revive':
        await this.keep.revive(turn);
        return { run: {} };
      case 'freeze':
        await this.keep.freeze(turn);
        return { run: { ...turn.run, froze: true } };
      case 'start over':
        await this.keep.startOver(turn);
        return { run: { froze: true } };
      case 'adopt':
        if (!(await this.keep.adopt({ ...turn, step }))) return this.giveUp(turn, 'found-linked-elsewhere');
        return step.because === 'created' ? DONE : { run: {} };
      case 'promise':
        await this.keep.promise({ ...turn, step });
        return { run: { ...turn.run, promised: true } };
      case 'bury':
        await this.keep.bury({ ...turn, step });
        return DONE;
      case 'agree':
        await this.keep.agree({ ...turn, step });
        return DONE;
      case 'finish':
        await this.keep.finish(turn);
        return DONE;
      case 'give up':
        return this.giveUp(turn, step.code);
    }
  }

  private async giveUp(turn: PushTurn, code: keyof typeof PUSH_DEAD_ENDS): Promise<PushEnd> {
    const problem = { code, kind: 'person', message: PUSH_DEAD_ENDS[code], fields: [] };
    await this.keep.giveUp(turn, problem);
    return { end: 'dead', problem };
  }
}

interface Tried {
  object: SyncObject;
  deskId: number;
  attempts: number;
}

interface AfterAttempt {
  run: PushRun;
  salesforceNow?: number;
  described?: true;
  again: boolean;
}

type WriteStep = Extract<
  PushStep,
  { do: 'revive' | 'link' | 'freeze' | 'start over' | 'adopt' | 'promise' | 'bury' | 'agree' | 'finish' | 'give up' }
>;

/** Not this record's fault, and nothing was done to it. */
function unreachable({ code, message }: SalesforceFailure): PushEnd {
  return later(60_000, { code, kind: 'transient', message, fields: [] });
}

function waitingFor({ coming }: PushLook, ms: number): PushEnd {
  const message = 'It waits for the record that it belongs to, which has to go to Salesforce first.';
  const problem = { code: 'WAITS', kind: 'parent', message, fields: coming.map(recordKey) };
  return later(Math.max(ms, ...coming.map(({ waitMs }) => waitMs)), problem);
}

import { Injectable } from '@nestjs/common';
import type { SyncProblem } from '@bureau/contracts';
import { nextAfterFailure, type Failure, type FailureStep, type HeldField, type PushStep } from '@bureau/domain';
import type { SalesforceFailure } from '../salesforce/index.ts';
import { LookAtFields } from '../link/look-at-fields.ts';
import { KeepPush } from './keep-push.ts';
import { DONE, later, type PushEnd } from './push-end.ts';
import type { AfterStep, PushTurn } from './push-turn.ts';

/** How long what waits for a person to sign in is left alone, in milliseconds. */
const UNTIL_SIGNED_IN_MS = 60_000;

/** What is done when Salesforce refused a step of a push, or did not answer. */
@Injectable()
export class AfterFailure {
  constructor(
    private readonly keep: KeepPush,
    private readonly fields: LookAtFields,
  ) {}

  async run(turn: PushTurn, failure: SalesforceFailure, attempts: number): Promise<AfterStep> {
    const sent = sentBy(turn.step);
    const { frame } = turn;
    const next = nextAfterFailure({
      ...{ error: failure.error, attempts, call: callOf(turn.step), sent: Object.keys(sent) },
      ...{ pairs: [...frame.pairs, ...frame.createPairs], chance: Math.random(), described: turn.described },
    });
    const { code, message, fields } = failure.error;
    const problem: SyncProblem = { code, kind: next.class, message, fields: [...fields] };
    return this.follow(turn, next, problem);
  }

  private async follow(turn: PushTurn, next: FailureStep, problem: SyncProblem): Promise<AfterStep> {
    switch (next.do) {
      case 'retry':
        return { end: 'later', ms: next.ms, failed: true, problem };
      case 'again':
      case 'look up':
        return { run: {} };
      case 'disable':
        await this.fields.again(turn.frame, { fields: next.fields.flatMap((field) => nameOf(turn, field)), problem });
        await this.keep.thaw(turn);
        return { run: {}, described: true };
      case 'hold':
        await this.keep.hold(turn, heldBy(turn, next.fields, problem.code), problem);
        return { run: {} };
      case 'link':
        return (await this.keep.link(turn, next.salesforceId)) ? { run: {} } : this.giveUp(turn, problem);
      case 'bury':
        await this.keep.bury({ ...turn, step: { do: 'bury', side: 'salesforce' } });
        return DONE;
      case 'pause':
        return later(next.ms ?? UNTIL_SIGNED_IN_MS, problem);
      case 'give up':
        return this.giveUp(turn, problem);
    }
  }

  private async giveUp(turn: PushTurn, problem: SyncProblem): Promise<PushEnd> {
    await this.keep.giveUp(turn, problem);
    return { end: 'dead', problem };
  }
}

function nameOf({ frame }: PushTurn, field: string): string[] {
  const pair = [...frame.pairs, ...frame.createPairs].find(({ deskField }) => deskField === field);
  return pair ? [pair.salesforceField] : [];
}

function callOf(step: PushStep): Failure['call'] {
  return step.do === 'create' || step.do === 'patch' ? step.do : 'read';
}

function sentBy(step: PushStep): Record<string, unknown> {
  return step.do === 'create' || step.do === 'patch' ? step.values : {};
}

/** What rests: the values that both sides have now. */
function heldBy({ step, run }: PushTurn, fields: readonly string[], code: string): Record<string, HeldField> {
  const sent = step.do === 'create' || step.do === 'patch' ? step.values : {};
  const there = run.row === undefined || run.row === 'gone' ? {} : run.row.values;
  return Object.fromEntries(
    fields.map((field) => [field, { desk: sent[field] ?? null, salesforce: there[field] ?? null, code }]),
  );
}

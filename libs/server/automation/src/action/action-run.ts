import type { ActionEffect, Actor, FieldChange, UpdateCase } from '@bureau/contracts';
import type { CaseRepository, LockedCase, UpdateCase as UpdateCaseVerb } from '@bureau/cases';
import { ProblemError, type Database } from '@bureau/platform';
import type { ActionContext, Turn } from './action-context.ts';
import { done, nothing, refused, refusedBy, type Outcome, type Wish } from './outcome.ts';
import { asWished, changesOf, goTogether, standsAlone, together } from './pending-wishes.ts';

export interface RunTools {
  cases: CaseRepository;
  updateCase: UpdateCaseVerb;
  database: Database;
}

/** What is known of an action besides what becomes of it. */
export type Head = Pick<ActionEffect, 'index' | 'type' | 'description'>;

interface Pending extends Wish {
  head: Head;
}

/** One list of actions on one case: fields that follow each other are written together, everything else in its turn. */
export class ActionRun implements Turn {
  private readonly effects: ActionEffect[] = [];
  private pending: Pending[] = [];
  private found: LockedCase | undefined;

  constructor(
    readonly actor: Actor,
    readonly caseId: number,
    readonly context: ActionContext,
    private readonly tools: RunTools,
  ) {}

  async supportCase(): Promise<LockedCase> {
    if (this.pending.some(({ wish }) => standsAlone(wish))) await this.write();
    this.found ??= await this.tools.cases.lockOrThrow(this.actor, this.caseId);
    return asWished(this.found, together(this.pending.map(({ wish }) => wish)));
  }

  /** Notes fields that are to be set, or what stands against it. */
  async wishes(head: Head, ask: () => Promise<Wish | Outcome> | Wish | Outcome): Promise<void> {
    const asked = await this.heard(async () => ask());
    if ('outcome' in asked) return this.tell(head, asked);
    if (this.pending.some(({ wish }) => !goTogether(wish, asked.wish))) await this.write();
    this.pending.push({ head, ...asked });
  }

  /** Does something else, after all that was to be done before it. */
  async acts(head: Head, act: () => Promise<Outcome> | Outcome): Promise<void> {
    await this.write();
    const outcome = await this.heard(() => this.tools.database.savepoint(async () => act()));
    this.found = undefined;
    this.tell(head, outcome);
  }

  refuse(head: Head, reason: string): void {
    this.tell(head, refused(reason));
  }

  /** Ends the run: what came of each action, in their order. */
  async end(): Promise<ActionEffect[]> {
    await this.write();
    return this.effects.sort((a, b) => a.index - b.index);
  }

  /** One write for all; when it is refused, each by itself, so that one does not spoil the others. */
  private async write(): Promise<void> {
    const pending = this.pending;
    this.pending = [];
    if (pending.length === 0) return;
    const changes = await this.heard(() => this.update(together(pending.map(({ wish }) => wish))));
    if ('outcome' in changes && pending.length > 1) {
      for (const one of pending) this.tell(one.head, outcomeOf(one, await this.heard(() => this.update(one.wish))));
    } else {
      for (const one of pending) this.tell(one.head, outcomeOf(one, changes));
    }
  }

  private async update(wish: UpdateCase): Promise<{ changed: FieldChange[] }> {
    this.found = undefined;
    return this.tools.database.savepoint(async () => ({
      changed: await this.tools.updateCase.run(this.actor, this.caseId, wish),
    }));
  }

  /** What a verb refuses is an outcome; what is broken is thrown. */
  private async heard<T>(work: () => Promise<T>): Promise<T | Outcome> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ProblemError) return refusedBy(error);
      throw error;
    }
  }

  private tell(head: Head, outcome: Outcome): void {
    this.effects.push({ ...head, ...outcome });
  }
}

function outcomeOf({ wish, reason }: Wish, answer: { changed: FieldChange[] } | Outcome): Outcome {
  if ('outcome' in answer) return answer;
  const changes = changesOf(wish, answer.changed);
  return changes.length === 0 ? nothing('It is so already.') : done({ changes, reason: reason ?? null });
}

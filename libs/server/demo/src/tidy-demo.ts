import { Injectable } from '@nestjs/common';
import { MergeCases, SplitCase } from '@bureau/cases';
import type { Actor } from '@bureau/contracts';
import { UserRepository } from '@bureau/identity';
import { SECOND_QUESTION } from './content/stories/asides.ts';
import type { Fate } from './content/story.ts';
import type { CaseHistory } from './history/case-history.ts';

/**
 * The last work of the demo's agents, by the very verbs, because what they must be able to take back is theirs to write
 * down: one matter in two cases becomes one case, two matters in one case become two.
 */
@Injectable()
export class TidyDemo {
  constructor(
    private readonly merge: MergeCases,
    private readonly split: SplitCase,
    private readonly users: UserRepository,
  ) {}

  /** Within the transaction that inserted the cases. */
  async run(histories: readonly CaseHistory[]): Promise<void> {
    const of = (fate: Fate) => histories.filter(({ planned }) => planned.story.fate === fate);

    const [first, ...again] = of('twice');
    if (first && again.length > 0) {
      await this.merge.run(await this.agentOf(first), {
        caseIds: again.map(({ id }) => id),
        intoCaseId: first.id,
        differentCustomers: false,
      });
    }
    for (const history of of('two-questions')) {
      await this.split.run(await this.agentOf(history), history.id, {
        messageIds: history.heardIds.slice(-1),
        noteIds: [],
        subject: SECOND_QUESTION,
        customer: 'same',
      });
    }
  }

  private async agentOf({ state }: CaseHistory): Promise<Actor> {
    const actor = state.assigneeId === null ? undefined : await this.users.actor(state.assigneeId);
    if (!actor) throw new Error('The case has no agent.');
    return actor;
  }
}

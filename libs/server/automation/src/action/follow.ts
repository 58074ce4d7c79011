import { Injectable } from '@nestjs/common';
import { FollowCase } from '@bureau/cases';
import { userIdOf, type ActionOf } from '@bureau/contracts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, DeedHandler } from './action-handler.ts';
import { KnownReferences } from './known-references.ts';
import { done, nothing, type Outcome } from './outcome.ts';

/** Tells a user of what happens on the case. */
@Injectable()
export class Follow implements DeedHandler<'follow'> {
  readonly type = 'follow';
  readonly needs = 'cases:view';

  constructor(
    private readonly followCase: FollowCase,
    private readonly references: KnownReferences,
  ) {}

  check({ userId }: ActionOf<'follow'>): Promise<ActionProblem[]> {
    return this.references.check('userId', 'user', userId);
  }

  async apply(turn: Turn, { userId: named }: ActionOf<'follow'>): Promise<Outcome> {
    const { actor, caseId } = turn;
    const userId = named ?? userIdOf(actor) ?? (await turn.supportCase()).assigneeId;
    if (userId === null) return nothing('Nobody is assigned.');
    if (!(await this.followCase.add(actor, { caseId, userId }))) return nothing('Follows the case already.');
    return done({ changes: [{ field: 'followerIds', from: null, to: userId }] });
  }
}

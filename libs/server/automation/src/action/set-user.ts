import { Injectable } from '@nestjs/common';
import type { ActionOf } from '@bureau/contracts';
import type { ActionProblem, FieldHandler } from './action-handler.ts';
import type { Turn } from './action-context.ts';
import { KnownReferences } from './known-references.ts';
import type { Wish } from './outcome.ts';

@Injectable()
export class SetUser implements FieldHandler<'set-user'> {
  readonly type = 'set-user';
  readonly needs = 'cases:update';

  constructor(private readonly references: KnownReferences) {}

  check({ userId }: ActionOf<'set-user'>): Promise<ActionProblem[]> {
    return this.references.check('userId', 'user', userId);
  }

  wish(_turn: Turn, { userId }: ActionOf<'set-user'>): Wish {
    return { wish: { assigneeId: userId } };
  }
}

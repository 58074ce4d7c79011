import { Injectable } from '@nestjs/common';
import type { ActionOf } from '@bureau/contracts';
import type { ActionProblem, FieldHandler } from './action-handler.ts';
import { KnownReferences } from './known-references.ts';
import type { Turn } from './action-context.ts';
import type { Wish } from './outcome.ts';

@Injectable()
export class SetGroup implements FieldHandler<'set-group'> {
  readonly type = 'set-group';
  readonly needs = 'cases:update';

  constructor(private readonly references: KnownReferences) {}

  check({ groupId }: ActionOf<'set-group'>): Promise<ActionProblem[]> {
    return this.references.check('groupId', 'group', groupId);
  }

  wish(_turn: Turn, { groupId }: ActionOf<'set-group'>): Wish {
    return { wish: { groupId } };
  }
}

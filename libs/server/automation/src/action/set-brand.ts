import { Injectable } from '@nestjs/common';
import type { ActionOf } from '@bureau/contracts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, FieldHandler } from './action-handler.ts';
import { KnownReferences } from './known-references.ts';
import type { Wish } from './outcome.ts';

/** The case answers from a mailbox of that brand from then on. */
@Injectable()
export class SetBrand implements FieldHandler<'set-brand'> {
  readonly type = 'set-brand';
  readonly needs = 'cases:update';

  constructor(private readonly references: KnownReferences) {}

  check({ brandId }: ActionOf<'set-brand'>): Promise<ActionProblem[]> {
    return this.references.check('brandId', 'brand', brandId);
  }

  wish(_turn: Turn, { brandId }: ActionOf<'set-brand'>): Wish {
    return { wish: { brandId } };
  }
}

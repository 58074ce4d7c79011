import { Injectable } from '@nestjs/common';
import { DeleteCase } from '@bureau/cases';
import type { Turn } from './action-context.ts';
import type { DeedHandler } from './action-handler.ts';
import { done, type Outcome } from './outcome.ts';

/** Puts the case into the trash; what follows finds no case any more. */
@Injectable()
export class Delete implements DeedHandler<'delete'> {
  readonly type = 'delete';
  readonly needs = 'cases:delete';

  constructor(private readonly deleteCase: DeleteCase) {}

  async apply({ actor, caseId }: Turn): Promise<Outcome> {
    await this.deleteCase.run(actor, caseId);
    return done({ changes: [{ field: 'deleted', from: false, to: true }] });
  }
}

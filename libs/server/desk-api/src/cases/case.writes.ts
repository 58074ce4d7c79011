import { Injectable } from '@nestjs/common';
import { DeleteCase, OpenCaseForCustomer, UpdateCase } from '@bureau/cases';
import type { Wish } from '../resource/desk-route.ts';
import { openingOf, updateOf, type ChangedCase, type NewCase } from './case.body.ts';

/** Programs do not know of locks and are heard, unless they say which version they saw. */
@Injectable()
export class CaseWrites {
  constructor(
    private readonly openCase: OpenCaseForCustomer,
    private readonly updateCase: UpdateCase,
    private readonly deleteCase: DeleteCase,
  ) {}

  /** Throws what {@link OpenCaseForCustomer.run} throws. */
  async open({ actor, body }: Wish<NewCase>): Promise<number> {
    const { caseId } = await this.openCase.run(actor, openingOf(body));
    return caseId;
  }

  async openFor({ actor, id: customerId, body }: Wish<NewCase>): Promise<number> {
    const { caseId } = await this.openCase.run(actor, openingOf(body, customerId));
    return caseId;
  }

  /** Throws what {@link UpdateCase.run} throws. */
  async change({ actor, id, body }: Wish<ChangedCase>): Promise<void> {
    const wanted = updateOf(body);
    if (wanted) await this.updateCase.run(actor, id, wanted);
  }

  /** Into the trash. Throws what {@link DeleteCase.run} throws. */
  async remove({ actor, id }: Wish<unknown>): Promise<void> {
    await this.deleteCase.run(actor, id);
  }
}

import { Controller } from '@nestjs/common';
import { splitsApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type RawJson } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { SplitCase } from './split-case.ts';
import { UnsplitCase } from './unsplit-case.ts';

@Controller()
export class SplitsController {
  constructor(
    private readonly cases: CaseRepository,
    private readonly splitCase: SplitCase,
    private readonly unsplitCase: UnsplitCase,
  ) {}

  @Handles(splitsApi.split)
  async split(actor: Actor, { params, body }: RouteCall<typeof splitsApi.split>): Promise<RawJson> {
    return this.read(await this.splitCase.run(actor, params.caseId, body));
  }

  @Handles(splitsApi.unsplit)
  async unsplit(actor: Actor, { params }: RouteCall<typeof splitsApi.unsplit>): Promise<RawJson> {
    return this.read(await this.unsplitCase.run(actor, params.caseId));
  }

  private async read(caseId: number): Promise<RawJson> {
    const supportCase = await this.cases.read(SYSTEM, caseId, { deleted: true });
    if (!supportCase) throw new ProblemError('case.not-found');
    return supportCase;
  }
}

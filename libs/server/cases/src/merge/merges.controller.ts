import { Controller } from '@nestjs/common';
import { mergesApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type RawJson } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { MergeCases } from './merge-cases.ts';
import { MergeRepository } from './merge.repository.ts';
import { UnmergeCase } from './unmerge-case.ts';

@Controller()
export class MergesController {
  constructor(
    private readonly cases: CaseRepository,
    private readonly merges: MergeRepository,
    private readonly mergeCases: MergeCases,
    private readonly unmergeCase: UnmergeCase,
  ) {}

  @Handles(mergesApi.merge)
  async merge(actor: Actor, { body }: RouteCall<typeof mergesApi.merge>): Promise<RawJson> {
    return this.read(await this.mergeCases.run(actor, body));
  }

  @Handles(mergesApi.unmerge)
  async unmerge(actor: Actor, { params }: RouteCall<typeof mergesApi.unmerge>): Promise<RawJson> {
    await this.unmergeCase.run(actor, params.caseId);
    return this.read(params.caseId);
  }

  @Handles(mergesApi.list)
  async list(actor: Actor, { params }: RouteCall<typeof mergesApi.list>): Promise<RawJson> {
    if (!(await this.cases.isVisible(actor, params.caseId))) throw new ProblemError('case.not-found');
    return this.merges.list(actor, params.caseId);
  }

  private async read(caseId: number): Promise<RawJson> {
    const supportCase = await this.cases.read(SYSTEM, caseId);
    if (!supportCase) throw new ProblemError('case.not-found');
    return supportCase;
  }
}

import { Controller } from '@nestjs/common';
import { trashApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { CaseRepository } from './case.repository.ts';
import { DeleteCase } from './delete-case.ts';
import { RestoreCase } from './restore-case.ts';
import { writeOptions } from './write-options.ts';

@Controller()
export class TrashController {
  constructor(
    private readonly cases: CaseRepository,
    private readonly deleteCase: DeleteCase,
    private readonly restoreCase: RestoreCase,
  ) {}

  @Handles(trashApi.delete)
  delete(actor: Actor, { params }: RouteCall<typeof trashApi.delete>, exchange: HttpExchange): Promise<void> {
    return this.deleteCase.run(actor, params.caseId, writeOptions(exchange));
  }

  @Handles(trashApi.restore)
  async restore(actor: Actor, { params }: RouteCall<typeof trashApi.restore>): Promise<RawJson> {
    await this.restoreCase.run(actor, params.caseId);
    const supportCase = await this.cases.read(actor, params.caseId);
    if (!supportCase) throw new ProblemError('case.not-found');
    return supportCase;
  }
}

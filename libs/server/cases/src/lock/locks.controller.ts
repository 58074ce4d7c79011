import { Controller } from '@nestjs/common';
import { lockApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { FreeCases } from './free-cases.ts';
import { TakeCase, type TakenCase } from './take-case.ts';

@Controller()
export class LocksController {
  constructor(
    private readonly takeCase: TakeCase,
    private readonly freeCases: FreeCases,
  ) {}

  @Handles(lockApi.take)
  take(actor: Actor, { params, body }: RouteCall<typeof lockApi.take>): Promise<TakenCase> {
    return this.takeCase.run(actor, params.caseId, body);
  }

  @Handles(lockApi.free)
  free(actor: Actor, { params }: RouteCall<typeof lockApi.free>): Promise<void> {
    return this.freeCases.run(actor, params.caseId);
  }
}

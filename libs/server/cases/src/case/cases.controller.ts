import { Controller } from '@nestjs/common';
import { casesApi, permits, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { FeedQueries } from '../message/feed.queries.ts';
import { ReplyToCase } from '../message/reply-to-case.ts';
import { CaseRepository } from './case.repository.ts';
import { OpenCaseForCustomer } from './open-case-for-customer.ts';
import { SYSTEM } from './system-actor.ts';
import { UpdateCase } from './update-case.ts';
import { writeOptions } from './write-options.ts';

@Controller()
export class CasesController {
  constructor(
    private readonly cases: CaseRepository,
    private readonly feedQueries: FeedQueries,
    private readonly openCase: OpenCaseForCustomer,
    private readonly updateCase: UpdateCase,
    private readonly replyToCase: ReplyToCase,
  ) {}

  @Handles(casesApi.list)
  list(actor: Actor, { query }: RouteCall<typeof casesApi.list>): Promise<RawJson> {
    return this.cases.list(actor, query);
  }

  @Handles(casesApi.open)
  async open(actor: Actor, { body }: RouteCall<typeof casesApi.open>): Promise<RawJson> {
    const { caseId } = await this.openCase.run(actor, body);
    return this.read(SYSTEM, caseId);
  }

  /** One in the trash for those who could take it out. */
  @Handles(casesApi.get)
  get(actor: Actor, { params }: RouteCall<typeof casesApi.get>): Promise<RawJson> {
    return this.read(actor, params.caseId, { deleted: permits(actor, 'cases:delete') });
  }

  @Handles(casesApi.feed)
  async feed(actor: Actor, { params, query }: RouteCall<typeof casesApi.feed>): Promise<RawJson> {
    return this.feedQueries.page(actor, params.caseId, query);
  }

  @Handles(casesApi.update)
  async update(
    actor: Actor,
    { params, body }: RouteCall<typeof casesApi.update>,
    exchange: HttpExchange,
  ): Promise<RawJson> {
    await this.updateCase.run(actor, params.caseId, body, writeOptions(exchange));
    return this.read(SYSTEM, params.caseId);
  }

  @Handles(casesApi.reply)
  async reply(
    actor: Actor,
    { params, body }: RouteCall<typeof casesApi.reply>,
    exchange: HttpExchange,
  ): Promise<RawJson> {
    const { messageId } = await this.replyToCase.run(actor, params.caseId, body, writeOptions(exchange));
    return this.feedQueries.message(messageId);
  }

  /** After a write of one's own as the desk: whoever passes a case on may see what became of it once more. */
  private async read(actor: Actor, caseId: number, { deleted = false } = {}): Promise<RawJson> {
    const supportCase = await this.cases.read(actor, caseId, { deleted });
    if (!supportCase) throw new ProblemError('case.not-found');
    return supportCase;
  }
}

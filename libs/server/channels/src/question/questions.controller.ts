import { Controller } from '@nestjs/common';
import { CaseRepository } from '@bureau/cases';
import { questionsApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type RawJson } from '@bureau/platform';
import { QuestionsQueries } from './questions.queries.ts';
import { QuestionsService } from './questions.service.ts';

@Controller()
export class QuestionsController {
  constructor(
    private readonly queries: QuestionsQueries,
    private readonly questions: QuestionsService,
    private readonly cases: CaseRepository,
  ) {}

  @Handles(questionsApi.waiting)
  waiting(actor: Actor, { query }: RouteCall<typeof questionsApi.waiting>): Promise<RawJson> {
    return this.queries.waiting(actor, query);
  }

  @Handles(questionsApi.ofCase)
  async ofCase(actor: Actor, { params }: RouteCall<typeof questionsApi.ofCase>): Promise<RawJson> {
    if (!(await this.cases.isVisible(actor, params.caseId))) throw new ProblemError('case.not-found');
    return this.queries.ofCase(params.caseId);
  }

  @Handles(questionsApi.judge)
  async judge(actor: Actor, { params, body }: RouteCall<typeof questionsApi.judge>): Promise<RawJson> {
    await this.questions.judge(actor, params.questionId, body.state);
    return this.queries.read(actor, params.questionId);
  }

  @Handles(questionsApi.judgeAnswer)
  async judgeAnswer(actor: Actor, { params, body }: RouteCall<typeof questionsApi.judgeAnswer>): Promise<RawJson> {
    return this.queries.read(actor, await this.questions.judgeAnswer(actor, params.answerId, body.state));
  }

  @Handles(questionsApi.answer)
  async answer(actor: Actor, { params, body }: RouteCall<typeof questionsApi.answer>): Promise<RawJson> {
    await this.questions.answer(actor, params.questionId, body);
    return this.queries.read(actor, params.questionId);
  }

  @Handles(questionsApi.choose)
  async choose(actor: Actor, { params, body }: RouteCall<typeof questionsApi.choose>): Promise<RawJson> {
    await this.questions.choose(actor, params.questionId, body.answerId);
    return this.queries.read(actor, params.questionId);
  }

  @Handles(questionsApi.close)
  async close(actor: Actor, { params, body }: RouteCall<typeof questionsApi.close>): Promise<RawJson> {
    await this.questions.close(actor, params.questionId, body.closed);
    return this.queries.read(actor, params.questionId);
  }

  @Handles(questionsApi.settings)
  settings(actor: Actor): Promise<RawJson> {
    return this.queries.settings(actor);
  }

  @Handles(questionsApi.changeSettings)
  changeSettings(actor: Actor, { params, body }: RouteCall<typeof questionsApi.changeSettings>): Promise<void> {
    return this.questions.setModeration(actor, params.brandId, body.moderation);
  }
}

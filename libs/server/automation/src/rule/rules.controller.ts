import { Controller } from '@nestjs/common';
import { rulesApi, type Actor, type RouteCall, type RouteResponse, type Rule } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { ExplainCase } from './explain-case.ts';
import { RuleQueries } from './rule.queries.ts';
import { SaveRule } from './save-rule.ts';
import { TryRule } from './try-rule.ts';

@Controller()
export class RulesController {
  constructor(
    private readonly rules: RuleQueries,
    private readonly save: SaveRule,
    private readonly tryRule: TryRule,
    private readonly explainCase: ExplainCase,
  ) {}

  @Handles(rulesApi.list)
  async list(actor: Actor, { query }: RouteCall<typeof rulesApi.list>): Promise<{ items: Rule[] }> {
    return { items: await this.rules.list(actor, query.type ?? null) };
  }

  @Handles(rulesApi.create)
  async create(actor: Actor, { body }: RouteCall<typeof rulesApi.create>): Promise<RawJson> {
    return this.rules.get(actor, await this.save.create(actor, body));
  }

  @Handles(rulesApi.try)
  try(actor: Actor, { body }: RouteCall<typeof rulesApi.try>): Promise<RouteResponse<typeof rulesApi.try>> {
    return this.tryRule.run(actor, body);
  }

  @Handles(rulesApi.fields)
  async fields(
    _actor: Actor,
    { query }: RouteCall<typeof rulesApi.fields>,
  ): Promise<RouteResponse<typeof rulesApi.fields>> {
    return { items: await this.rules.fields(query.type) };
  }

  @Handles(rulesApi.reorder)
  reorder(actor: Actor, { body }: RouteCall<typeof rulesApi.reorder>): Promise<void> {
    return this.save.reorder(actor, body);
  }

  @Handles(rulesApi.get)
  get(actor: Actor, { params }: RouteCall<typeof rulesApi.get>): Promise<RawJson> {
    return this.rules.get(actor, params.ruleId);
  }

  @Handles(rulesApi.update)
  async update(
    actor: Actor,
    { params, body }: RouteCall<typeof rulesApi.update>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.save.update(actor, params.ruleId, body, ifMatch);
    return this.rules.get(actor, params.ruleId);
  }

  @Handles(rulesApi.delete)
  delete(actor: Actor, { params }: RouteCall<typeof rulesApi.delete>): Promise<void> {
    return this.save.delete(actor, params.ruleId);
  }

  @Handles(rulesApi.versions)
  async versions(
    actor: Actor,
    { params }: RouteCall<typeof rulesApi.versions>,
  ): Promise<RouteResponse<typeof rulesApi.versions>> {
    return { items: await this.rules.versions(actor, params.ruleId) };
  }

  @Handles(rulesApi.rollBack)
  async rollBack(actor: Actor, { params }: RouteCall<typeof rulesApi.rollBack>): Promise<RawJson> {
    await this.save.rollBack(actor, params.ruleId, params.version);
    return this.rules.get(actor, params.ruleId);
  }

  @Handles(rulesApi.explain)
  explain(
    actor: Actor,
    { params, query }: RouteCall<typeof rulesApi.explain>,
  ): Promise<RouteResponse<typeof rulesApi.explain>> {
    return this.explainCase.run(actor, params.caseId, query);
  }
}

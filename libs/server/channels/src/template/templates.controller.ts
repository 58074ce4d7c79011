import { Controller } from '@nestjs/common';
import {
  templatesApi,
  type Actor,
  type RouteCall,
  type Template,
  type TemplateKind,
  type TemplatePreview,
} from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import type { TemplatePlace } from './template.repository.ts';
import { TemplatesQueries } from './templates.queries.ts';
import { TryTemplate } from './try-template.ts';
import { WriteTemplate } from './write-template.ts';

@Controller()
export class TemplatesController {
  constructor(
    private readonly queries: TemplatesQueries,
    private readonly writeTemplate: WriteTemplate,
    private readonly tryTemplate: TryTemplate,
  ) {}

  @Handles(templatesApi.list)
  async list(actor: Actor): Promise<{ items: Template[] }> {
    return { items: await this.queries.list(actor) };
  }

  @Handles(templatesApi.get)
  get(actor: Actor, call: RouteCall<typeof templatesApi.get>): Promise<RawJson> {
    return this.queries.read(actor, placeIn(call));
  }

  @Handles(templatesApi.write)
  write(actor: Actor, call: RouteCall<typeof templatesApi.write>, { ifMatch }: HttpExchange): Promise<RawJson> {
    return this.writeTemplate.run(actor, { place: placeIn(call), words: call.body, ifMatch });
  }

  @Handles(templatesApi.reset)
  reset(actor: Actor, call: RouteCall<typeof templatesApi.reset>): Promise<RawJson> {
    return this.writeTemplate.reset(actor, placeIn(call));
  }

  @Handles(templatesApi.preview)
  preview(actor: Actor, { body }: RouteCall<typeof templatesApi.preview>): Promise<TemplatePreview> {
    return this.tryTemplate.preview(actor, body);
  }

  @Handles(templatesApi.testMail)
  testMail(actor: Actor, { body }: RouteCall<typeof templatesApi.testMail>): Promise<{ to: string }> {
    return this.tryTemplate.send(actor, body);
  }
}

function placeIn({
  params,
  query,
}: {
  params: { templateKind: TemplateKind };
  query: { brandId?: number | undefined };
}): TemplatePlace {
  return { kind: params.templateKind, brandId: query.brandId ?? null };
}

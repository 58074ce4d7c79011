import { Controller } from '@nestjs/common';
import {
  integrationUrlsApi,
  type Actor,
  type IntegrationSecret,
  type IntegrationUrl,
  type RenderedUrl,
  type RouteCall,
  type ShownIntegration,
  type SignedRequest,
} from '@bureau/contracts';
import { Handles, ProblemError, RawJson, type HttpExchange } from '@bureau/platform';
import { IntegrationUrlRepository } from './integration-url.repository.ts';
import { presentIntegration } from './present-integration.ts';
import { SaveIntegration } from './save-integration.ts';
import { ShowIntegrations } from './show-integrations.ts';
import { SignRequest } from './sign-request.ts';

@Controller()
export class IntegrationUrlsController {
  constructor(
    private readonly integrations: IntegrationUrlRepository,
    private readonly save: SaveIntegration,
    private readonly show: ShowIntegrations,
    private readonly signRequest: SignRequest,
  ) {}

  @Handles(integrationUrlsApi.list)
  async list(): Promise<{ items: IntegrationUrl[] }> {
    return { items: (await this.integrations.all()).map(presentIntegration) };
  }

  @Handles(integrationUrlsApi.create)
  async create(actor: Actor, { body }: RouteCall<typeof integrationUrlsApi.create>): Promise<RawJson> {
    return this.read(await this.save.create(actor, body));
  }

  @Handles(integrationUrlsApi.try)
  try(actor: Actor, { body }: RouteCall<typeof integrationUrlsApi.try>): Promise<RenderedUrl> {
    return this.show.try(actor, body);
  }

  @Handles(integrationUrlsApi.reorder)
  reorder(actor: Actor, { body }: RouteCall<typeof integrationUrlsApi.reorder>): Promise<void> {
    return this.save.reorder(actor, body.integrationUrlIds);
  }

  @Handles(integrationUrlsApi.get)
  get(_actor: Actor, { params }: RouteCall<typeof integrationUrlsApi.get>): Promise<RawJson> {
    return this.read(params.integrationUrlId);
  }

  @Handles(integrationUrlsApi.update)
  async update(
    actor: Actor,
    { params, body }: RouteCall<typeof integrationUrlsApi.update>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.save.update(actor, params.integrationUrlId, { changes: body, ifMatch });
    return this.read(params.integrationUrlId);
  }

  @Handles(integrationUrlsApi.delete)
  delete(actor: Actor, { params }: RouteCall<typeof integrationUrlsApi.delete>): Promise<void> {
    return this.save.delete(actor, params.integrationUrlId);
  }

  @Handles(integrationUrlsApi.renewSecret)
  renewSecret(actor: Actor, { params }: RouteCall<typeof integrationUrlsApi.renewSecret>): Promise<IntegrationSecret> {
    return this.save.renewSecret(actor, params.integrationUrlId);
  }

  @Handles(integrationUrlsApi.ofCase)
  async ofCase(
    actor: Actor,
    { params }: RouteCall<typeof integrationUrlsApi.ofCase>,
  ): Promise<{ items: ShownIntegration[] }> {
    return { items: await this.show.ofCase(actor, params.caseId) };
  }

  @Handles(integrationUrlsApi.sign)
  sign(actor: Actor, { params }: RouteCall<typeof integrationUrlsApi.sign>): Promise<SignedRequest> {
    return this.signRequest.run(actor, { caseId: params.caseId, id: params.integrationUrlId });
  }

  /** With its version. Throws integration-url.not-found. */
  private async read(id: number): Promise<RawJson> {
    const stored = await this.integrations.find(id);
    if (!stored) throw new ProblemError('integration-url.not-found');
    return new RawJson(JSON.stringify(presentIntegration(stored)), stored.version);
  }
}

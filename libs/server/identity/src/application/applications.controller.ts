import { Controller } from '@nestjs/common';
import {
  applicationsApi,
  type AccessToken,
  type AccessTokenSecret,
  type Actor,
  type Application,
  type ApplicationSecret,
  type RouteCall,
} from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { AccessTokensService } from './access-tokens.service.ts';
import { ApplicationsService } from './applications.service.ts';

@Controller()
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly accessTokens: AccessTokensService,
  ) {}

  @Handles(applicationsApi.list)
  list(): Promise<{ items: Application[] }> {
    return this.applications.list();
  }

  @Handles(applicationsApi.get)
  get(_actor: Actor, { params }: RouteCall<typeof applicationsApi.get>): Promise<RawJson> {
    return this.applications.read(params.applicationId);
  }

  @Handles(applicationsApi.create)
  create(actor: Actor, { body }: RouteCall<typeof applicationsApi.create>): Promise<ApplicationSecret> {
    return this.applications.create(actor, body);
  }

  @Handles(applicationsApi.update)
  update(
    actor: Actor,
    { params, body }: RouteCall<typeof applicationsApi.update>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    return this.applications.update(actor, params.applicationId, { input: body, ifMatch });
  }

  @Handles(applicationsApi.renewSecret)
  renewSecret(actor: Actor, { params }: RouteCall<typeof applicationsApi.renewSecret>): Promise<ApplicationSecret> {
    return this.applications.renewSecret(actor, params.applicationId);
  }

  @Handles(applicationsApi.remove)
  remove(actor: Actor, { params }: RouteCall<typeof applicationsApi.remove>): Promise<void> {
    return this.applications.remove(actor, params.applicationId);
  }

  @Handles(applicationsApi.tokens)
  tokens(_actor: Actor, { params }: RouteCall<typeof applicationsApi.tokens>): Promise<{ items: AccessToken[] }> {
    return this.accessTokens.list(params.applicationId);
  }

  @Handles(applicationsApi.createToken)
  createToken(
    actor: Actor,
    { params, body }: RouteCall<typeof applicationsApi.createToken>,
  ): Promise<AccessTokenSecret> {
    return this.accessTokens.create(actor, params.applicationId, body);
  }

  @Handles(applicationsApi.revokeToken)
  revokeToken(actor: Actor, { params }: RouteCall<typeof applicationsApi.revokeToken>): Promise<void> {
    return this.accessTokens.revoke(actor, params.applicationId, params.tokenId);
  }
}

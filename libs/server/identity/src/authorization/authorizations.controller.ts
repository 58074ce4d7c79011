import { Controller } from '@nestjs/common';
import {
  authorizationsApi,
  type Actor,
  type Allowed,
  type Authorization,
  type Denied,
  type OwnAccessToken,
  type RouteCall,
} from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { DecideAuthorization } from './decide-authorization.ts';
import { OwnTokens } from './own-tokens.ts';

@Controller()
export class AuthorizationsController {
  constructor(
    private readonly decide: DecideAuthorization,
    private readonly ownTokens: OwnTokens,
  ) {}

  @Handles(authorizationsApi.look)
  look(actor: Actor, { params }: RouteCall<typeof authorizationsApi.look>): Promise<Authorization> {
    return this.decide.look(actor, params.token);
  }

  @Handles(authorizationsApi.allow)
  allow(actor: Actor, { params, body }: RouteCall<typeof authorizationsApi.allow>): Promise<Allowed> {
    return this.decide.allow(actor, params.token, body);
  }

  @Handles(authorizationsApi.deny)
  deny(actor: Actor, { params }: RouteCall<typeof authorizationsApi.deny>): Promise<Denied> {
    return this.decide.deny(actor, params.token);
  }

  @Handles(authorizationsApi.mine)
  mine(actor: Actor): Promise<{ items: OwnAccessToken[] }> {
    return this.ownTokens.list(actor);
  }

  @Handles(authorizationsApi.endMine)
  endMine(actor: Actor, { params }: RouteCall<typeof authorizationsApi.endMine>): Promise<void> {
    return this.ownTokens.end(actor, params.tokenId);
  }
}

import { Controller } from '@nestjs/common';
import { usersApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { ChangeProfile } from './change-profile.ts';
import { ChangeUser } from './change-user.ts';
import { DisableUser } from './disable-user.ts';
import { InviteUser } from './invite-user.ts';
import { UsersQueries } from './users.queries.ts';

@Controller()
export class UsersController {
  constructor(
    private readonly queries: UsersQueries,
    private readonly inviteUser: InviteUser,
    private readonly changeUser: ChangeUser,
    private readonly changeProfile: ChangeProfile,
    private readonly disableUser: DisableUser,
  ) {}

  @Handles(usersApi.list)
  list(actor: Actor, { query }: RouteCall<typeof usersApi.list>): Promise<RawJson> {
    return this.queries.list(actor, query);
  }

  @Handles(usersApi.me)
  me(actor: Actor): Promise<RawJson> {
    return this.queries.me(actor);
  }

  @Handles(usersApi.changeMe)
  changeMe(actor: Actor, { body }: RouteCall<typeof usersApi.changeMe>, { ifMatch }: HttpExchange): Promise<RawJson> {
    return this.changeProfile.run(actor, body, ifMatch);
  }

  @Handles(usersApi.read)
  read(actor: Actor, { params }: RouteCall<typeof usersApi.read>): Promise<RawJson> {
    return this.queries.read(actor, params.userId);
  }

  @Handles(usersApi.invite)
  invite(actor: Actor, { body }: RouteCall<typeof usersApi.invite>): Promise<RawJson> {
    return this.inviteUser.run(actor, body);
  }

  @Handles(usersApi.inviteAgain)
  inviteAgain(actor: Actor, { params }: RouteCall<typeof usersApi.inviteAgain>): Promise<void> {
    return this.inviteUser.again(actor, params.userId);
  }

  @Handles(usersApi.change)
  change(
    actor: Actor,
    { params, body }: RouteCall<typeof usersApi.change>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    return this.changeUser.run(actor, params.userId, { input: body, ifMatch });
  }

  @Handles(usersApi.disable)
  disable(actor: Actor, { params }: RouteCall<typeof usersApi.disable>): Promise<RawJson> {
    return this.disableUser.run(actor, params.userId);
  }

  @Handles(usersApi.enable)
  enable(actor: Actor, { params }: RouteCall<typeof usersApi.enable>): Promise<RawJson> {
    return this.disableUser.undo(actor, params.userId);
  }
}

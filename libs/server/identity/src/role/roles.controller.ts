import { Controller } from '@nestjs/common';
import { rolesApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { RoleRepository } from './role.repository.ts';
import { RolesService } from './roles.service.ts';

@Controller()
export class RolesController {
  constructor(
    private readonly roles: RoleRepository,
    private readonly service: RolesService,
  ) {}

  @Handles(rolesApi.list)
  list(): Promise<RawJson> {
    return this.roles.list();
  }

  @Handles(rolesApi.read)
  read(_actor: Actor, { params }: RouteCall<typeof rolesApi.read>): Promise<RawJson> {
    return this.service.read(params.roleId);
  }

  @Handles(rolesApi.create)
  create(actor: Actor, { body }: RouteCall<typeof rolesApi.create>): Promise<RawJson> {
    return this.service.create(actor, body);
  }

  @Handles(rolesApi.change)
  change(
    actor: Actor,
    { params, body }: RouteCall<typeof rolesApi.change>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    return this.service.change(actor, params.roleId, { input: body, ifMatch });
  }

  @Handles(rolesApi.remove)
  remove(actor: Actor, { params }: RouteCall<typeof rolesApi.remove>): Promise<void> {
    return this.service.remove(actor, params.roleId);
  }
}

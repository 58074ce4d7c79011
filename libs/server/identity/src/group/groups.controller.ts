import { Controller } from '@nestjs/common';
import { groupsApi, usersApi, type Actor, type Group, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { DeleteGroup } from './delete-group.ts';
import { GroupRepository } from './group.repository.ts';
import { GroupsService } from './groups.service.ts';

@Controller()
export class GroupsController {
  constructor(
    private readonly groups: GroupRepository,
    private readonly service: GroupsService,
    private readonly deleteGroup: DeleteGroup,
  ) {}

  @Handles(usersApi.groups)
  async list(): Promise<{ items: Group[] }> {
    return { items: await this.groups.list() };
  }

  @Handles(groupsApi.read)
  read(_actor: Actor, { params }: RouteCall<typeof groupsApi.read>): Promise<RawJson> {
    return this.service.read(params.groupId);
  }

  @Handles(groupsApi.create)
  create(actor: Actor, { body }: RouteCall<typeof groupsApi.create>): Promise<RawJson> {
    return this.service.create(actor, body);
  }

  @Handles(groupsApi.change)
  change(
    actor: Actor,
    { params, body }: RouteCall<typeof groupsApi.change>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    return this.service.change(actor, params.groupId, { input: body, ifMatch });
  }

  @Handles(groupsApi.remove)
  remove(actor: Actor, { params, query }: RouteCall<typeof groupsApi.remove>): Promise<void> {
    return this.deleteGroup.run(actor, params.groupId, query);
  }
}

import { Controller } from '@nestjs/common';
import { followersApi, type Actor, type RouteCall, type UserSummary } from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { FollowCase } from './follow-case.ts';
import { FollowerRepository } from './follower.repository.ts';

@Controller()
export class FollowersController {
  constructor(
    private readonly followCase: FollowCase,
    private readonly followers: FollowerRepository,
  ) {}

  @Handles(followersApi.add)
  async add(actor: Actor, { params }: RouteCall<typeof followersApi.add>): Promise<{ followers: UserSummary[] }> {
    await this.followCase.add(actor, params);
    return { followers: await this.followers.of(params.caseId) };
  }

  @Handles(followersApi.remove)
  async remove(actor: Actor, { params }: RouteCall<typeof followersApi.remove>): Promise<{ followers: UserSummary[] }> {
    await this.followCase.remove(actor, params);
    return { followers: await this.followers.of(params.caseId) };
  }
}

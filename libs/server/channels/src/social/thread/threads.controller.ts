import { Controller } from '@nestjs/common';
import { socialPostsApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { ThreadQueries } from './thread.queries.ts';

@Controller()
export class ThreadsController {
  constructor(private readonly threads: ThreadQueries) {}

  @Handles(socialPostsApi.thread)
  thread(actor: Actor, { params }: RouteCall<typeof socialPostsApi.thread>): Promise<RawJson> {
    return this.threads.around(actor, params.caseId);
  }
}

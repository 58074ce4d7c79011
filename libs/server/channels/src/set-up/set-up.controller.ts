import { Controller, Inject } from '@nestjs/common';
import { setupApi, type RouteCall, type Session } from '@bureau/contracts';
import { SessionQueries, SessionRepository, writeSessionCookie } from '@bureau/identity';
import { CONFIG, Handles, type Config, type HttpExchange } from '@bureau/platform';
import { SetUpDesk } from './set-up-desk.ts';

@Controller()
export class SetUpController {
  constructor(
    private readonly setUpDesk: SetUpDesk,
    private readonly sessions: SessionRepository,
    private readonly queries: SessionQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(setupApi.state)
  async state(): Promise<{ needed: boolean }> {
    return { needed: await this.setUpDesk.needed() };
  }

  @Handles(setupApi.run)
  async run(
    _actor: null,
    { body }: RouteCall<typeof setupApi.run>,
    { request, reply }: HttpExchange,
  ): Promise<Session> {
    const user = await this.setUpDesk.run(body);
    const { token, expiresAt } = await this.sessions.open(user.id, {
      ip: request.ip,
      userAgent: request.headers['user-agent'],
    });
    const secure = this.config.publicUrl.startsWith('https:');
    void reply.header('set-cookie', writeSessionCookie(token, { expires: expiresAt, secure }));
    return this.queries.of(user.id);
  }
}

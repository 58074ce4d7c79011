import { Controller, Inject } from '@nestjs/common';
import { sessionApi, userIdOf, type Actor, type RouteCall, type Session } from '@bureau/contracts';
import { CONFIG, Handles, ProblemError, RealtimePublisher, type Config, type HttpExchange } from '@bureau/platform';
import { ChangePassword } from './change-password.ts';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts';
import { SessionQueries } from './session.queries.ts';
import { SessionRepository } from './session.repository.ts';
import { SignIn } from './sign-in.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly signInVerb: SignIn,
    private readonly changePasswordVerb: ChangePassword,
    private readonly sessions: SessionRepository,
    private readonly queries: SessionQueries,
    private readonly realtime: RealtimePublisher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(sessionApi.signIn)
  async signIn(
    _actor: null,
    { body }: RouteCall<typeof sessionApi.signIn>,
    { request, reply }: HttpExchange,
  ): Promise<Session> {
    const { userId } = await this.signInVerb.run(body, request.ip);
    const { token, expiresAt } = await this.sessions.open(userId);
    const secure = this.config.publicUrl.startsWith('https:');
    void reply.header('set-cookie', writeSessionCookie(token, { expires: expiresAt, secure }));
    return this.queries.of(userId);
  }

  @Handles(sessionApi.whoAmI)
  async whoAmI(actor: Actor): Promise<Session> {
    const userId = userIdOf(actor);
    if (userId === undefined) throw new ProblemError('session.required');
    return this.queries.of(userId);
  }

  @Handles(sessionApi.signOut)
  async signOut(_actor: null, _call: unknown, { request, reply }: HttpExchange): Promise<void> {
    const token = readSessionCookie(request.headers.cookie);
    const ended = token && (await this.sessions.end(token));
    if (ended) this.realtime.disconnect({ sessionId: `${ended}` });
    void reply.header('set-cookie', clearSessionCookie());
  }

  @Handles(sessionApi.changePassword)
  async changePassword(
    _actor: Actor,
    { body }: RouteCall<typeof sessionApi.changePassword>,
    { request }: HttpExchange,
  ): Promise<void> {
    if (!request.signedIn) throw new ProblemError('session.required');
    await this.changePasswordVerb.run(request.signedIn, body, request.ip);
  }
}

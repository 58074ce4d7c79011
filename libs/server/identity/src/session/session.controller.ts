import { Controller, Inject } from '@nestjs/common';
import { sessionApi, type Actor, type RouteCall, type Session } from '@bureau/contracts';
import {
  CONFIG,
  Handles,
  ProblemError,
  RealtimePublisher,
  signedInOf,
  type Config,
  type HttpExchange,
} from '@bureau/platform';
import { ChangePassword } from './change-password.ts';
import { OpenSession, type OpenedSession } from './open-session.ts';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts';
import { SessionQueries } from './session.queries.ts';
import { SessionRepository, type Origin } from './session.repository.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly openSession: OpenSession,
    private readonly changePasswordVerb: ChangePassword,
    private readonly sessions: SessionRepository,
    private readonly queries: SessionQueries,
    private readonly realtime: RealtimePublisher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(sessionApi.signIn)
  async signIn(_actor: null, { body }: RouteCall<typeof sessionApi.signIn>, exchange: HttpExchange): Promise<Session> {
    return this.present(await this.openSession.withPassword(body, originOf(exchange)), exchange);
  }

  @Handles(sessionApi.signInWithCode)
  async signInWithCode(
    _actor: null,
    { body }: RouteCall<typeof sessionApi.signInWithCode>,
    exchange: HttpExchange,
  ): Promise<Session> {
    return this.present(await this.openSession.withCode(body, originOf(exchange)), exchange);
  }

  @Handles(sessionApi.whoAmI)
  async whoAmI(actor: Actor): Promise<Session> {
    if (actor.kind !== 'user' && actor.kind !== 'application') throw new ProblemError('session.required');
    const { userId, permissions, access } = actor;
    return { ...(await this.queries.of(userId)), permissions, access };
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
    await this.changePasswordVerb.run(signedInOf(request), body, request.ip);
  }

  /** The session of whoever has just signed in, with its cookie. */
  private present({ userId, token, expiresAt }: OpenedSession, { reply }: HttpExchange): Promise<Session> {
    const secure = this.config.publicUrl.startsWith('https:');
    void reply.header('set-cookie', writeSessionCookie(token, { expires: expiresAt, secure }));
    return this.queries.of(userId);
  }
}

function originOf({ request }: HttpExchange): Origin {
  return { ip: request.ip, userAgent: request.headers['user-agent'] };
}

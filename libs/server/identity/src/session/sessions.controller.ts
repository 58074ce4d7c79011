import { Controller } from '@nestjs/common';
import { sessionApi, type Actor, type RouteCall, type SessionSummary } from '@bureau/contracts';
import { Handles, signedInOf, type HttpExchange } from '@bureau/platform';
import { EndSessions } from './end-sessions.ts';
import { ManagedUser } from './managed-user.ts';
import { SessionQueries } from './session.queries.ts';
import { userOf } from './user-of.ts';

/** Where somebody is signed in. */
@Controller()
export class SessionsController {
  constructor(
    private readonly queries: SessionQueries,
    private readonly endSessions: EndSessions,
    private readonly managed: ManagedUser,
  ) {}

  @Handles(sessionApi.list)
  async list(actor: Actor, _call: unknown, { request }: HttpExchange): Promise<{ items: SessionSummary[] }> {
    return { items: await this.queries.list(userOf(actor).userId, signedInOf(request).sessionId) };
  }

  @Handles(sessionApi.end)
  end(actor: Actor, { params }: RouteCall<typeof sessionApi.end>): Promise<void> {
    return this.endSessions.mine(actor, params.sessionId);
  }

  @Handles(sessionApi.endOthers)
  async endOthers(_actor: Actor, _call: unknown, { request }: HttpExchange): Promise<{ ended: number }> {
    return { ended: await this.endSessions.others(signedInOf(request)) };
  }

  @Handles(sessionApi.listOf)
  async listOf(
    actor: Actor,
    { params }: RouteCall<typeof sessionApi.listOf>,
    { request }: HttpExchange,
  ): Promise<{ items: SessionSummary[] }> {
    await this.managed.find(actor, params.userId);
    return { items: await this.queries.list(params.userId, signedInOf(request).sessionId) };
  }

  @Handles(sessionApi.endOneOf)
  endOneOf(actor: Actor, { params }: RouteCall<typeof sessionApi.endOneOf>): Promise<void> {
    return this.endSessions.oneOf(actor, params.userId, params.sessionId);
  }

  @Handles(sessionApi.endAllOf)
  async endAllOf(actor: Actor, { params }: RouteCall<typeof sessionApi.endAllOf>): Promise<{ ended: number }> {
    return { ended: await this.endSessions.allOf(actor, params.userId) };
  }
}

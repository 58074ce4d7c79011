import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { ProblemError, RealtimePublisher, type SignedIn } from '@bureau/platform';
import { ManagedUser } from './managed-user.ts';
import { SessionRepository } from './session.repository.ts';
import { userOf } from './user-of.ts';

/** Signs browsers out from elsewhere, at once: their sockets close too. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly managed: ManagedUser,
    private readonly realtime: RealtimePublisher,
  ) {}

  /** One of my own. Throws session.not-found. */
  async mine(actor: Actor, sessionId: number): Promise<void> {
    await this.end(userOf(actor).userId, sessionId);
  }

  /** All of my own but this one; returns how many. */
  async others({ actor, sessionId }: SignedIn): Promise<number> {
    const ended = await this.sessions.endOthers(userOf(actor).userId, sessionId);
    for (const id of ended) this.realtime.disconnect({ sessionId: `${id}` });
    return ended.length;
  }

  /** One of a user. Throws session.not-found, user.not-found, rights.exceeded. */
  async oneOf(actor: Actor, userId: number, sessionId: number): Promise<void> {
    await this.managed.find(actor, userId);
    await this.end(userId, sessionId);
  }

  /** All of a user; returns how many. Throws user.not-found, rights.exceeded. */
  async allOf(actor: Actor, userId: number): Promise<number> {
    await this.managed.find(actor, userId);
    const ended = await this.sessions.endOthers(userId, null);
    this.realtime.disconnect({ userId });
    return ended.length;
  }

  private async end(userId: number, sessionId: number): Promise<void> {
    if (!(await this.sessions.endOne(userId, sessionId))) throw new ProblemError('session.not-found');
    this.realtime.disconnect({ sessionId: `${sessionId}` });
  }
}

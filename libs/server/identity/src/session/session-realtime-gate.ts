import { Injectable } from '@nestjs/common';
import { Authenticator, RealtimeGate, RoomRules, type RealtimeActor } from '@bureau/platform';
import { UserRepository } from '../user/user.repository.ts';

/** Lets signed-in users into the rooms that the features open for them, with the rights that they have at the moment. */
@Injectable()
export class SessionRealtimeGate extends RealtimeGate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly users: UserRepository,
    private readonly rooms: RoomRules,
  ) {
    super();
  }

  async authenticate(cookieHeader: string | undefined): Promise<RealtimeActor | null> {
    const signedIn = await this.authenticator.authenticateCookie(cookieHeader);
    if (signedIn?.actor.kind !== 'user' || signedIn.sessionId === null || signedIn.mustSetUpTwoFactor) return null;
    return { userId: signedIn.actor.userId, sessionId: `${signedIn.sessionId}` };
  }

  async mayJoin({ userId }: RealtimeActor, room: string): Promise<boolean> {
    const actor = await this.users.actor(userId);
    return actor !== undefined && this.rooms.mayJoin(actor, room);
  }
}

import { Injectable } from '@nestjs/common';
import { permits, type Permission } from '@bureau/contracts';
import { Authenticator, RealtimeGate, type RealtimeActor } from '@bureau/platform';
import { UserRepository } from '../user/user.repository.ts';

/** Which permission opens which rooms. A room that matches none is closed to everybody. */
const ROOMS: [pattern: RegExp, permission: Permission][] = [
  [/^cases$/, 'cases:view'],
  [/^presence$/, 'cases:view'],
  [/^case:[1-9]\d{0,15}$/, 'cases:view'],
  [/^intake$/, 'intake:view'],
];

/** Lets signed-in users into the rooms that their role may see. */
@Injectable()
export class SessionRealtimeGate extends RealtimeGate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly users: UserRepository,
  ) {
    super();
  }

  async authenticate(cookieHeader: string | undefined): Promise<RealtimeActor | null> {
    const signedIn = await this.authenticator.authenticateCookie(cookieHeader);
    if (signedIn?.actor.kind !== 'user' || signedIn.sessionId === null) return null;
    return { userId: signedIn.actor.userId, sessionId: `${signedIn.sessionId}` };
  }

  async mayJoin({ userId }: RealtimeActor, room: string): Promise<boolean> {
    const permission = ROOMS.find(([pattern]) => pattern.test(room))?.[1];
    if (!permission) return false;
    const user = await this.users.findActive(userId);
    return user !== null && permits(user.role, permission);
  }
}

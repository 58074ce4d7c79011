import type { ClientToServer, Presence, RoomEvent, ServerToClient } from '@bureau/contracts';
import { Emitter } from '@socket.io/redis-emitter';
import type { Redis } from 'ioredis';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { RealtimeActor } from './realtime-gate.ts';

export type RealtimeIo = Server<ClientToServer, ServerToClient, DefaultEventsMap, { actor: RealtimeActor }>;
export type RealtimeSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, { actor: RealtimeActor }>;

/** Socket.io's rooms by our names: a client can only ever name the first kind. */
export const roomKey = (room: string) => `room/${room}`;
export const userKey = (userId: number) => `user/${userId}`;
export const sessionKey = (sessionId: string) => `session/${sessionId}`;

export const REDIS_KEY = 'bureau:realtime';

/** The room that hears of the presence in all rooms. */
export const PRESENCE_ROOM = 'presence';

/** Reaches the sockets of every server from any process. */
export abstract class Broadcast {
  abstract change(event: RoomEvent): void;
  abstract presence(presence: Presence): void;
  abstract disconnect(key: string): void;
}

/** Through Redis, also from processes that serve no sockets. */
export class RedisBroadcast extends Broadcast {
  private readonly emitter: Emitter<ServerToClient>;

  constructor(redis: Redis, onError: (error: unknown) => void) {
    super();
    // The emitter drops the promise of `publish`. A message lost here is noticed by the next beat.
    const publish = (channel: string, message: string | Buffer) => redis.publish(channel, message).catch(onError);
    this.emitter = new Emitter<ServerToClient>({ publish }, { key: REDIS_KEY });
  }

  change(event: RoomEvent): void {
    this.emitter.to(roomKey(event.room)).emit('change', event);
  }

  presence(presence: Presence): void {
    this.emitter.to([roomKey(presence.room), roomKey(PRESENCE_ROOM)]).emit('presence', presence);
  }

  disconnect(key: string): void {
    this.emitter.in(key).disconnectSockets(true);
  }
}

/** Within the one process that does everything. Before its server listens there is nobody to reach. */
export class LocalBroadcast extends Broadcast {
  private io: RealtimeIo | undefined;

  serve(io: RealtimeIo): void {
    this.io = io;
  }

  change(event: RoomEvent): void {
    this.io?.to(roomKey(event.room)).emit('change', event);
  }

  presence(presence: Presence): void {
    this.io?.to([roomKey(presence.room), roomKey(PRESENCE_ROOM)]).emit('presence', presence);
  }

  disconnect(key: string): void {
    this.io?.in(key).disconnectSockets(true);
  }
}

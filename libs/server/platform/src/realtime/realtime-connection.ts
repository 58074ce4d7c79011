import { Doing, RoomName, type JoinAnswer } from '@bureau/contracts';
import { PRESENCE_ROOM, roomKey, type Broadcast, type RealtimeSocket } from './broadcast.ts';
import type { PresenceStore } from './presence-store.ts';
import type { RealtimeGate } from './realtime-gate.ts';
import type { RoomSequences } from './room-sequences.ts';

/** No screen shows more at once. */
const MOST_ROOMS = 200;

export interface ConnectionTools {
  gate: RealtimeGate;
  sequences: RoomSequences;
  presence: PresenceStore;
  broadcast: Broadcast;
  onError(error: unknown): void;
}

/**
 * One signed-in socket. What it sends is parsed like any other input. When something of ours fails it gets no answer and
 * asks again, which is different from a refusal.
 */
export class RealtimeConnection {
  /** The rooms that the gate let it into. */
  readonly rooms = new Set<string>();
  private readonly presentIn = new Set<string>();

  constructor(
    private readonly socket: RealtimeSocket,
    private readonly tools: ConnectionTools,
  ) {
    socket.on('join', (room, answer) => this.guard(this.join(room).then((result) => reply(answer, result))));
    socket.on('leave', (room) => this.guard(this.leave(room)));
    socket.on('presence', (room, doing, answer) =>
      this.guard(this.setPresence(room, doing).then((accepted) => reply(answer, accepted))),
    );
    socket.on('disconnect', () => this.guard(this.end()));
  }

  /** Ends what is no longer allowed: the session, or a room. */
  async recheck(): Promise<void> {
    const { gate } = this.tools;
    const actor = await gate.authenticate(this.socket.handshake.headers.cookie);
    if (!actor || actor.sessionId !== this.socket.data.actor.sessionId) {
      this.socket.disconnect(true);
      return;
    }
    for (const room of this.rooms) {
      if (!(await gate.mayJoin(actor, room))) await this.leave(room);
    }
  }

  /** The person is no longer anywhere. */
  async end(): Promise<void> {
    this.rooms.clear();
    for (const room of this.presentIn) await this.endPresence(room);
  }

  private async join(room: unknown): Promise<JoinAnswer> {
    const { data: name } = RoomName.safeParse(room);
    if (name === undefined || this.rooms.size >= MOST_ROOMS) return { joined: false };
    if (!(await this.tools.gate.mayJoin(this.socket.data.actor, name))) return { joined: false };

    this.rooms.add(name);
    await this.socket.join(roomKey(name));
    // Read after joining: a change in between arrives as a message or is counted here, never neither.
    const sequence = (await this.tools.sequences.current([name])).get(name) ?? 0;
    await this.tellPresence(name);
    return { joined: true, sequence };
  }

  private async tellPresence(room: string): Promise<void> {
    const rooms = room === PRESENCE_ROOM ? await this.tools.presence.rooms() : [room];
    for (const name of rooms) this.socket.emit('presence', await this.tools.presence.list(name));
  }

  private async leave(room: unknown): Promise<void> {
    const { data: name } = RoomName.safeParse(room);
    if (name === undefined || !this.rooms.delete(name)) return;
    await this.socket.leave(roomKey(name));
    await this.endPresence(name);
  }

  /** Presence can only be told of a room that was joined: nobody is seen where he may not look. */
  private async setPresence(room: unknown, doing: unknown): Promise<boolean> {
    const { data: name } = RoomName.safeParse(room);
    if (name === undefined || name === PRESENCE_ROOM || !this.rooms.has(name)) return false;
    if (doing === null) {
      await this.endPresence(name);
      return true;
    }
    const { data: what } = Doing.safeParse(doing);
    if (what === undefined) return false;

    this.presentIn.add(name);
    const { userId } = this.socket.data.actor;
    const changed = await this.tools.presence.set(name, this.socket.id, { userId, doing: what });
    if (changed) await this.announce(name);
    if (!this.socket.connected) await this.endPresence(name);
    return true;
  }

  private async endPresence(room: string): Promise<void> {
    if (!this.presentIn.delete(room)) return;
    if (await this.tools.presence.remove(room, this.socket.id)) await this.announce(room);
  }

  private async announce(room: string): Promise<void> {
    this.tools.broadcast.presence(await this.tools.presence.list(room));
  }

  private guard(work: Promise<unknown>): void {
    work.catch(this.tools.onError);
  }
}

/** A client may leave the answer's place empty. */
function reply<Answer>(answer: unknown, value: Answer): void {
  if (typeof answer === 'function') answer(value);
}

import { Inject, Injectable } from '@nestjs/common';
import { sessionKey, userKey } from './broadcast.ts';
import { RealtimeWires } from './realtime-wires.ts';
import { RoomSequences } from './room-sequences.ts';

/** Tells screens that something changed, from any process. Call it after the change is committed. */
@Injectable()
export class RealtimePublisher {
  constructor(
    @Inject(RealtimeWires) private readonly wires: RealtimeWires,
    @Inject(RoomSequences) private readonly sequences: RoomSequences,
  ) {}

  /** Only ids travel; whoever may see more fetches it. Without `sequence` the room's next number is taken. */
  async publish(room: string, event: string, ids: number[], sequence?: number): Promise<void> {
    const number = sequence ?? (await this.sequences.next(room));
    this.wires.broadcast.change({ event, room, ids, sequence: number });
  }

  /** Closes the sockets of a session that ended, or all of a person's. */
  disconnect(whose: { userId: number } | { sessionId: string }): void {
    this.wires.broadcast.disconnect('userId' in whose ? userKey(whose.userId) : sessionKey(whose.sessionId));
  }
}

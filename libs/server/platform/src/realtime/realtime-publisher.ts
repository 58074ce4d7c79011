import { Inject, Injectable } from '@nestjs/common';
import type { RoomEvent } from '@bureau/contracts';
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

  /** Only ids travel; whoever may see more fetches it. */
  publish(room: string, event: string, ids: number[]): Promise<void> {
    return this.publishAll([{ room, event, ids }]);
  }

  /** As {@link publish}, in the order given; the rooms' next numbers are taken in one go. */
  async publishAll(changes: readonly Omit<RoomEvent, 'sequence'>[]): Promise<void> {
    const numbers = await this.sequences.next(changes.map(({ room }) => room));
    for (const [index, change] of changes.entries()) {
      this.wires.broadcast.change({ ...change, sequence: numbers[index] ?? 0 });
    }
  }

  /** Closes the sockets of a session that ended, or all of a person's. */
  disconnect(whose: { userId: number } | { sessionId: string }): void {
    this.wires.broadcast.disconnect('userId' in whose ? userKey(whose.userId) : sessionKey(whose.sessionId));
  }
}

import type { Beat, ClientToServer, JoinAnswer, RoomEvent, ServerToClient } from '@bureau/contracts';
import type { Socket } from 'socket.io-client';
import type { RoomHandler, RoomNews } from './realtime-state.ts';
import { RoomTracker } from './room-tracker.ts';

export type RealtimeSocket = Socket<ServerToClient, ClientToServer>;

const ANSWER_MS = 4_000;

interface RoomsOptions {
  onRoomEvent?: ((event: RoomEvent) => void) | undefined;
  onGap?: ((room: string) => unknown) | undefined;
  onJoined(room: string): void;
  /** Work of the handlers that must settle before the screen is live. */
  onWork(work: Promise<unknown>): void;
}

/** The rooms this page wants: joined, joined again after each connect, left when nobody wants them. */
export class Rooms {
  private readonly handlers = new Map<string, Set<RoomHandler>>();
  private readonly tracker = new RoomTracker();

  constructor(
    private readonly socket: RealtimeSocket,
    private readonly options: RoomsOptions,
  ) {
    socket.on('change', (event) => this.changed(event));
    socket.on('beat', (beat) => this.beat(beat));
  }

  enter(room: string, handler: RoomHandler): () => void {
    const handlers = this.handlers.get(room) ?? new Set();
    this.handlers.set(room, handlers.add(handler));
    if (this.socket.connected) {
      if (handlers.size === 1) void this.join(room).catch(() => undefined);
      else if (this.tracker.knows(room)) this.options.onWork(settle(handler, { kind: 'joined' }));
    }
    return () => this.exit(room, handler);
  }

  /** Rejects when the server does not answer within `patienceMs` milliseconds. A refused room is given up. */
  async joinAll(patienceMs = ANSWER_MS): Promise<void> {
    await Promise.all([...this.handlers.keys()].map((room) => this.join(room, patienceMs)));
  }

  private exit(room: string, handler: RoomHandler): void {
    const handlers = this.handlers.get(room);
    if (!handlers?.delete(handler) || handlers.size > 0) return;
    this.handlers.delete(room);
    this.tracker.forget(room);
    if (this.socket.connected) this.socket.emit('leave', room);
  }

  private async join(room: string, patienceMs = ANSWER_MS): Promise<void> {
    const known = this.tracker.knows(room);
    const answer: JoinAnswer = await this.socket.timeout(patienceMs).emitWithAck('join', room);
    if (!this.handlers.has(room)) return;
    if (!answer.joined) {
      this.handlers.delete(room);
      return;
    }
    this.options.onJoined(room);
    if (this.tracker.reached(room, answer.sequence)) this.gap(room);
    else if (!known) this.tell(room, { kind: 'joined' });
  }

  private changed(event: RoomEvent): void {
    const { room, ids, sequence } = event;
    if (!this.handlers.has(room)) return;
    const seen = this.tracker.changed(room, sequence);
    if (seen === 'old') return;
    this.options.onRoomEvent?.(event);
    this.tell(room, { kind: 'changed', event: event.event, ids });
    if (seen === 'gap') this.gap(room);
  }

  private beat(beat: Beat): void {
    for (const [room, sequence] of Object.entries(beat)) {
      if (this.handlers.has(room) && this.tracker.reached(room, sequence)) this.gap(room);
    }
  }

  private gap(room: string): void {
    this.options.onWork(Promise.allSettled([this.options.onGap?.(room)]));
    this.tell(room, { kind: 'gap' });
  }

  private tell(room: string, news: RoomNews): void {
    for (const handler of this.handlers.get(room) ?? []) {
      const work = settle(handler, news);
      if (news.kind === 'gap') this.options.onWork(work);
    }
  }
}

async function settle(handler: RoomHandler, news: RoomNews): Promise<void> {
  await Promise.allSettled([handler(news)]);
}

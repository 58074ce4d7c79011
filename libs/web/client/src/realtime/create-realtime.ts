import type { RoomEvent } from '@bureau/contracts';
import { io } from 'socket.io-client';
import { onComeBack, type ComeBack } from './come-back.ts';
import { Presences } from './presences.ts';
import { Observable, type RealtimeState, type RoomHandler } from './realtime-state.ts';
import { Rooms, type RealtimeSocket } from './rooms.ts';

/** Milliseconds until a connection that may be dead is given up, while somebody waits for a true screen. */
const HURRIED_MS = 2_000;

export interface RealtimeOptions {
  /** `Session.realtimeUrl`: origin and path; a path alone means this page's origin. */
  url: string;
  onRoomEvent?: (event: RoomEvent) => void;
  /** Something was missed in this room: fetch its data anew. */
  onGap?: (room: string) => unknown;
  /** The line was gone and is back: read everything anew. The badge says `catching-up` until the promise is settled. */
  onReturn?: () => unknown;
  onState?: (state: RealtimeState) => void;
  /** For programs; a browser sends its cookie by itself. */
  headers?: Record<string, string>;
}

/** The page's connection to what happens. Everything it tells is a hint to fetch; nothing is shown from it directly. */
export class Realtime {
  readonly state = new Observable<RealtimeState>({ kind: 'catching-up' });
  readonly presences: Presences;
  private readonly socket: RealtimeSocket;
  private readonly rooms: Rooms;
  private readonly stopWatching: () => void;
  private pending = 0;
  private closed = false;
  /** Since when nobody knows what was missed. */
  private wasAway = false;

  constructor(private readonly options: RealtimeOptions) {
    this.socket = connect(options);
    this.rooms = new Rooms(this.socket, {
      onRoomEvent: options.onRoomEvent,
      onGap: options.onGap,
      onJoined: (room) => this.presences.joined(room),
      onWork: (work) => void this.catchUp(work),
    });
    this.presences = new Presences(this.socket);
    if (options.onState) this.state.subscribe(() => options.onState?.(this.state.get()));
    this.socket.on('connect', () => void this.catchUp(this.arrive()));
    this.socket.on('disconnect', (reason) => this.disconnected(reason));
    this.socket.on('connect_error', (error) => this.refused(error));
    this.stopWatching = onComeBack((how) => this.cameBack(how));
  }

  /** Joins the room until the returned function is called. */
  enter(room: string, handler: RoomHandler): () => void {
    return this.rooms.enter(room, handler);
  }

  /** Looks now whether the connection is alive and complete, and connects anew if not. */
  check(): void {
    if (this.closed || this.state.get().kind === 'signed-out') return;
    if (this.socket.connected) void this.catchUp(this.verify(HURRIED_MS));
    else this.reconnect();
  }

  /** A connection from before a sleep or in another network is not worth asking. */
  private cameBack(how: ComeBack): void {
    if (this.closed || this.state.get().kind === 'signed-out') return;
    if (how === 'woke' || how === 'network-back') this.reconnect();
    else this.check();
  }

  close(): void {
    this.closed = true;
    this.stopWatching();
    this.presences.close();
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  private async arrive(): Promise<void> {
    await this.verify();
    if (!this.wasAway || !this.socket.connected) return;
    this.wasAway = false;
    await Promise.allSettled([this.options.onReturn?.()]);
  }

  /** Joining tells how far each room is: what was missed meanwhile comes out as a gap. */
  private async verify(patienceMs?: number): Promise<void> {
    try {
      await this.rooms.joinAll(patienceMs);
    } catch {
      this.reconnect();
    }
  }

  private reconnect(): void {
    this.socket.disconnect().connect();
  }

  private async catchUp(work: Promise<unknown>): Promise<void> {
    this.pending += 1;
    if (this.socket.connected) this.show({ kind: 'catching-up' });
    await work;
    this.pending -= 1;
    if (this.pending === 0 && this.socket.connected) this.show({ kind: 'live' });
  }

  /** Sent away by the server: socket.io would stay away, but only a refused handshake says that the session is over. */
  private disconnected(reason: string): void {
    this.wasAway = true;
    // We left to come back at once: whether the desk can be reached is known in a moment.
    if (reason === 'io client disconnect') return this.show({ kind: 'catching-up' });
    this.offline();
    if (reason === 'io server disconnect') setTimeout(() => this.check(), 500 + Math.random() * 500);
  }

  private offline(): void {
    this.wasAway = true;
    if (this.state.get().kind !== 'offline') this.show({ kind: 'offline', since: new Date() });
  }

  private refused(error: Error): void {
    if (error.message === 'session.required') this.show({ kind: 'signed-out' });
    else this.offline();
  }

  private show(state: RealtimeState): void {
    const same = state.kind !== 'offline' && state.kind === this.state.get().kind;
    if (!same) this.state.set(state);
  }
}

/** Connects at once and stays connected until `close`. */
export function createRealtime(options: RealtimeOptions): Realtime {
  return new Realtime(options);
}

function connect({ url, headers }: RealtimeOptions): RealtimeSocket {
  const base = typeof location === 'undefined' ? undefined : location.href;
  const { origin, pathname } = new URL(url, base);
  return io(origin, {
    path: pathname,
    transports: ['websocket'],
    withCredentials: true,
    forceNew: true,
    timeout: 5_000,
    // 0.5 s to 3 s with jitter: after an outage a thousand screens do not come back in the same moment.
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
    randomizationFactor: 0.5,
    ...(headers && { extraHeaders: headers }),
  });
}

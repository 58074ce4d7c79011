import { type Doing, type Presence } from '@bureau/contracts';
import { Observable } from './realtime-state.ts';
import type { RealtimeSocket } from './rooms.ts';

export type People = Presence['people'];

const REPEAT_MS = 10_000;

/** Who is where, and what this page tells of itself. */
export class Presences {
  /** By room; rooms with nobody in them are absent. */
  readonly people = new Observable<ReadonlyMap<string, People>>(new Map());
  private readonly own = new Map<string, Doing>();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(private readonly socket: RealtimeSocket) {
    socket.on('presence', ({ room, people }) => this.learn(room, people));
    socket.on('disconnect', () => this.people.set(new Map()));
    this.timer = setInterval(() => this.repeat(), REPEAT_MS);
  }

  /** The room must have been entered. */
  tell(room: string, doing: Doing | null): void {
    if (doing === null) this.own.delete(room);
    else this.own.set(room, doing);
    this.send(room, doing);
  }

  /** The server has let this page into the room: only now it listens. */
  joined(room: string): void {
    const doing = this.own.get(room);
    if (doing !== undefined) this.send(room, doing);
  }

  close(): void {
    clearInterval(this.timer);
  }

  private repeat(): void {
    for (const [room, doing] of this.own) this.send(room, doing);
  }

  private send(room: string, doing: Doing | null): void {
    if (this.socket.connected) this.socket.emit('presence', room, doing, () => undefined);
  }

  private learn(room: string, people: People): void {
    const all = new Map(this.people.get());
    if (people.length > 0) all.set(room, people);
    else all.delete(room);
    this.people.set(all);
  }
}

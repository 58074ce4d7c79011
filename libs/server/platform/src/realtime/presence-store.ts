import { Doing, type Presence } from '@bureau/contracts';
import type { Redis } from 'ioredis';
import { z } from 'zod';

export interface Present {
  userId: number;
  doing: Doing;
}

const Entry = z.object({ userId: z.number(), doing: Doing, until: z.number() });
type Entry = z.infer<typeof Entry>;

/** Who is in which room, by socket: one person with two tabs is there until both are closed. */
export abstract class PresenceStore {
  constructor(
    protected readonly ttlMs: number,
    protected readonly now: () => number = Date.now,
  ) {}

  /** True when this changed what others see. */
  abstract set(room: string, socketId: string, present: Present): Promise<boolean>;
  abstract remove(room: string, socketId: string): Promise<boolean>;
  abstract list(room: string): Promise<Presence>;
  abstract rooms(): Promise<string[]>;
  /** Drops who has been silent for too long, or was on a server that died; returns their rooms. */
  abstract sweep(): Promise<string[]>;
}

export class MemoryPresenceStore extends PresenceStore {
  private readonly byRoom = new Map<string, Map<string, Entry>>();

  async set(room: string, socketId: string, present: Present): Promise<boolean> {
    const entries = this.byRoom.get(room) ?? new Map<string, Entry>();
    const changed = entries.get(socketId)?.doing !== present.doing;
    this.byRoom.set(room, entries.set(socketId, { ...present, until: this.now() + this.ttlMs }));
    return changed;
  }

  async remove(room: string, socketId: string): Promise<boolean> {
    const entries = this.byRoom.get(room);
    const removed = entries?.delete(socketId) ?? false;
    if (entries?.size === 0) this.byRoom.delete(room);
    return removed;
  }

  async list(room: string): Promise<Presence> {
    return { room, people: peopleOf(this.byRoom.get(room)?.values() ?? []) };
  }

  async rooms(): Promise<string[]> {
    return [...this.byRoom.keys()];
  }

  async sweep(): Promise<string[]> {
    const swept = new Set<string>();
    for (const [room, entries] of this.byRoom) {
      for (const [socketId, { until }] of entries) {
        if (until < this.now() && (await this.remove(room, socketId))) swept.add(room);
      }
    }
    return [...swept];
  }
}

const ROOMS = 'bureau:presence';
const roomHash = (room: string) => `${ROOMS}:${room}`;

/** Shared by all servers: a hash for each room, and the set of rooms that have one. */
export class RedisPresenceStore extends PresenceStore {
  constructor(
    private readonly redis: Redis,
    ttlMs: number,
    now?: () => number,
  ) {
    super(ttlMs, now);
  }

  async set(room: string, socketId: string, present: Present): Promise<boolean> {
    const before = await this.redis.hget(roomHash(room), socketId);
    const entry: Entry = { ...present, until: this.now() + this.ttlMs };
    await this.redis.multi().hset(roomHash(room), socketId, JSON.stringify(entry)).sadd(ROOMS, room).exec();
    return before === null || Entry.parse(JSON.parse(before)).doing !== present.doing;
  }

  async remove(room: string, socketId: string): Promise<boolean> {
    return (await this.redis.hdel(roomHash(room), socketId)) > 0;
  }

  async list(room: string): Promise<Presence> {
    return { room, people: peopleOf([...(await this.entries(room)).values()]) };
  }

  rooms(): Promise<string[]> {
    return this.redis.smembers(ROOMS);
  }

  async sweep(): Promise<string[]> {
    const swept = new Set<string>();
    for (const room of await this.rooms()) {
      const entries = await this.entries(room);
      if (entries.size === 0) await this.forget(room);
      for (const [socketId, { until }] of entries) {
        // Of several servers that sweep, the one that removes the entry tells about it.
        if (until < this.now() && (await this.remove(room, socketId))) swept.add(room);
      }
    }
    return [...swept];
  }

  /** Somebody may come in at this very moment: then the room is remembered, or nobody would ever sweep her out. */
  private async forget(room: string): Promise<void> {
    await this.redis.srem(ROOMS, room);
    if ((await this.redis.hlen(roomHash(room))) > 0) await this.redis.sadd(ROOMS, room);
  }

  private async entries(room: string): Promise<Map<string, Entry>> {
    const fields = Object.entries(await this.redis.hgetall(roomHash(room)));
    return new Map(fields.map(([socketId, json]) => [socketId, Entry.parse(JSON.parse(json))]));
  }
}

/** One line a person; writing says more than viewing. */
function peopleOf(entries: Iterable<Entry>): Presence['people'] {
  const doing = new Map<number, Doing>();
  for (const entry of entries) {
    if (doing.get(entry.userId) !== 'writing') doing.set(entry.userId, entry.doing);
  }
  return [...doing].map(([userId, what]) => ({ userId, doing: what })).sort((a, b) => a.userId - b.userId);
}

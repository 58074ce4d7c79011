import { createAdapter } from '@socket.io/redis-adapter';
import type { Redis } from 'ioredis';
import { connectBlockingRedis, connectRedis } from '../redis/connect-redis.ts';
import { LocalBroadcast, REDIS_KEY, RedisBroadcast, type Broadcast, type RealtimeIo } from './broadcast.ts';
import { MemoryPresenceStore, RedisPresenceStore, type PresenceStore } from './presence-store.ts';
import { timingsOf, type RealtimeOptions } from './realtime-options.ts';

/** How processes reach each other: through Redis, or not at all because there is one. */
export abstract class RealtimeWires {
  abstract readonly broadcast: Broadcast;
  abstract readonly presence: PresenceStore;
  /** Connects a server's sockets. */
  abstract serve(io: RealtimeIo): void;
  abstract close(): void;
}

export function openRealtimeWires(options: RealtimeOptions, onError: (error: unknown) => void): RealtimeWires {
  const { presenceTtlMs } = timingsOf(options);
  return options.redisUrl === undefined
    ? new LocalWires(presenceTtlMs)
    : new RedisWires(options.redisUrl, presenceTtlMs, onError);
}

class LocalWires extends RealtimeWires {
  readonly broadcast = new LocalBroadcast();
  readonly presence: PresenceStore;

  constructor(presenceTtlMs: number) {
    super();
    this.presence = new MemoryPresenceStore(presenceTtlMs);
  }

  serve(io: RealtimeIo): void {
    this.broadcast.serve(io);
  }

  close(): void {}
}

class RedisWires extends RealtimeWires {
  readonly broadcast: Broadcast;
  readonly presence: PresenceStore;
  private readonly redis: Redis;
  private subscriber: Redis | undefined;

  constructor(
    private readonly url: string,
    presenceTtlMs: number,
    private readonly onError: (error: unknown) => void,
  ) {
    super();
    this.redis = connectRedis(url, onError);
    this.broadcast = new RedisBroadcast(this.redis, onError);
    this.presence = new RedisPresenceStore(this.redis, presenceTtlMs);
  }

  serve(io: RealtimeIo): void {
    this.subscriber ??= connectBlockingRedis(this.url, this.onError);
    io.adapter(createAdapter(this.redis, this.subscriber, { key: REDIS_KEY }));
  }

  close(): void {
    this.redis.disconnect();
    this.subscriber?.disconnect();
  }
}

import { Redis } from 'ioredis';

/**
 * A connection for commands: gives up after a few seconds, so that the caller can say so and try again later,
 * while it reconnects for ever in the background.
 */
export function connectRedis(url: string, onError: (error: unknown) => void): Redis {
  return open(url, 5, onError);
}

/** A connection that blocks or listens: it must wait for Redis to come back instead of giving up. */
export function connectBlockingRedis(url: string, onError: (error: unknown) => void): Redis {
  return open(url, null, onError);
}

function open(url: string, maxRetriesPerRequest: number | null, onError: (error: unknown) => void): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest,
    enableReadyCheck: false,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  redis.on('error', onError);
  return redis;
}

import { BEAT_MS, PRESENCE_TTL_MS } from '@bureau/contracts';

export interface RealtimeOptions {
  /** With it every process reaches the sockets of every server. */
  redisUrl?: string | undefined;
  /** Origins besides the request's own host whose pages may connect, e.g. `https://desk.example`. */
  allowedOrigins?: readonly string[];
  /** How often sequences are told, in milliseconds. */
  beatMs?: number;
  presenceTtlMs?: number;
  /** How often session and rooms are checked again, in milliseconds. */
  recheckMs?: number;
}

export type RealtimeTimings = Required<Pick<RealtimeOptions, 'beatMs' | 'presenceTtlMs' | 'recheckMs'>>;

export const REALTIME_OPTIONS = Symbol('realtime-options');

export function timingsOf(options: RealtimeOptions): RealtimeTimings {
  const { beatMs = BEAT_MS, presenceTtlMs = PRESENCE_TTL_MS, recheckMs = 60_000 } = options;
  return { beatMs, presenceTtlMs, recheckMs };
}

import 'reflect-metadata';

const EVERY = Symbol('every');
const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export interface Schedule {
  name: string;
  everyMs: number;
}

/** `30s`, `5m`, `1h`, `1d`; at most 7 days. */
export type Interval = `${number}${keyof typeof UNITS}`;

/**
 * Runs a method without arguments once per interval in the whole cluster, with the retries of a job. Intervals are
 * counted from the epoch in UTC. What was missed while everything was down is caught up once.
 */
export function Every(interval: Interval, name: string) {
  const schedule = { name, everyMs: millisecondsOf(interval) };
  return <Method extends () => Promise<unknown>>(
    _prototype: object,
    _method: string | symbol,
    method: TypedPropertyDescriptor<Method>,
  ): void => {
    if (method.value) Reflect.defineMetadata(EVERY, schedule, method.value);
  };
}

/** The schedule a method runs on, if any. */
export function scheduleOf(method: object): Schedule | undefined {
  const schedule: Schedule | undefined = Reflect.getMetadata(EVERY, method);
  return schedule;
}

function millisecondsOf(interval: string): number {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(interval) ?? [];
  const known = unit === 's' || unit === 'm' || unit === 'h' || unit === 'd';
  const everyMs = known ? Number(amount) * UNITS[unit] : NaN;
  if (everyMs >= UNITS.s && everyMs <= 7 * UNITS.d) return everyMs;
  throw new Error(`@Every('${interval}'): say 30s, 5m, 1h or 1d, at most 7d`);
}

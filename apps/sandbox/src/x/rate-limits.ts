import type { ServiceClock } from '../service/clock.ts';
import type { Headers } from '../service/call.ts';

const WINDOW_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Requests per 15 minutes, and per day where X counts days too; absent: not counted. */
export type Limit = { user?: number; app?: number; userDay?: number; appDay?: number };

/** A request that was made although X had said that none is left. */
export type Violation = { at: string; endpoint: string; who: string; window: string };

type Window = { id: string; limit: number; used: number; resetsAt: number; told: boolean };
type Rule = { scope: keyof Limit; key: string; limit: number; lastsMs: number };

export type Asked = { endpoint: string; limit: Limit; userId: string | null };

/** Fixed windows per user or app and endpoint, counted as X counts, and a memory of who did not listen. */
export class RateLimits {
  readonly #clock: ServiceClock;
  readonly #windows = new Map<string, Window>();
  #violations: Violation[] = [];

  constructor(clock: ServiceClock) {
    this.#clock = clock;
  }

  /** Counts one request: whether it may pass, and the headers of its answer. */
  take(asked: Asked): { allowed: boolean; headers: Headers } {
    const windows = rulesFor(asked).map((rule) => ({ rule, window: this.#windowOf(rule) }));
    const spent = windows.filter(({ window }) => window.used >= window.limit);
    for (const { rule, window } of spent) if (window.told) this.#note(asked, rule);
    if (spent.length === 0) for (const { window } of windows) window.used += 1;
    for (const { window } of windows) window.told = window.used >= window.limit;
    const headers = Object.assign({}, ...windows.map(({ rule, window }) => headersOf(rule.scope, window)));
    return { allowed: spent.length === 0, headers };
  }

  /** Leaves `remaining` requests in the running 15 minutes, for one user or (null) the app itself. */
  leave(given: Asked & { remaining: number; resetsInMs?: number }): void {
    const [rule] = rulesFor(given);
    if (!rule) return;
    const window = this.#windowOf(rule);
    window.used = Math.max(0, window.limit - given.remaining);
    window.told = false;
    if (given.resetsInMs !== undefined) window.resetsAt = this.#clock.ms() + given.resetsInMs;
  }

  violations(): Violation[] {
    return this.#violations;
  }

  clear(): void {
    this.#windows.clear();
    this.#violations = [];
  }

  #windowOf({ key, limit, lastsMs }: Rule): Window {
    const now = this.#clock.ms();
    const known = this.#windows.get(key);
    if (known && known.resetsAt > now) return known;
    const fresh = { id: key, limit, used: 0, resetsAt: now + lastsMs, told: false };
    this.#windows.set(key, fresh);
    return fresh;
  }

  #note({ endpoint, userId }: Asked, { scope }: Rule): void {
    const at = this.#clock.now().toISOString();
    this.#violations.push({ at, endpoint, who: userId ?? 'the app', window: scope });
  }
}

/** A user's request counts against the user's limit, an app-only one against the app's; days on top of both. */
function rulesFor({ endpoint, limit, userId }: Asked): Rule[] {
  const rule = (scope: keyof Limit, who: string, lastsMs: number): Rule[] =>
    limit[scope] === undefined ? [] : [{ scope, key: `${scope} ${who} ${endpoint}`, limit: limit[scope], lastsMs }];
  const short = userId === null ? rule('app', 'app', WINDOW_MS) : rule('user', userId, WINDOW_MS);
  const userDay = userId === null ? [] : rule('userDay', userId, DAY_MS);
  return [...short, ...userDay, ...rule('appDay', 'app', DAY_MS)];
}

const HEADER_NAMES: Record<keyof Limit, string> = {
  user: 'x-rate-limit',
  app: 'x-rate-limit',
  userDay: 'x-user-limit-24hour',
  appDay: 'x-app-limit-24hour',
};

function headersOf(scope: keyof Limit, { limit, used, resetsAt }: Window): Headers {
  const name = HEADER_NAMES[scope];
  return {
    [`${name}-limit`]: limit,
    [`${name}-remaining`]: Math.max(0, limit - used),
    [`${name}-reset`]: Math.ceil(resetsAt / 1000),
  };
}

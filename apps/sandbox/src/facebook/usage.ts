import { z } from 'zod';
import { GraphError } from './graph-error.ts';
import type { FacebookState } from './state.ts';
import type { Caller } from './tokens.ts';
import type { Violations } from './violations.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Nobody wrote today, yet the page may be read: the service never counts fewer people than this. */
const FEWEST_ENGAGED = 10;

const RATE_CODES: Record<number, { status: number; message: string }> = {
  4: { status: 403, message: '(#4) Application request limit reached' },
  17: { status: 400, message: '(#17) User request limit reached' },
  32: { status: 403, message: '(#32) Page request limit reached' },
  341: { status: 400, message: '(#341) Feed action request limit reached' },
  613: { status: 400, message: '(#613) Calls to this api have exceeded the rate limit.' },
  80001: {
    status: 400,
    message: '(#80001) There have been too many calls to this Page account. Wait a bit and try again.',
  },
  80006: {
    status: 400,
    message: '(#80006) There have been too many calls to this Messenger account. Wait a bit and try again.',
  },
};

/** A limit that somebody plays: every call is refused with this code for so long. */
export const PlayedLimit = z.object({
  code: z.literal([4, 17, 32, 341, 613, 80001, 80006]),
  minutes: z.number().int().min(1).max(1440).default(5),
});

/** How many calls are allowed: the app's in an hour, a page's and its Messenger's in a day; absent: Facebook's formulas. */
export const Limits = z.object({
  appPerHour: z.number().int().min(1).optional(),
  pagePerDay: z.number().int().min(1).optional(),
  messengerPerDay: z.number().int().min(1).optional(),
});
export type Limits = z.infer<typeof Limits>;

type Kind = 'app' | 'pages' | 'messenger';
type Budget = { kind: Kind; key: string; limit: number; windowMs: number; code: number };

/** Counts calls the way Facebook limits them, says so in headers, and refuses what is too much. */
export class Usage {
  readonly #state: FacebookState;
  readonly #now: () => number;
  readonly #violations: Violations;
  /** Calls a minute, by budget. */
  readonly #counts = new Map<string, Map<number, number>>();
  #limits: Limits = {};
  #played: { code: number; until: number; told: boolean } | undefined;

  constructor(given: { state: FacebookState; now: () => number; violations: Violations }) {
    this.#state = given.state;
    this.#now = given.now;
    this.#violations = given.violations;
  }

  setLimits(limits: Limits): void {
    this.#limits = limits;
  }

  /** Undefined ends it. */
  play(limit: z.output<typeof PlayedLimit> | undefined): void {
    this.#played = limit && { code: limit.code, until: this.#now() + limit.minutes * MINUTE, told: false };
  }

  get limits() {
    return { ...this.#limits, played: this.#played ?? null };
  }

  /** Counts one call. Throws the rate code of the limit that it breaks. */
  count(caller: Caller, path: string): void {
    const budget = this.#budgetOf(caller, path);
    this.#refusePlayed();
    const used = this.#add(budget);
    if (used <= budget.limit) return;
    if (used === budget.limit + 1)
      this.#violations.note('over-limit', `More than ${budget.limit} calls (${budget.kind}).`);
    else this.#violations.note('asked-while-limited', `Call ${used} of ${budget.limit} (${budget.kind}).`);
    throw tooMuch(budget.code);
  }

  /** The percentages of what is used, as every answer carries them. */
  headers(caller: Caller, path: string): Record<string, string> {
    const budget = this.#budgetOf(caller, path);
    const used = this.#percent(budget);
    const numbers = { call_count: used, total_cputime: Math.ceil(used / 2), total_time: Math.ceil(used / 2) };
    const app = this.#percent(this.#appBudget());
    const shared = { 'X-App-Usage': JSON.stringify({ call_count: app, total_time: app, total_cputime: app }) };
    if (budget.kind === 'app') return shared;
    const business = [{ type: budget.kind, ...numbers, estimated_time_to_regain_access: this.#minutesLeft(budget) }];
    return {
      ...shared,
      'X-Page-Usage': JSON.stringify(numbers),
      'X-Business-Use-Case-Usage': JSON.stringify({ [budget.key]: business }),
    };
  }

  clear(): void {
    this.#counts.clear();
    this.#limits = {};
    this.#played = undefined;
  }

  #refusePlayed(): void {
    const played = this.#played;
    if (!played) return;
    if (played.until <= this.#now()) return this.play(undefined);
    if (played.told) this.#violations.note('asked-while-limited', `A call before the limit ${played.code} was over.`);
    played.told = true;
    throw tooMuch(played.code);
  }

  #budgetOf(caller: Caller, path: string): Budget {
    if (caller.kind !== 'page') return this.#appBudget();
    const messenger = /\/(conversations|messages|message_attachments)$|^t_|\/t_/.test(path);
    const limit = messenger
      ? (this.#limits.messengerPerDay ?? 200 * this.#engaged(caller.page))
      : (this.#limits.pagePerDay ?? 4800 * this.#engaged(caller.page));
    return {
      kind: messenger ? 'messenger' : 'pages',
      key: caller.page,
      limit,
      windowMs: DAY,
      code: messenger ? 80006 : 80001,
    };
  }

  #appBudget(): Budget {
    const users = Math.max(FEWEST_ENGAGED, Object.keys(this.#state.grants).length);
    return {
      kind: 'app',
      key: this.#state.app.id,
      limit: this.#limits.appPerHour ?? 200 * users,
      windowMs: HOUR,
      code: 4,
    };
  }

  #engaged(page: string): number {
    const since = this.#now() - DAY;
    const wrote = Object.values(this.#state.conversations).filter(
      (one) => one.page === page && one.personWroteAt > since,
    );
    return Math.max(FEWEST_ENGAGED, wrote.length);
  }

  #add(budget: Budget): number {
    const name = `${budget.kind} ${budget.key}`;
    const counts = this.#counts.get(name) ?? new Map<number, number>();
    this.#counts.set(name, counts);
    const minute = Math.floor(this.#now() / MINUTE);
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
    return this.#used(budget);
  }

  #used({ kind, key, windowMs }: Budget): number {
    const counts = this.#counts.get(`${kind} ${key}`);
    const oldest = Math.floor((this.#now() - windowMs) / MINUTE);
    let sum = 0;
    for (const [minute, count] of counts ?? []) {
      if (minute > oldest) sum += count;
      else counts?.delete(minute);
    }
    return sum;
  }

  #percent(budget: Budget): number {
    return Math.floor((this.#used(budget) / budget.limit) * 100);
  }

  #minutesLeft(budget: Budget): number {
    if (this.#played) return Math.ceil((this.#played.until - this.#now()) / MINUTE);
    if (this.#used(budget) <= budget.limit) return 0;
    const [oldest = 0] = this.#counts.get(`${budget.kind} ${budget.key}`)?.keys() ?? [];
    return Math.max(1, Math.ceil((oldest * MINUTE + budget.windowMs - this.#now()) / MINUTE));
  }
}

function tooMuch(code: number): GraphError {
  const { status, message } = RATE_CODES[code] ?? {
    status: 400,
    message: 'Calls to this api have exceeded the rate limit.',
  };
  return new GraphError({ code, status, message, transient: code === 4 || code === 17 || code === 32 });
}

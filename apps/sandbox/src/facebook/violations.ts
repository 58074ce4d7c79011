/** What a well-behaved app never does. A test can ask for these at its end. */
export type Violation = {
  kind:
    | 'over-limit'
    | 'asked-while-limited'
    | 'dead-token-loop'
    | 'said-twice'
    | 'missing-proof'
    | 'code-used-twice'
    | 'webhook-refused'
    | 'webhook-slow';
  /** ISO 8601, by the clock of the service. */
  at: string;
  words: string;
};

const LOOP_CALLS = 5;
const LOOP_MS = 60_000;

export class Violations {
  readonly #now: () => number;
  readonly #dead = new Map<string, number[]>();
  #all: Violation[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  note(kind: Violation['kind'], words: string): void {
    this.#all.push({ kind, words, at: new Date(this.#now()).toISOString() });
  }

  /** A call with a token that does not work: a few may happen, a loop may not. */
  deadTokenUsed(token: string): void {
    const recent = [...(this.#dead.get(token) ?? []), this.#now()].filter((at) => this.#now() - at <= LOOP_MS);
    this.#dead.set(token, recent);
    if (recent.length > LOOP_CALLS)
      this.note('dead-token-loop', `${recent.length} calls in a minute with a dead token.`);
  }

  list(): Violation[] {
    return this.#all;
  }

  clear(): void {
    this.#all = [];
    this.#dead.clear();
  }
}

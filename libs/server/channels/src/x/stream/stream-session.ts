import { setTimeout as pause } from 'node:timers/promises';
import type { TwitterApi } from 'twitter-api-v2';
import type { NetworkFailure } from '../../social/network-failure.ts';
import { keepRules } from './keep-rules.ts';
import { openXStream, type OpenStream, type StreamHandlers } from './open-x-stream.ts';
import { RuleBudget } from './rule-budget.ts';
import { nameOf, type StreamRule } from './stream-rule.ts';
import { LEASE_MS } from './x-stream-lease.repository.ts';

/** How soon other terms, and the end of the lease, are noticed. */
const LOOK_EVERY_MS = 2_000;
const RENEW_MS = LEASE_MS / 3;

/** What the stream is to bring at the moment. */
export interface WantedOfStream {
  rules: StreamRule[];
  /** Accounts that listen, by X's id. */
  accounts: Map<string, number>;
}

/** What a session does to the world; given by {@link HoldXStream}. */
export interface SessionTools {
  wanted: () => Promise<WantedOfStream>;
  receive: (line: unknown, accounts: ReadonlyMap<string, number>) => Promise<void>;
  /** Searches of these accounts are to be read now: something was missed. */
  hurry: (accountIds: readonly number[]) => Promise<void>;
  /** The stream is open and brings what these rules match. */
  covers: (rules: readonly string[]) => Promise<void>;
}

interface Run {
  signal: AbortSignal;
  /** True while this process may hold the stream. */
  lease: () => Promise<boolean>;
  opened: () => Promise<void>;
}

/** One connection of the stream after the other, and its rules, which X remembers between them. */
export class StreamSession {
  readonly #tools: SessionTools;
  readonly #budget = new RuleBudget();
  /** What X was told last; null: nothing by this process. */
  #told: string | null = null;
  #inForce: string[] = [];
  /** Lines are kept in the order in which they came. */
  #kept: Promise<void> = Promise.resolve();

  constructor(tools: SessionTools) {
    this.#tools = tools;
  }

  /** Whether X still holds rules for us. */
  get hasRules(): boolean {
    return this.#inForce.length > 0;
  }

  /** Until it breaks: what ended it. Null: it was given up. Throws NetworkFailure, and whatever keeps a post from being kept. */
  async run(client: TwitterApi, run: Run): Promise<NetworkFailure | null> {
    let wanted = await this.#tools.wanted();
    await this.#tell(client, wanted);
    if (this.#inForce.length === 0) return null;
    const failed = Promise.withResolvers<never>();
    failed.promise.catch(() => undefined);
    const accountIds = () => [...wanted.accounts.values()];
    const keep = (work: () => Promise<void>) => void (this.#kept = this.#kept.then(work).catch(failed.reject));
    const stream = await this.#open(client, {
      line: (line) => keep(() => this.#tools.receive(line, wanted.accounts)),
      damaged: () => keep(() => this.#tools.hurry(accountIds())),
    });
    try {
      await this.#tools.covers(this.#inForce);
      await this.#tools.hurry(accountIds());
      await run.opened();
      const follow = async () => void (wanted = await this.#follow(client));
      return await Promise.race([stream.ended, failed.promise, this.#watch(stream, { ...run, follow })]);
    } finally {
      stream.close();
      await this.#kept;
    }
  }

  /** X says so when it has forgotten our rules: the next attempt tells them again. */
  async #open(client: TwitterApi, handlers: StreamHandlers): Promise<OpenStream> {
    try {
      return await openXStream(client, handlers);
    } catch (error) {
      this.#told = null;
      throw error;
    }
  }

  /** Ends with null when the lease is lost, nothing is wanted any more, or the process stops. */
  async #watch(stream: OpenStream, { signal, lease, follow }: Run & { follow: () => Promise<void> }): Promise<null> {
    const over = new AbortController();
    void stream.ended.then(() => over.abort());
    const halt = AbortSignal.any([signal, over.signal]);
    let renewed = Date.now();
    while (!halt.aborted) {
      await pause(LOOK_EVERY_MS, undefined, { signal: halt }).catch(() => undefined);
      if (halt.aborted) break;
      if (Date.now() - renewed >= RENEW_MS) {
        if (!(await lease())) return null;
        renewed = Date.now();
      }
      await follow();
      if (this.#inForce.length === 0) return null;
    }
    // What ended the stream is said by the stream.
    return signal.aborted ? null : new Promise(() => undefined);
  }

  async #follow(client: TwitterApi): Promise<WantedOfStream> {
    const wanted = await this.#tools.wanted();
    if (await this.#tell(client, wanted)) await this.#tools.covers(this.#inForce);
    return wanted;
  }

  /** Keeps the rules on X in step. True: they were looked at. */
  async #tell(client: TwitterApi, { rules }: WantedOfStream): Promise<boolean> {
    const wanted = rules.map(nameOf).toSorted().join('\n');
    if (wanted === this.#told || !this.#budget.take(Date.now())) return false;
    this.#inForce = (await keepRules(client, rules)).map(nameOf);
    this.#told = wanted;
    return true;
  }
}

import { join } from 'node:path';
import { z } from 'zod';
import { Journal } from '../journal.ts';
import { domainOf, normalAddress } from './address.ts';
import { Behaviour, type BehaviourOf } from './behaviour.ts';

const Fact = z.object({ target: z.string(), behaviour: Behaviour });

/** An address, "@domain", or EVERYONE. */
export const EVERYONE = '*';

/** Who behaves how towards incoming mail. The most specific wins: address, then domain, then everyone. */
export class Behaviours {
  readonly #journal: Journal<z.infer<typeof Fact>>;
  readonly #byTarget = new Map<string, Behaviour>();
  readonly #met = new Map<string, number>();
  /** By target, then by pair of sender and recipient; `since` in epoch milliseconds. */
  readonly #tries = new Map<string, Map<string, { tries: number; since: number }>>();

  constructor(dataDir: string) {
    this.#journal = new Journal(join(dataDir, 'behaviours.jsonl'), Fact);
    for (const { target, behaviour } of this.#journal.facts()) this.#apply(target, behaviour);
  }

  /** `target` is an address, "@domain" or "*". */
  set(target: string, behaviour: Behaviour): void {
    const normal = normalAddress(target);
    this.#journal.note({ target: normal, behaviour });
    this.#apply(normal, behaviour);
  }

  list(): { target: string; behaviour: Behaviour }[] {
    return [...this.#byTarget].map(([target, behaviour]) => ({ target, behaviour }));
  }

  of(address: string): Behaviour {
    return this.#byTarget.get(this.#targetFor(address)) ?? { kind: 'accept' };
  }

  everyone(): Behaviour {
    return this.#byTarget.get(EVERYONE) ?? { kind: 'accept' };
  }

  /** What meets the next mail to this address; counts it, and ends a behaviour that has been met often enough. */
  meet(address: string): Behaviour {
    const target = this.#targetFor(address);
    const behaviour = this.#byTarget.get(target);
    if (!behaviour) return { kind: 'accept' };

    const met = (this.#met.get(target) ?? 0) + 1;
    this.#met.set(target, met);
    if ('times' in behaviour && behaviour.times !== undefined && met >= behaviour.times) {
      this.set(target, { kind: 'accept' });
    }
    return behaviour;
  }

  /** True while this pair of sender and recipient has to wait: too few attempts, or too soon after the first. */
  puttingOff(behaviour: BehaviourOf<'greylist'>, pair: { from: string; to: string }, now: Date): boolean {
    const target = this.#targetFor(pair.to);
    const pairs = this.#tries.get(target) ?? new Map<string, { tries: number; since: number }>();
    const key = JSON.stringify([normalAddress(pair.from), normalAddress(pair.to)]);
    const before = pairs.get(key) ?? { tries: 0, since: now.getTime() };
    this.#tries.set(target, pairs.set(key, { ...before, tries: before.tries + 1 }));
    const tooSoon = now.getTime() - before.since < behaviour.seconds * 1000;
    return before.tries < behaviour.attempts || tooSoon;
  }

  reset(): void {
    this.#journal.clear();
    this.#byTarget.clear();
    this.#met.clear();
    this.#tries.clear();
  }

  #targetFor(address: string): string {
    const targets = [normalAddress(address), `@${domainOf(address)}`, EVERYONE];
    return targets.find((target) => this.#byTarget.has(target)) ?? EVERYONE;
  }

  #apply(target: string, behaviour: Behaviour): void {
    this.#met.delete(target);
    this.#tries.delete(target);
    if (behaviour.kind === 'accept' && target === EVERYONE) this.#byTarget.delete(target);
    else this.#byTarget.set(target, behaviour);
  }
}

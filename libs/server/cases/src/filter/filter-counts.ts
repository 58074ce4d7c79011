import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type FilterCount } from '@bureau/contracts';
import { isPersonal } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { ChangeGeneration } from './change-generation.ts';
import { groupsOf } from './filter.policy.ts';
import { FilterQueries } from './filter.queries.ts';
import type { StoredFilter } from './filter.repository.ts';
import { FilteredCases } from './filtered-cases.ts';

interface Counted {
  count: number;
  more: boolean;
  at: Date;
  /** What had happened when counting began. */
  generation: number;
  /** How long it took, in milliseconds. */
  tookMs: number;
}

/** A figure is not counted again before this, in milliseconds. */
const PAUSE = 3_000;
/** … nor before so many times as long as it took. */
const PAUSE_PER_DURATION = 50;
/** All counting together takes at most one part in so many of the time. */
const SHARE = 3;
/** «Hours since» goes on although nothing happens; so do renames, which the lists do not hear of. */
const OLDEST = 60_000;
/** Figures of those who left are forgotten. */
const KEPT_AT_MOST = 20_000;

/**
 * How many cases there are in each filter, shared by all who would count the same: the same conditions, the same rights,
 * and for «mine» the same person. A figure is counted again when something has changed since, by one asker for all, and
 * not more often than the desk can bear: the pauses grow with what counting costs.
 */
@Injectable()
export class FilterCounts {
  private readonly known = new Map<string, Counted>();
  private readonly counting = new Map<string, Promise<Counted>>();
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly filters: FilterQueries,
    private readonly cases: FilteredCases,
    private readonly generation: ChangeGeneration,
    private readonly clock: Clock,
  ) {}

  /** Figures of all filters of an actor; `askAgainMs` when one of them is older than the latest change. */
  async of(actor: Actor): Promise<{ items: FilterCount[]; askAgainMs: number | null }> {
    const filters = (await this.filters.storedOf(actor)).filter(({ enabled }) => enabled);
    const generation = await this.generation.read();
    const pause = this.pause();
    const counted = await Promise.all(filters.map((filter) => this.figureOf(actor, filter, { generation, pause })));
    const waits = counted.flatMap(({ wait }) => (wait > 0 ? [wait] : []));
    return {
      items: counted.map(({ figure: { count, more, at } }, index) => ({
        filterId: filters[index]?.id ?? 0,
        count,
        more,
        at: at.toISOString(),
      })),
      askAgainMs: waits.length === 0 ? null : Math.ceil(Math.min(...waits)),
    };
  }

  private async figureOf(
    actor: Actor,
    filter: StoredFilter,
    { generation, pause }: { generation: number; pause: number },
  ): Promise<{ figure: Counted; wait: number }> {
    const key = keyOf(actor, filter);
    const known = this.known.get(key);
    if (known) {
      const age = this.clock.now().getTime() - known.at.getTime();
      if (known.generation === generation && age < OLDEST) return { figure: known, wait: 0 };
      const wait = Math.max(PAUSE, pause, known.tookMs * PAUSE_PER_DURATION) - age;
      if (wait > 0) return { figure: known, wait };
    }
    return { figure: await this.countOnce(key, actor, filter, generation), wait: 0 };
  }

  private countOnce(key: string, actor: Actor, filter: StoredFilter, generation: number): Promise<Counted> {
    const running = this.counting.get(key);
    if (running) return running;
    const counting = this.inLine(() => this.count(key, actor, filter, generation)).finally(() =>
      this.counting.delete(key),
    );
    this.counting.set(key, counting);
    return counting;
  }

  /** One after the other: counting never takes more than one connection. */
  private inLine<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.line.then(work);
    this.line = turn.catch(() => undefined);
    return turn;
  }

  private async count(key: string, actor: Actor, { conditions }: StoredFilter, generation: number): Promise<Counted> {
    const at = this.clock.now();
    const begin = performance.now();
    const counted = await this.cases.count(actor, { conditions, named: true });
    const figure = { ...counted, at, generation, tookMs: performance.now() - begin };
    this.known.delete(key);
    this.known.set(key, figure);
    if (this.known.size > KEPT_AT_MOST) this.forgetOldest();
    return figure;
  }

  /** How long all figures that are kept would take together, times what they may take of the time. */
  private pause(): number {
    const since = this.clock.now().getTime() - OLDEST;
    let total = 0;
    for (const { tookMs, at } of this.known.values()) if (at.getTime() > since) total += tookMs;
    return total * SHARE;
  }

  private forgetOldest(): void {
    for (const key of [...this.known.keys()].slice(0, KEPT_AT_MOST / 2)) this.known.delete(key);
  }
}

/** What makes two counts the same. */
function keyOf(actor: Actor, { conditions }: StoredFilter): string {
  const { kind, values } = caseAccess(actor, 1);
  const person = isPersonal(conditions) ? [userIdOf(actor), groupsOf(actor)] : null;
  const mayDelete = 'permissions' in actor && actor.permissions.includes('cases:delete');
  return JSON.stringify([kind, values, person, mayDelete, conditions]);
}

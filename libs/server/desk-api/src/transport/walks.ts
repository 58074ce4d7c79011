import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { Horizon, SettledIds } from '@bureau/platform';
import { SourceQueries, type Bound, type PageWish, type Reading } from '../resource/source.queries.ts';
import type { Source } from '../resource/source.ts';
import { freshPlace, WalkRepository, writtenPlace } from './walk.repository.ts';

/** Sorts that every row has a value for, which is nobody's name. */
const WALKED_BY: readonly string[] = ['id', 'created_at', 'updated_at', 'position'];

/** A list as it is asked for. */
interface AskedList {
  actor: Actor;
  source: Source;
  path: string;
  query: URLSearchParams;
  wish: PageWish;
}

/**
 * Lets programs walk through lists that others change meanwhile, without missing what was there all the time. Who asks for
 * page 2 gets what comes after page 1 as he was given it, not what stands in those places by then. And who will go on where
 * he ended, by `since_id` or `since_updated_at`, is not shown what lies behind rows that are still being written.
 */
@Injectable()
export class Walks {
  constructor(
    private readonly sources: SourceQueries,
    private readonly walks: WalkRepository,
    private readonly horizon: Horizon,
    private readonly settledIds: SettledIds,
  ) {}

  /** A page, and how many entries there are in all: at least those that the walk came by. Throws {@link WrongParameter}. */
  async page(asked: AskedList, page: number): Promise<{ total: number; entries: string[] }> {
    const { actor, source, wish } = asked;
    const walker = walkerOf(asked);
    const after = walker !== undefined && page > 1 ? await this.walks.reached(walker, page - 1) : undefined;
    // One more, for whoever goes on from a place cannot tell by the total whether there is more.
    const limit = after ? wish.limit + 1 : wish.limit;
    const asides = walker === undefined ? [] : [freshPlace(walker, page)];
    const found = await this.complete(asked, (bounds) =>
      this.sources.page(actor, source, { ...wish, bounds, after, limit, asides }),
    );
    const total = after ? Math.max(found.total, wish.offset + found.entries.length) : found.total;
    const shown = found.entries.slice(0, wish.limit);
    const last = shown.at(-1);
    const goesOn = total > wish.offset + wish.limit;
    if (walker !== undefined && goesOn && last && last.at !== null) {
      const place = { at: last.at, id: last.id };
      if (found.asides[0] !== writtenPlace(place)) await this.walks.keep(walker, page, place);
    }
    return { total, entries: shown.map(({ json }) => json) };
  }

  /** What comes after `since_id`, without counting what else there is. Throws {@link WrongParameter}. */
  async stream(asked: AskedList): Promise<string[]> {
    const { actor, source, wish } = asked;
    const { entries } = await this.complete(asked, (bounds) => this.sources.read(actor, source, { ...wish, bounds }));
    return entries.map(({ json }) => json);
  }

  /** What `read` finds as far as it is complete. At the end of a walk that is what there was when it was asked for. */
  private async complete<Found extends Reading>(
    { source, query, wish }: AskedList,
    read: (bounds: Bound[]) => Promise<Found>,
  ): Promise<Found> {
    const ids = await this.idsBound(source, wish);
    const changed = source.sorts['updated_at'];
    if (!query.get('since_updated_at') || changed === undefined) return read(ids);
    const until =
      (horizon: string): Bound =>
      (bind) =>
        `${changed} < ${bind(horizon)}::timestamptz`;

    const found = await read([...ids, until(await this.horizon.readClosely())]);
    if (found.entries.length >= wish.limit) return found;
    return read([...ids, until(await this.horizon.readPresent())]);
  }

  private async idsBound({ id, table }: Source, { filters }: PageWish): Promise<Bound[]> {
    if (table === undefined || !filters.some(([name]) => name === 'since_id')) return [];
    const settled = await this.settledIds.upTo(table);
    return [(bind) => `${id} <= ${bind(settled)}`];
  }
}

/** Who asks for which list, as a hash; undefined where it is in an order that nobody can walk by. */
function walkerOf({ actor, source, path, query, wish }: AskedList): string | undefined {
  const isWalk = query.has('since_id');
  const field = isWalk ? 'id' : (wish.sort.field ?? Object.keys(source.sorts)[0] ?? '');
  const isOrderedOtherwise = source.lead !== undefined || wish.narrowed?.order !== undefined;
  if (!WALKED_BY.includes(field) || (isOrderedOtherwise && !isWalk)) return undefined;
  const asker = [actor.kind, actor.kind === 'application' ? actor.applicationId : null, userIdOf(actor)];
  const asked = [...query].filter(([name]) => name !== 'page' && name !== 'per_page').toSorted();
  return createHash('sha256')
    .update(JSON.stringify([asker, path, asked, wish.limit, wish.languages]))
    .digest('base64url');
}

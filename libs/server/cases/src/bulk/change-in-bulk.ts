import { Injectable } from '@nestjs/common';
import {
  BULK_AT_MOST,
  permits,
  seesEverything,
  userIdOf,
  type Actor,
  type ChangeInBulk as Asked,
} from '@bureau/contracts';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { ResolveCaseWish } from '../case/resolve-case-wish.ts';
import { FilterQueries } from '../filter/filter.queries.ts';
import { BulkRepository, type BulkWish } from './bulk.repository.ts';
import { MacrosInBulk } from './macros-in-bulk.ts';

/** Begins bulk changes and their undos: names are looked up and refused at once, the cases themselves are a worker's. */
@Injectable()
export class ChangeInBulk {
  constructor(
    private readonly bulk: BulkRepository,
    private readonly filters: FilterQueries,
    private readonly resolveWish: ResolveCaseWish,
    private readonly inBulk: MacrosInBulk,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the id of the bulk change. Throws permission.denied (the trash needs cases:delete), filter.not-found,
   * bulk.count-changed, bulk.too-many, macro.not-found, request.invalid.
   */
  async run(actor: Actor, asked: Asked): Promise<number> {
    const bulkId = await this.begin(actor, asked);
    await this.outbox.add('bulk.begun', { bulkId });
    return bulkId;
  }

  /** Throws bulk.not-found, bulk.running. */
  async undo(actor: Actor, bulkId: number): Promise<void> {
    await this.demand(actor, bulkId);
    if (!(await this.bulk.beginUndo(bulkId, actor))) throw new ProblemError('bulk.running');
    await this.outbox.add('bulk.progressed', { bulkId });
    await this.outbox.add('bulk.begun', { bulkId });
  }

  /** Throws bulk.not-found when there is none, or it is a colleague's and the actor is not one who sees every case. */
  async demand(actor: Actor, bulkId: number): Promise<void> {
    if (!(await this.maySee(actor, bulkId))) throw new ProblemError('bulk.not-found');
  }

  async maySee(actor: Actor, bulkId: number): Promise<boolean> {
    const bulk = await this.bulk.ownerOf(bulkId);
    if (!bulk || !permits(actor, 'cases:bulk')) return false;
    return bulk.userId === userIdOf(actor) || !('access' in actor) || seesEverything(actor.access);
  }

  @Transactional()
  private async begin(actor: Actor, asked: Asked): Promise<number> {
    const wish = await this.wishOf(actor, asked);
    const caseIds = await this.casesOf(actor, asked);
    return this.bulk.begin(actor, { userId: userIdOf(actor) ?? null, caseIds, asked, wish, at: this.clock.now() });
  }

  private async casesOf(actor: Actor, { caseIds, filterId, conditions, expectedCount }: Asked): Promise<number[]> {
    const of = filterId === undefined ? conditions && { conditions } : { filterId };
    const found = of ? await this.filters.matchingIds(actor, of, BULK_AT_MOST + 1) : [...new Set(caseIds)];
    if (found.length > BULK_AT_MOST) throw new ProblemError('bulk.too-many');
    if (expectedCount !== undefined && expectedCount !== found.length) {
      throw new ProblemError('bulk.count-changed', { count: found.length });
    }
    return found;
  }

  private async wishOf(actor: Actor, { changes, deleted = false, macros }: Asked): Promise<BulkWish> {
    if (macros) {
      await this.inBulk.macros.check(actor, macros);
      return { macros };
    }
    if (changes)
      return { ...(await this.resolveWish.run(actor, changes)), suppressRules: changes.suppressRules ?? false };
    if (!permits(actor, 'cases:delete')) throw new ProblemError('permission.denied');
    return { deleted };
  }
}

import { Injectable } from '@nestjs/common';
import type { SyncProblem } from '@bureau/contracts';
import {
  adopt,
  bury,
  BURIED_SENTENCES,
  linkTo,
  moveTo,
  nextPullStep,
  revive,
  salesforceId,
  type PullRun,
  type PullStep,
  type SalesforceRow,
} from '@bureau/domain';
import { Clock, Transactional } from '@bureau/platform';
import { FindInDesk } from '../desk/find-in-desk.queries.ts';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import { MergeWithDesk } from '../link/merge-with-desk.ts';
import { recordLock } from '../link/record-lock.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import type { SalesforceRow as RawRow } from '../salesforce/index.ts';
import { CursorRepository } from './cursor.repository.ts';
import { MakeFromRow } from './make-from-row.ts';
import { PullSettingsOf } from './pull-settings-of.ts';
import { TellPull } from './tell-pull.ts';

const MOST_STEPS = 10;

/** One row of Salesforce and what it came with. */
export interface PulledRow {
  frame: SyncFrame;
  row: SalesforceRow;
  raw: RawRow;
}

/**
 * Brings one row of Salesforce into the desk: looks, decides (domain, `nextPullStep`), does, all in one transaction. Salesforce
 * is not asked for anything. A record that is on its way to Salesforce at this moment is left to whoever is at it, who reads
 * the row himself.
 */
@Injectable()
export class PullRow {
  constructor(
    private readonly links: LinkRepository,
    private readonly merge: MergeWithDesk,
    private readonly make: MakeFromRow,
    private readonly inDesk: FindInDesk,
    private readonly settings: PullSettingsOf,
    private readonly outbox: SalesforceOutbox,
    private readonly cursors: CursorRepository,
    private readonly tell: TellPull,
    private readonly clock: Clock,
  ) {}

  /** Why the desk does not take the row; null: it does, or there was nothing to take. */
  @Transactional()
  async run(pulled: PulledRow): Promise<string | null> {
    const why = await this.steps(pulled);
    const contactId = salesforceId(pulled.raw['PersonContactId']);
    if (contactId !== null) await this.links.savePersonContact(pulled.row.id, contactId);
    return why;
  }

  private async steps(pulled: PulledRow): Promise<string | null> {
    const { frame, row } = pulled;
    let run: PullRun = {};
    for (let count = 0; count < MOST_STEPS; count++) {
      const found = await this.linkOf(frame, row);
      if (found && !(await this.isMine(found))) {
        await this.leave(found);
        return null;
      }
      // What was read before the lock was had may be older than what its last holder agreed on.
      const link = found && (await this.linkOf(frame, row));
      const step = nextPullStep({
        ...{ row, link: link ?? null, run, settings: this.settings.run(pulled) },
        deskRecordExists: !link && (await this.carriesDeskId(pulled)),
      });
      if (step.do === 'create') return this.make.run(pulled, link);
      const after = await this.take(pulled, step, { link, run });
      if (!after) return null;
      run = after;
    }
    return null;
  }

  /** Who made it knows it by the id of the row, or the row knows the record of the desk. */
  private async linkOf(frame: SyncFrame, row: SalesforceRow): Promise<StoredLink | undefined> {
    const link = await this.links.ofSalesforce(frame.object, row.id);
    const deskId = deskIdOf(row);
    return link ?? (deskId === null ? undefined : this.links.ofDesk(frame.object, deskId));
  }

  private isMine({ object, deskId }: Pick<StoredLink, 'object' | 'deskId'>): Promise<boolean> {
    return this.cursors.tryLock(recordLock(object, deskId));
  }

  private leave({ object, deskId }: StoredLink): Promise<void> {
    return this.outbox.mark(object, [deskId], this.clock.now());
  }

  /** Windows overlap: a row that says nothing new is no reason to try again what was refused, or to try it sooner. */
  private stays({ object, deskId }: StoredLink): Promise<void> {
    return this.outbox.keep(object, [deskId], this.clock.now());
  }

  private async carriesDeskId({ frame, row }: PulledRow): Promise<boolean> {
    const deskId = deskIdOf(row);
    return deskId !== null && (await this.inDesk.exists(frame.object, deskId));
  }

  /** What is known afterwards; null: that was all. */
  private async take(
    pulled: PulledRow,
    step: Exclude<PullStep, { do: 'create' }>,
    { link, run }: { link: StoredLink | undefined; run: PullRun },
  ): Promise<PullRun | null> {
    const { frame, row } = pulled;
    switch (step.do) {
      case 'ignore':
        return null;
      case 'report':
        await this.tell.deadEnd(pulled, step.code);
        return null;
      case 'match':
        return { ...run, matches: await this.inDesk.matches(frame.object, row.values) };
      case 'look for the winner': {
        const winner = await this.links.ofSalesforce(frame.object, step.salesforceId);
        return { ...run, winnerLinked: winner !== undefined };
      }
      case 'link':
        return this.link(pulled, step.deskId ?? deskIdOf(row));
      case 'merge':
        return link ? this.mergeInto(pulled, link) : null;
      default:
        return link ? this.change(pulled, step, link) : null;
    }
  }

  private async link(pulled: PulledRow, deskId: number | null): Promise<PullRun | null> {
    if (deskId === null || !(await this.isMine({ object: pulled.frame.object, deskId }))) return null;
    const link = await this.links.begin(pulled.frame.object, deskId);
    const linked = { ...link, ...linkTo(pulled.row.id, link), problem: null };
    await this.links.save(linked);
    await this.tell.did(pulled, 'linked', deskId);
    await this.outbox.wake(this.clock.now(), linked);
    return {};
  }

  private async change(
    pulled: PulledRow,
    step: Extract<PullStep, { do: 'bury' | 'revive' | 'move' | 'adopt' }>,
    link: StoredLink,
  ): Promise<PullRun | null> {
    const { row } = pulled;
    // Afterwards the link does not know of it any more.
    const isOurs = await this.tell.arrived(pulled, link);
    switch (step.do) {
      case 'bury':
        await this.links.save({
          ...{ ...link, ...bury(link, 'salesforce', buriedBy(row)) },
          problem: step.because === 'deleted' ? null : forPerson(step.because),
        });
        await this.tell.buried(pulled, link.deskId, step.because);
        return null;
      case 'revive':
        await this.links.save({ ...link, ...revive(link), problem: null });
        return {};
      case 'move':
        await this.links.save({ ...link, ...moveTo(link, step.salesforceId), problem: null });
        await this.leave(link);
        return null;
      case 'adopt':
        await this.links.save({ ...link, ...adopt(link, row.id, row.readAt), problem: null });
        if (!isOurs) await this.tell.did(pulled, 'linked', link.deskId);
        await this.outbox.wake(this.clock.now(), { ...link, salesforceId: row.id });
        return {};
    }
  }

  private async mergeInto({ frame, row }: PulledRow, link: StoredLink): Promise<null> {
    const merged = await this.merge.run(frame, link, row);
    if (!merged) await this.links.save({ ...link, ...bury(link, 'desk', buriedBy(row)), problem: null });
    else if (merged.unsent.length > 0 || link.state === 'error')
      await (merged.isNews ? this.leave(link) : this.stays(link));
    return null;
  }
}

function buriedBy({ id, stamp, readAt }: SalesforceRow) {
  return { salesforceId: id, stamp, seenAt: readAt };
}

/** What nobody but a person can put right. */
function forPerson(because: keyof typeof BURIED_SENTENCES): SyncProblem {
  return { code: because, kind: 'person', message: BURIED_SENTENCES[because], fields: [] };
}

/** The record of the desk that a row says it is. */
export function deskIdOf({ deskId }: SalesforceRow): number | null {
  return deskId !== null && /^[1-9]\d{0,14}$/.test(deskId) ? Number(deskId) : null;
}

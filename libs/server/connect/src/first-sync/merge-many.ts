import { Injectable } from '@nestjs/common';
import { nextPullStep, salesforceId } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import { MergeWithDesk, type Merged } from '../link/merge-with-desk.ts';
import { recordLock } from '../link/record-lock.ts';
import { CursorRepository } from '../pull/cursor.repository.ts';
import type { PulledRow } from '../pull/pull-row.ts';
import { PullSettingsOf } from '../pull/pull-settings-of.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';

/** Merges rows of linked records that the desk has nothing to write for: what is left is to tell Salesforce of the desk's. */
@Injectable()
export class MergeMany {
  constructor(
    private readonly links: LinkRepository,
    private readonly cursors: CursorRepository,
    private readonly settings: PullSettingsOf,
    private readonly merge: MergeWithDesk,
    private readonly outbox: SalesforceOutbox,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the rows. Those that are dealt with; all others go one by one. */
  async run(rows: readonly PulledRow[]): Promise<Set<PulledRow>> {
    const [first] = rows;
    if (!first) return new Set();
    const mine = await this.mine(first.frame.object, rows);
    if (mine.length === 0) return new Set();
    const merged = await this.merge.runQuiet(
      first.frame,
      mine.map(({ before, pulled: { row } }) => ({ before, row })),
    );
    await this.remember(first.frame.object, merged);
    const done = new Set(merged.map(({ link }) => link.id));
    return new Set(mine.flatMap(({ before, pulled }) => (done.has(before.id) ? [pulled] : [])));
  }

  /** Those whose links nobody else works on, with what their last holder agreed on, if there is only to merge. */
  private async mine(object: StoredLink['object'], rows: readonly PulledRow[]) {
    const named = await this.links.ofSalesforces(
      object,
      rows.map(({ row }) => row.id),
    );
    const free = await this.cursors.tryLocks(named.map(({ deskId }) => recordLock(object, deskId)));
    const links = await this.links.ofDesks(
      object,
      named.flatMap(({ deskId }) => (free.has(recordLock(object, deskId)) ? [deskId] : [])),
    );
    const byRow = new Map(links.map((link) => [link.salesforceId, link]));
    return rows.flatMap((pulled) => {
      const before = byRow.get(pulled.row.id);
      return before && this.isPlain(pulled, before) ? [{ pulled, before }] : [];
    });
  }

  private isPlain(pulled: PulledRow, link: StoredLink): boolean {
    if (link.state !== 'ok' || salesforceId(pulled.raw['PersonContactId']) !== link.personContactId) return false;
    const settings = this.settings.run(pulled);
    return nextPullStep({ row: pulled.row, link, run: {}, settings, deskRecordExists: false }).do === 'merge';
  }

  private async remember(object: StoredLink['object'], merged: readonly Merged[]): Promise<void> {
    const now = this.clock.now();
    const late = merged.filter(({ unsent }) => unsent.length > 0);
    const idsOf = (some: readonly Merged[]) => some.map(({ link }) => link.deskId);
    await this.outbox.mark(object, idsOf(late.filter(({ isNews }) => isNews)), now);
    await this.outbox.keep(object, idsOf(late.filter(({ isNews }) => !isNews)), now);
  }
}

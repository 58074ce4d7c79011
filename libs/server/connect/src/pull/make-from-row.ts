import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { canonicalSalesforceRecord, deskFields, linkTo, NEW_LINK, type SalesforceRow } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { CreateInDesk } from '../desk/create-in-desk.ts';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import { MergeWithDesk } from '../link/merge-with-desk.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { AwaitingRows } from './awaiting-rows.repository.ts';
import type { PulledRow } from './pull-row.ts';
import { TellPull } from './tell-pull.ts';

/** Makes a record of the desk from a row of Salesforce, linked from the beginning. */
@Injectable()
export class MakeFromRow {
  constructor(
    private readonly create: CreateInDesk,
    private readonly links: LinkRepository,
    private readonly merge: MergeWithDesk,
    private readonly outbox: SalesforceOutbox,
    private readonly awaiting: AwaitingRows,
    private readonly tell: TellPull,
    private readonly clock: Clock,
  ) {}

  /**
   * `before`: the link of a record that was deleted at the desk and is made anew. In the transaction of the row. Why the desk
   * does not take it; null: it does.
   */
  async run(pulled: PulledRow, before: StoredLink | undefined): Promise<string | null> {
    const { frame, row, raw } = pulled;
    const seen = canonicalSalesforceRecord(frame.deskPairs, raw);
    const { values } = deskFields(frame.deskPairs, seen, null);
    const deskId = await this.create.run(frame.object, withoutEmpty(values), { suppressRules: frame.silent });
    if (typeof deskId !== 'number') {
      await this.awaits(pulled, values['customer']);
      await this.tell.notMade(pulled, deskId.why);
      return deskId.why;
    }

    if (before) await this.links.save({ ...before, ...NEW_LINK, state: 'tombstone_desk' });
    const link = await this.links.begin(frame.object, deskId);
    const linked = { ...link, ...linkTo(row.id), problem: null };
    await this.meet(frame, linked, row);
    await this.wake(frame.object, [linked]);
    await this.tell.did(pulled, 'created', deskId, seen);
    return null;
  }

  /** A record that was made this moment takes what it was not made with. */
  async meet(frame: SyncFrame, linked: StoredLink, row: SalesforceRow): Promise<void> {
    const merged = await this.merge.run(frame, linked, row);
    if (!merged) await this.links.save(linked);
    else if (merged.unsent.length > 0) await this.outbox.mark(frame.object, [linked.deskId], this.clock.now());
  }

  /** Nobody at the desk knows records that were made this moment; only companies have taken customers over, by domains. */
  async wake(object: SyncObject, made: readonly StoredLink[]): Promise<void> {
    const now = this.clock.now();
    if (object === 'company') await this.outbox.wakeMany(now, object, made);
    else
      await this.outbox.wakePointing(
        now,
        made.flatMap(({ salesforceId }) => salesforceId ?? []),
      );
  }

  /** A case comes when the contact that it points to is linked, if that is what it lacks. */
  private async awaits({ frame, row }: PulledRow, contactId: unknown): Promise<void> {
    if (frame.object !== 'case' || typeof contactId !== 'string') return;
    if (!(await this.links.ofSalesforce('customer', contactId))) {
      await this.awaiting.keep(frame.object, row.id, contactId);
    }
  }
}

export function withoutEmpty<Value>(values: Record<string, Value | null>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === null ? [] : [[field, value]])),
  );
}

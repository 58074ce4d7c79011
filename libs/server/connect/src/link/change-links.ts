import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { canonicalDeskRecord, linkTo, release, startOver, unlink } from '@bureau/domain';
import { Clock, HeldLocks, JobQueue, ProblemError, Transactional } from '@bureau/platform';
import { PostRepository } from '../chatter/post.repository.ts';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { SyncLogRepository } from '../log/sync-log.repository.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import { pushWaiting } from '../push/push.job.ts';
import { LinkRepository, type StoredLink } from './link.repository.ts';
import { recordLock } from './record-lock.ts';
import { SyncFrames } from './sync-frames.ts';

export interface RecordOfDesk {
  object: SyncObject;
  deskId: number;
}

/** What a person does to a link. Whoever works on it at the moment finishes first. */
@Injectable()
export class ChangeLinks {
  constructor(
    private readonly links: LinkRepository,
    private readonly connections: ConnectionRepository,
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly frames: SyncFrames,
    private readonly outbox: SalesforceOutbox,
    private readonly posts: PostRepository,
    private readonly log: SyncLogRepository,
    private readonly locks: HeldLocks,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** To the record that it was linked to before, or another. Throws salesforce.link-missing, salesforce.link-taken. */
  async link(record: RecordOfDesk, salesforceId?: string): Promise<void> {
    await this.alone(record, () => this.doLink(record, salesforceId));
  }

  /** Throws salesforce.link-missing. */
  async unlink(record: RecordOfDesk): Promise<void> {
    await this.alone(record, () => this.doUnlink(record));
  }

  /** Throws salesforce.link-missing when it was not deleted there. */
  async recreate(record: RecordOfDesk): Promise<void> {
    await this.alone(record, () => this.doRecreate(record));
  }

  /** Whatever its settings say of new records, and whatever was refused before. Throws salesforce.not-connected. */
  async syncNow(record: RecordOfDesk): Promise<void> {
    if (!(await this.connections.current())) throw new ProblemError('salesforce.not-connected');
    await this.alone(record, () => this.doSync(record));
  }

  private async alone(record: RecordOfDesk, work: () => Promise<void>): Promise<void> {
    await this.locks.holding(recordLock(record.object, record.deskId), work);
    await this.queue.add(pushWaiting, {});
  }

  @Transactional()
  protected async doLink({ object, deskId }: RecordOfDesk, wanted?: string): Promise<void> {
    const link = await this.links.begin(object, deskId);
    const salesforceId = wanted ?? link.salesforceId;
    if (salesforceId === null) throw new ProblemError('salesforce.link-missing');
    const taken = await this.links.ofSalesforce(object, salesforceId);
    if (taken && taken.id !== link.id) throw new ProblemError('salesforce.link-taken');
    const linked = { ...link, ...linkTo(salesforceId, link), problem: null };
    await this.keep(linked, 'linked');
    await this.outbox.wake(this.clock.now(), linked);
    await this.outbox.mark(object, [deskId], this.clock.now());
  }

  @Transactional()
  protected async doUnlink({ object, deskId }: RecordOfDesk): Promise<void> {
    const link = await this.links.ofDesk(object, deskId);
    if (!link) throw new ProblemError('salesforce.link-missing');
    await this.keep({ ...link, ...unlink(link), problem: null }, 'unlinked');
    await this.outbox.drop(object, deskId);
    if (object === 'case') await this.posts.dropUnsent(deskId);
  }

  @Transactional()
  protected async doRecreate({ object, deskId }: RecordOfDesk): Promise<void> {
    const link = await this.links.ofDesk(object, deskId);
    if (link?.state !== 'tombstone_salesforce') throw new ProblemError('salesforce.link-missing');
    const record = await this.desk.find(object, deskId);
    if (!record) throw new ProblemError('salesforce.link-missing');
    const pairs = (await this.frames.pairsOf(object)).filter(({ direction }) => direction !== 'to_desk');
    const { values } = canonicalDeskRecord(pairs, await this.values.of(pairs, record, link));
    await this.links.save({ ...link, ...startOver(link, values), problem: null });
    await this.outbox.mark(object, [deskId], this.clock.now());
  }

  @Transactional()
  protected async doSync({ object, deskId }: RecordOfDesk): Promise<void> {
    await this.links.want(object, deskId);
    const link = await this.links.begin(object, deskId);
    await this.links.save({ ...link, ...release(link), problem: null });
    await this.outbox.mark(object, [deskId], this.clock.now());
  }

  private async keep(link: StoredLink, action: 'linked' | 'unlinked'): Promise<void> {
    await this.links.save(link);
    const { object, deskId, salesforceId } = link;
    const at = this.clock.now();
    await this.log.add({ at, direction: 'to_salesforce', object, deskId, salesforceId, action });
  }
}

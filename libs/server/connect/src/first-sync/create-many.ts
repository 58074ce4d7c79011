import { Injectable } from '@nestjs/common';
import { salesforceFields, salesforceId } from '@bureau/domain';
import { Clock, HeldLocks, Transactional } from '@bureau/platform';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { LinkRepository } from '../link/link.repository.ts';
import { recordLock } from '../link/record-lock.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { withIdentity } from '../push/ask-salesforce.ts';
import { KeepPush } from '../push/keep-push.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import { PushRecord } from '../push/push-record.ts';
import type { SalesforceFailure, SalesforceValues, WrittenRecord } from '../salesforce/index.ts';
import { PUT_OFF_MS } from './put-off.ts';

/** What came of a record; null: somebody else is making it at this moment. */
export type Made = { salesforceId: string | null } | { why: string };

export interface ManyMade {
  made: Map<number, Made>;
  calls: number;
}

interface Draft {
  deskId: number;
  values: SalesforceValues;
}

/**
 * Makes up to 200 records in Salesforce with one call. What is sent is frozen first, with the desk's id in it, which is
 * unique there: sent twice, it is refused with the id of what the first try made. Each record is in the outbox meanwhile, so
 * that one whose turn was cut short, or that was refused, goes the way of all others.
 */
@Injectable()
export class CreateMany {
  constructor(
    private readonly links: LinkRepository,
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly keep: KeepPush,
    private readonly push: PushRecord,
    private readonly outbox: SalesforceOutbox,
    private readonly locks: HeldLocks,
    private readonly clock: Clock,
  ) {}

  /** Throws SalesforceFailure, SalesforceUnavailable; nothing is lost then, and the next try goes on with it. */
  async run(frame: SyncFrame, deskIds: readonly number[]): Promise<ManyMade> {
    if (deskIds.length === 0) return { made: new Map(), calls: 0 };
    if (frame.externalId === null) return this.oneByOne(frame, deskIds);
    const { object } = frame;
    const until = new Date(this.clock.now().getTime() + PUT_OFF_MS);
    const names = new Map(deskIds.map((deskId) => [recordLock(object, deskId), deskId]));
    return this.locks.holdingFree([...names.keys()], async (free, lock) => {
      const mine = [...names].flatMap(([name, deskId]) => (free.has(name) ? [deskId] : []));
      const drafts = await this.freeze(frame, mine, until);
      lock.check();
      const records = drafts.map(({ values }) => values);
      const answers = records.length === 0 ? [] : await frame.records.createMany(frame.salesforceObject, records);
      const made = await this.adopt(frame, { drafts, answers, until });
      for (const deskId of deskIds) if (!made.has(deskId)) made.set(deskId, { salesforceId: null });
      return { made, calls: records.length === 0 ? 0 : 1 };
    });
  }

  /** Where nothing would tell a second try from the first: each by itself, looked for before it is made again. */
  private async oneByOne(frame: SyncFrame, deskIds: readonly number[]): Promise<ManyMade> {
    const made = new Map<number, Made>();
    for (const deskId of deskIds) {
      const end = await this.push.run(frame.object, deskId, 0);
      if (end.end !== 'done') await this.outbox.mark(frame.object, [deskId], this.clock.now());
      const problem = end.end === 'done' ? null : end.problem;
      const link = await this.links.ofDesk(frame.object, deskId);
      made.set(deskId, problem ? { why: problem.message } : { salesforceId: link?.salesforceId ?? null });
    }
    return { made, calls: 2 * deskIds.length };
  }

  @Transactional()
  protected async freeze(frame: SyncFrame, deskIds: readonly number[], until: Date): Promise<Draft[]> {
    const { object } = frame;
    const before = new Map((await this.links.ofDesks(object, deskIds)).map((link) => [link.deskId, link]));
    for (const record of await this.desk.findMany(object, deskIds)) {
      const link = before.get(record.id);
      if (link && (link.salesforceId !== null || isFrozen(link.payload))) continue;
      const values = await this.values.of(frame.createPairs, record, link);
      await this.keep.freeze({ frame, deskId: record.id, look: { values } });
    }
    await this.outbox.mark(object, deskIds, this.clock.now(), until);
    const frozen = await this.links.ofDesks(object, deskIds);
    return frozen.flatMap(({ deskId, payload, salesforceId: made }) =>
      made === null && payload
        ? [{ deskId, values: withIdentity(frame, deskId, salesforceFields(frame.createPairs, payload.values)) }]
        : [],
    );
  }

  @Transactional()
  protected async adopt(
    frame: SyncFrame,
    { drafts, answers, until }: { drafts: readonly Draft[]; answers: readonly WrittenRecord[]; until: Date },
  ): Promise<Map<number, Made>> {
    const made = new Map<number, Made>();
    for (const [index, { deskId }] of drafts.entries()) {
      const answer = answers[index];
      if (!answer) continue;
      const id = 'id' in answer ? salesforceId(answer.id) : ours(frame, answer.failure);
      const isKept = id !== null && (await this.adoptOne(frame, deskId, id));
      if (isKept) made.set(deskId, { salesforceId: id });
      else made.set(deskId, { why: 'failure' in answer ? answer.failure.message : '' });
    }
    const adopted = [...made].flatMap(([deskId, one]) => ('why' in one ? [] : [deskId]));
    const failed = [...made].flatMap(([deskId, one]) => ('why' in one ? [deskId] : []));
    await this.outbox.dropPutOff(frame.object, adopted, until);
    await this.outbox.mark(frame.object, failed, this.clock.now());
    return made;
  }

  /** Whoever saw the row before its answer came has linked the two already. */
  private async adoptOne(frame: SyncFrame, deskId: number, id: string): Promise<boolean> {
    const link = await this.links.ofDesk(frame.object, deskId);
    if (link && link.salesforceId !== null) return link.salesforceId === id;
    return this.keep.adopt({ frame, deskId, step: { do: 'adopt', salesforceId: id, because: 'created' } });
  }
}

function isFrozen(payload: { values: object } | null): boolean {
  return payload !== null && Object.keys(payload.values).length > 0;
}

/** What an earlier try made: it has the desk's id already. */
function ours({ externalId }: SyncFrame, { complaints }: SalesforceFailure): string | null {
  const twice = complaints.find(
    ({ code, message }) => code === 'DUPLICATE_VALUE' && externalId !== null && message.includes(externalId),
  );
  return salesforceId(twice?.recordIds[0] ?? null);
}

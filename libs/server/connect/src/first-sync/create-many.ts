import { Injectable } from '@nestjs/common';
import { salesforceFields, salesforceId } from '@bureau/domain';
import { Clock, HeldLocks, Transactional } from '@bureau/platform';
import { PushChildrenOfMany } from '../children/push-children-of-many.ts';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { LinkRepository } from '../link/link.repository.ts';
import { POLL_LOCK, recordLock } from '../link/record-lock.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { ARRIVED_LATE } from '../log/arrived-late.ts';
import { withIdentity } from '../push/ask-salesforce.ts';
import { KeepPush } from '../push/keep-push.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import { PushRecord } from '../push/push-record.ts';
import type { SalesforceFailure, SalesforceValues, WrittenRecord } from '../salesforce/index.ts';
import { inParts } from './in-parts.ts';
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

interface Answered extends Draft {
  answer: WrittenRecord | undefined;
}

const NOTHING_LEFT = { calls: 0, left: new Set<number>() };

/** Records of one transaction. */
const AT_ONCE = 200;

/**
 * Makes up to 1,000 records in Salesforce with one call. What is sent is frozen first, with the desk's id in it, which is
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
    private readonly children: PushChildrenOfMany,
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
    // What the poll finds in the hands of somebody else goes one by one: it waits until all is linked, unless it is at it.
    return this.locks.holdingFree([POLL_LOCK, ...names.keys()], async (free, lock) => {
      const mine = [...names].flatMap(([name, deskId]) => (free.has(name) ? [deskId] : []));
      const drafts: Draft[] = [];
      for (const some of inParts(mine, AT_ONCE)) drafts.push(...(await this.freeze(frame, some, until)));
      lock.check();
      const records = drafts.map(({ values }) => values);
      const { written, calls } = await frame.records.createMany(frame.salesforceObject, records);
      const answered = drafts.map((draft, index) => ({ ...draft, answer: written[index] }));
      const made = new Map<number, Made>(deskIds.map((deskId) => [deskId, { salesforceId: null }]));
      for (const some of inParts(answered, AT_ONCE)) {
        for (const [deskId, one] of await this.adopt(frame, some)) made.set(deskId, one);
      }
      const adopted = mine.filter((deskId) => isMade(made.get(deskId)));
      return { made, calls: calls + (await this.letGo(frame, adopted, until)) };
    });
  }

  /** Where nothing would tell a second try from the first: each by itself, looked for before it is made again. */
  private async oneByOne(frame: SyncFrame, deskIds: readonly number[]): Promise<ManyMade> {
    const made = new Map<number, Made>();
    for (const deskId of deskIds) {
      const end = await this.push.run(frame.object, deskId, 0);
      // What hangs on a case follows by itself.
      if (end.end !== 'done' || frame.object === 'case')
        await this.outbox.mark(frame.object, [deskId], this.clock.now());
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
    const records = (await this.desk.findMany(object, deskIds)).filter(({ id }) => {
      const link = before.get(id);
      return !link || (link.salesforceId === null && !isFrozen(link.payload));
    });
    const looks = await this.values.ofMany(frame.createPairs, records, ({ id }) => before.get(id));
    await this.keep.freezeMany(frame, looks);
    await this.outbox.mark(object, deskIds, this.clock.now(), until);
    const frozen = await this.links.ofDesks(object, deskIds);
    return frozen.flatMap(({ deskId, payload, salesforceId: made }) =>
      made === null && payload
        ? [{ deskId, values: withIdentity(frame, deskId, salesforceFields(frame.createPairs, payload.values)) }]
        : [],
    );
  }

  @Transactional()
  protected async adopt(frame: SyncFrame, answered: readonly Answered[]): Promise<Map<number, Made>> {
    const now = idsOf(answered, (answer) => ('id' in answer ? salesforceId(answer.id) : null));
    const earlier = idsOf(answered, (answer) => ('id' in answer ? null : ours(frame, answer.failure)));
    const ids = new Map([...now, ...earlier]);
    const kept = new Set([
      ...(await this.keepMany(frame, now)),
      ...(await this.keepMany(frame, earlier, ARRIVED_LATE)),
    ]);
    const made = new Map<number, Made>();
    for (const { deskId, answer } of answered) {
      if (!answer) continue;
      const id = ids.get(deskId);
      if (id !== undefined && kept.has(deskId)) made.set(deskId, { salesforceId: id });
      else made.set(deskId, { why: 'failure' in answer ? answer.failure.message : '' });
    }
    const failed = [...made].flatMap(([deskId, one]) => ('why' in one ? [deskId] : []));
    await this.outbox.mark(frame.object, failed, this.clock.now());
    return made;
  }

  /** Nothing of them is left to be sent, but for what hangs on cases and did not go. The calls that it took. */
  private async letGo({ object, records }: SyncFrame, made: readonly number[], until: Date): Promise<number> {
    const { calls, left } = object === 'case' ? await this.children.run(records, made) : NOTHING_LEFT;
    const done = made.filter((deskId) => !left.has(deskId));
    await this.outbox.dropPutOff(object, done, until);
    await this.outbox.mark(object, [...left], this.clock.now());
    return calls;
  }

  /** Those that are linked to these ids now; whoever saw a row before its answer came has linked the two already. */
  private async keepMany(frame: SyncFrame, ids: ReadonlyMap<number, string>, detail?: string): Promise<Set<number>> {
    const links = await this.links.ofDesks(frame.object, [...ids.keys()]);
    const linked = new Map(links.flatMap((one) => (one.salesforceId === null ? [] : [[one.deskId, one.salesforceId]])));
    const same = [...linked].flatMap(([deskId, id]) => (ids.get(deskId) === id ? [deskId] : []));
    const others = new Map([...ids].filter(([deskId]) => !linked.has(deskId)));
    return new Set([...same, ...(await this.keep.adoptMany(frame, others, detail))]);
  }
}

/** Ids in Salesforce, by those at the desk. */
function idsOf(answered: readonly Answered[], idIn: (answer: WrittenRecord) => string | null): Map<number, string> {
  return new Map(
    answered.flatMap(({ deskId, answer }) => {
      const id = answer && idIn(answer);
      return id ? [[deskId, id]] : [];
    }),
  );
}

function isMade(made: Made | undefined): boolean {
  return made !== undefined && 'salesforceId' in made && made.salesforceId !== null;
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

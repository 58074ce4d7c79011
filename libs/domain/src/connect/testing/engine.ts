import { canonicalDeskRecord, canonicalSalesforceRecord, salesforceFields, type FieldPair } from '../field-pair.ts';
import { nextAfterFailure } from '../failure-plan.ts';
import { isSent, mergeRecord, unsent, type DeskRecord, type MergeInput, type RecordMerge } from '../merge-record.ts';
import { cursorAfter, placeAfter, pollWindow, type PagePlace, type SyncCursor } from '../poll-window.ts';
import { endsPull, nextPullStep, type PullFacts, type PullRun, type PullStep } from '../pull-plan.ts';
import { endsPush, nextPushStep, type PushFacts, type PushRun, type PushStep } from '../push-plan.ts';
import * as links from '../sync-link.ts';
import type { SalesforceRow, SyncLink } from '../sync-link.ts';
import { SYNC_POLICY, type SyncPolicy } from '../sync-policy.ts';
import type { Fault } from './histories.ts';
import { OrganisationError, type Organisation, type OrganisationRow, type RawValues } from './organisation.ts';
import type { Wrong } from './wrong-engines.ts';

/** Three texts and a value that is not the same on both sides: 1 to 10 here, High, Medium, Low there. */
export const PAIRS: FieldPair[] = [
  { deskField: 'a', salesforceField: 'A', kind: 'text', direction: 'both' },
  { deskField: 'b', salesforceField: 'B', kind: 'text', direction: 'both' },
  { deskField: 'c', salesforceField: 'C', kind: 'text', direction: 'both' },
  { deskField: 'p', salesforceField: 'P', kind: 'priority', direction: 'both' },
];
const EMPTY = { a: null, b: null, c: null, p: 5 };
/** The real figures, but for an overlap that is not longer than a whole history, and pages that end now and then. */
const POLICY: SyncPolicy = { ...SYNC_POLICY, overlapMs: 10_000, pageSize: 3 };
const SETTINGS = { create: true, update: true, recreate: false, conditionsMet: true, matches: false };

/** The desk's database: everything in it outlives a crash, and every method is one transaction. */
export class ModelDesk {
  readonly records = new Map<string, Record<string, string | number | null>>();
  readonly links = new Map<string, SyncLink>();
  readonly outbox = new Set<string>();
  cursor: SyncCursor = { stamp: 0, safeLow: null };
  /** What the sync wrote. */
  writes = 0;
  private count = 0;

  make(values: RawValues, link?: SyncLink): string {
    const id = String(++this.count);
    this.records.set(id, { ...EMPTY, ...lowered(values) });
    if (link) this.links.set(id, link);
    else this.outbox.add(id);
    return id;
  }

  edit(id: string, values: RawValues): void {
    Object.assign(this.records.get(id) ?? {}, lowered(values));
    this.outbox.add(id);
  }

  delete(id: string): void {
    this.records.delete(id);
    this.outbox.add(id);
  }

  write(id: string, values: object): void {
    if (Object.keys(values).length === 0) return;
    this.writes++;
    Object.assign(this.records.get(id) ?? {}, values);
  }

  linkedTo(salesforceId: string): [string, SyncLink] | undefined {
    return [...this.links].find(([, link]) => link.salesforceId === salesforceId);
  }
}

interface World {
  organisation: Organisation;
  desk: ModelDesk;
  /** Salesforce's clock, and the desk's. */
  now: () => number;
  deskNow: () => number;
  fault: () => Fault;
  wrong: Wrong;
}

/** Work that can be left, and killed, between any two effects. */
export type Work = Generator<string, void>;

/** The engine of the desk as a model: it does nothing but what the plans of this folder say, one effect at a time. */
export class ModelEngine {
  private readonly world: World;
  private readonly policy: SyncPolicy;
  /** Locks of the database, by what is locked: who holds it. */
  private readonly locks = new Map<string, number>();
  /** The Date header of Salesforce's latest answer, by desk record. */
  private readonly answeredAt = new Map<string, number>();

  constructor(world: World) {
    this.world = world;
    this.policy = { ...POLICY, ...world.wrong.policy };
  }

  /** A worker has died: its session of the database ends, and its locks with it. */
  letGo(worker: number): void {
    for (const [key, holder] of this.locks) if (holder === worker) this.locks.delete(key);
  }

  isLocked(deskId: string): boolean {
    return this.locks.has(deskId);
  }

  *push(worker: number): Work {
    for (const deskId of [...this.world.desk.outbox]) {
      if (this.locks.has(deskId)) continue;
      this.locks.set(deskId, worker);
      yield* this.pushOne(deskId);
      this.locks.delete(deskId);
    }
  }

  private *pushOne(deskId: string): Work {
    const { desk } = this.world;
    let run: PushRun = {};
    for (let guard = 0; guard < 40; guard++) {
      const step = nextPushStep(this.pushFacts(deskId, run), this.policy);
      yield step.do;
      try {
        const after = yield* this.doPush(deskId, step, run);
        if (endsPush(step)) return;
        run = after;
      } catch (error) {
        if (!(error instanceof OrganisationError)) throw error;
        if (!(yield* this.afterFailure(deskId, step, run, error))) return;
        run = {};
      }
      if (!desk.outbox.has(deskId)) return;
    }
    throw new Error('A push does not come to an end.');
  }

  private pushFacts(deskId: string, run: PushRun): PushFacts {
    const { desk } = this.world;
    return {
      exists: desk.records.has(deskId),
      link: desk.links.get(deskId) ?? null,
      settings: SETTINGS,
      parents: 'ready',
      externalIds: true,
      salesforceNow: this.answeredAt.get(deskId) ?? 0,
      run,
    };
  }

  private *doPush(deskId: string, step: PushStep, run: PushRun): Generator<string, PushRun> {
    const { desk, organisation, wrong, deskNow } = this.world;
    const link = desk.links.get(deskId) ?? links.NEW_LINK;
    const record = desk.records.get(deskId) ?? {};
    const save = (after: SyncLink) => desk.links.set(deskId, after);
    const letGoIfSent = () => {
      const now = desk.links.get(deskId);
      if (now && isSent(PAIRS, now, desk.records.get(deskId) ?? null) && !this.differsRaw(deskId, now))
        desk.outbox.delete(deskId);
    };
    switch (step.do) {
      case 'forget':
        desk.outbox.delete(deskId);
        return run;
      case 'wait':
        return run;
      case 'give up':
        save({ ...link, state: 'error' });
        desk.outbox.delete(deskId);
        return run;
      case 'bury':
        save(links.bury(link, step.side, { salesforceId: step.salesforceId, seenAt: deskNow() }));
        desk.outbox.delete(deskId);
        return run;
      case 'freeze':
        save(links.freeze(link, canonicalDeskRecord(PAIRS, record).values));
        return { ...run, froze: true };
      case 'start over':
        save(links.startOver(link, canonicalDeskRecord(PAIRS, record).values));
        return { ...run, froze: true };
      case 'link':
        save(links.linkTo(step.salesforceId, link));
        return {};
      case 'match':
        return { ...run, matches: [] };
      case 'look up': {
        const rows = yield* this.call(deskId, () => (wrong.withoutExternalId ? [] : organisation.carrying(deskId)));
        const found = rows.map(({ id, deleted }) => {
          const holder = desk.linkedTo(id);
          return { salesforceId: id, deleted, linked: holder !== undefined && holder[0] !== deskId };
        });
        return { ...run, found };
      }
      case 'create': {
        const now = links.freeze(link, canonicalDeskRecord(PAIRS, record).values).payload?.values ?? {};
        const values = wrong.forgetsWhatWasSent ? now : step.values;
        const fields = salesforceFields(PAIRS, values) as RawValues;
        const created = yield* this.call(deskId, () =>
          organisation.create(wrong.withoutExternalId ? null : deskId, fields),
        );
        if (wrong.forgetsWhatWasSent) save({ ...link, payload: { values, recreates: [] } });
        return { ...run, created };
      }
      case 'adopt': {
        const holder = desk.linkedTo(step.salesforceId);
        if (holder && holder[0] !== deskId) {
          // Merged there before its answer came: the unique key of the links says so.
          save({ ...link, state: 'error' });
          desk.outbox.delete(deskId);
          return run;
        }
        const payload = wrong.forgetsWhatWasSent && step.because === 'found' ? null : link.payload;
        save(links.adopt({ ...link, payload }, step.salesforceId, deskNow()));
        if (step.because === 'created') letGoIfSent();
        return run;
      }
      case 'read': {
        const readAt = deskNow();
        const row = yield* this.call(deskId, () => organisation.read(step.salesforceId));
        return { ...run, row: row ? this.understood(row, readAt) : 'gone' };
      }
      case 'merge': {
        const merge = this.merge({ pairs: PAIRS, desk: record, row: step.row, link, firstLink: 'salesforce' });
        desk.write(deskId, merge.toDesk);
        save(merge.link);
        return { ...run, toSalesforce: merge.toSalesforce };
      }
      case 'promise':
        if (!wrong.forgetsWhatWasSent) save(links.promise(link, step.values));
        return { ...run, promised: true };
      case 'patch': {
        const seen = run.row && run.row !== 'gone' ? run.row.values : {};
        const fields = wrong.comparesRaw
          ? raw(record, step.values)
          : (salesforceFields(PAIRS, step.values) as RawValues);
        const unmodifiedSince = wrong.writesBlindly ? null : step.unmodifiedSince;
        yield* this.call(deskId, () => organisation.patch(step.salesforceId, fields, { unmodifiedSince, seen }));
        return { ...run, patched: true };
      }
      case 'agree':
        save(links.agreeOn(link, step.values, { at: deskNow(), by: null }));
        letGoIfSent();
        return run;
      case 'finish':
        save(links.finish(link));
        letGoIfSent();
        return run;
    }
  }

  /** Whether the try goes on. */
  private *afterFailure(
    deskId: string,
    step: PushStep,
    run: PushRun,
    error: OrganisationError,
  ): Generator<string, boolean> {
    const { desk } = this.world;
    const values = step.do === 'patch' || step.do === 'create' ? step.values : {};
    const call = step.do === 'patch' || step.do === 'create' ? step.do : 'read';
    const next = nextAfterFailure({
      error: { code: error.code, message: error.code, fields: error.fields, matches: [] },
      // Nobody gives up in this world: it becomes well again in the end.
      attempts: 0,
      call,
      sent: Object.keys(values),
      pairs: PAIRS,
      chance: 0,
    });
    yield next.do;
    const link = desk.links.get(deskId) ?? links.NEW_LINK;
    const row = run.row && run.row !== 'gone' ? run.row.values : {};
    switch (next.do) {
      case 'again':
      case 'look up':
        return true;
      case 'hold': {
        const held = next.fields.map((field) => [
          field,
          { desk: values[field] ?? null, salesforce: row[field] ?? null, code: error.code },
        ]);
        const refused = Object.fromEntries(held) as SyncLink['held'];
        desk.links.set(deskId, call === 'create' ? links.thaw(link, refused) : links.hold(link, refused));
        return true;
      }
      case 'bury':
        desk.links.set(deskId, links.bury(link, 'salesforce', { seenAt: this.world.deskNow() }));
        desk.outbox.delete(deskId);
        return false;
      default:
        return false;
    }
  }

  *poll(worker: number): Work {
    const { desk, organisation, now, deskNow, wrong } = this.world;
    const window = pollWindow(desk.cursor, now(), this.policy);
    let place: PagePlace | null = null;
    do {
      const readAt = deskNow();
      const at: PagePlace | null = place;
      let page: OrganisationRow[];
      try {
        page = yield* this.call('', () => organisation.changed(window.from, window.to, at, this.policy.pageSize));
      } catch (error) {
        if (error instanceof OrganisationError) return;
        throw error;
      }
      for (const row of page) {
        if (wrong.skipsOwn && row.ours) continue;
        yield* this.pullOne(this.understood(row, readAt), worker);
      }
      desk.cursor =
        wrong.ownClockMs === undefined
          ? cursorAfter(desk.cursor, page)
          : { stamp: Math.floor((now() + wrong.ownClockMs) / 1_000) * 1_000, safeLow: null };
      place = placeAfter(page, this.policy);
    } while (place);
  }

  private *pullOne(row: SalesforceRow, worker: number): Work {
    const key = yield* this.lockOf(row, worker);
    let run: PullRun = {};
    for (let guard = 0; guard < 10; guard++) {
      const [deskId, facts] = this.pullFacts(row, run);
      const step = nextPullStep(facts);
      yield step.do;
      run = this.doPull(deskId, step, facts);
      if (endsPull(step)) break;
    }
    this.locks.delete(key);
  }

  /** Push and pull of one pair never meet; whose row has no pair yet waits for itself. */
  private *lockOf(row: SalesforceRow, worker: number): Generator<string, string> {
    for (;;) {
      const key = this.pairOf(row) ?? row.id;
      if (!this.locks.has(key)) {
        this.locks.set(key, worker);
        return key;
      }
      yield 'wait for a lock';
    }
  }

  private pairOf(row: SalesforceRow): string | null {
    const { desk } = this.world;
    const linked = desk.linkedTo(row.id)?.[0];
    if (linked !== undefined) return linked;
    const known = row.deskId !== null && (desk.links.has(row.deskId) || desk.records.has(row.deskId));
    return known ? row.deskId : null;
  }

  private pullFacts(row: SalesforceRow, run: PullRun): [string | null, PullFacts] {
    const { desk } = this.world;
    const deskId = this.pairOf(row);
    const link = deskId === null ? null : (desk.links.get(deskId) ?? null);
    const deskRecordExists = deskId !== null && desk.records.has(deskId);
    return [deskId, { row, link, deskRecordExists, settings: SETTINGS, run }];
  }

  private doPull(deskId: string | null, step: PullStep, { row, link }: PullFacts): PullRun {
    const { desk } = this.world;
    const save = (after: SyncLink) => desk.links.set(deskId ?? '', after);
    switch (step.do) {
      case 'ignore':
      case 'report':
        return {};
      case 'match':
        return { matches: [] };
      case 'create': {
        const base = row.values;
        const { toDesk } = mergeRecord({
          pairs: PAIRS,
          desk: EMPTY,
          row,
          link: links.linkTo(row.id),
          firstLink: 'salesforce',
        });
        desk.make(toDesk as RawValues, { ...links.linkTo(row.id), base, stamp: row.stamp, seenAt: row.readAt });
        desk.writes++;
        return {};
      }
      case 'link':
        save(links.linkTo(row.id, link ?? undefined));
        return {};
      case 'adopt':
        if (link) save(links.adopt(link, row.id, link.seenAt ?? 0));
        return {};
      case 'bury':
        if (link) {
          save(links.bury(link, 'salesforce', { salesforceId: row.id, stamp: row.stamp, seenAt: row.readAt }));
        }
        return {};
      case 'revive':
        if (link) save(links.revive(link));
        return {};
      case 'look for the winner':
        return { winnerLinked: desk.linkedTo(step.salesforceId) !== undefined };
      case 'move':
        if (link) save(links.moveTo(link, step.salesforceId));
        desk.outbox.add(deskId ?? '');
        return {};
      case 'merge': {
        const record = desk.records.get(deskId ?? '');
        if (!record || !link) return {};
        const merge = this.merge({ pairs: PAIRS, desk: record, row, link, firstLink: 'salesforce' });
        desk.write(deskId ?? '', merge.toDesk);
        save(merge.link);
        const hasMore = this.world.wrong.comparesRaw === true && Object.keys(merge.toSalesforce).length > 0;
        if (hasMore || unsent(PAIRS, merge.link, record).length > 0) desk.outbox.add(deskId ?? '');
        return {};
      }
    }
  }

  /** One call: the request on its way, what Salesforce does, the answer on its way. */
  private *call<Answer>(deskId: string, act: () => Answer): Generator<string, Answer> {
    yield 'request';
    const fault = this.world.fault();
    if (fault === 'request lost') throw new OrganisationError('ECONNRESET');
    if (fault === 'locked') throw new OrganisationError('UNABLE_TO_LOCK_ROW');
    if (fault === 'unavailable') throw new OrganisationError('ERROR_HTTP_503');
    this.world.organisation.commitDue();
    const answer = act();
    const at = Math.floor(this.world.now() / 1_000) * 1_000;
    yield 'answer';
    if (fault === 'answer lost') throw new OrganisationError('ECONNRESET');
    this.answeredAt.set(deskId, at);
    return answer;
  }

  private understood(row: OrganisationRow, readAt: number): SalesforceRow {
    const { id, stamp, deleted, mergedInto, deskId } = row;
    return {
      id,
      stamp,
      readAt: this.world.wrong.believesOldRows ? Number.MAX_SAFE_INTEGER : readAt,
      deleted,
      mergedInto,
      deskId,
      by: null,
      values: canonicalSalesforceRecord(PAIRS, row.values),
    };
  }

  private merge(input: MergeInput): RecordMerge {
    const { wrong } = this.world;
    const merge = mergeRecord(input);
    if (wrong.writesWholeRecords && Object.keys(merge.toDesk).length > 0) {
      const { p, ...texts } = input.row.values;
      void p;
      return {
        ...merge,
        toDesk: texts as RecordMerge['toDesk'],
        toSalesforce: {},
        link: { ...merge.link, base: input.row.values },
      };
    }
    if (wrong.comparesRaw) {
      const differing = PAIRS.filter(({ deskField }) => isRawDifference(input.desk, input.row.values, deskField));
      const fields = differing.map(({ deskField }) => [deskField, input.row.values[deskField] ?? null]);
      return { ...merge, toSalesforce: { ...Object.fromEntries(fields), ...merge.toSalesforce } };
    }
    return merge;
  }

  private differsRaw(deskId: string, link: SyncLink): boolean {
    const record = this.world.desk.records.get(deskId) ?? {};
    return (
      this.world.wrong.comparesRaw === true &&
      PAIRS.some(({ deskField }) => isRawDifference(record, link.base, deskField))
    );
  }
}

function isRawDifference(desk: DeskRecord, agreed: SyncLink['base'], field: string): boolean {
  return field !== 'p' && (desk[field] ?? null) !== (agreed[field] ?? null) && typeof desk[field] === 'string';
}

function raw(record: DeskRecord, values: object): RawValues {
  const fields = PAIRS.filter(({ deskField }) => deskField in values && deskField !== 'p');
  return Object.fromEntries(
    fields.map(({ deskField, salesforceField }) => [salesforceField, record[deskField]]),
  ) as RawValues;
}

function lowered(values: RawValues): RawValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
}

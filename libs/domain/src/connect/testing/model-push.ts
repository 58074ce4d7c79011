import { nextAfterFailure } from '../failure-plan.ts';
import { canonicalDeskRecord, salesforceFields } from '../field-pair.ts';
import { isSent, type DeskRecord } from '../merge-record.ts';
import { endsPush, nextPushStep, type PushFacts, type PushRun, type PushStep } from '../push-plan.ts';
import * as links from '../sync-link.ts';
import type { SyncLink } from '../sync-link.ts';
import { PAIRS } from './model-desk.ts';
import { SETTINGS, type ModelGround, type Work } from './model-ground.ts';
import { OrganisationError, type RawValues } from './organisation.ts';

/** The way there. */
export class ModelPush {
  private readonly ground: ModelGround;

  constructor(ground: ModelGround) {
    this.ground = ground;
  }

  *push(worker: number): Work {
    for (const deskId of [...this.ground.world.desk.outbox]) {
      if (this.ground.locks.has(deskId)) continue;
      this.ground.locks.set(deskId, worker);
      yield* this.pushOne(deskId);
      this.ground.locks.delete(deskId);
    }
  }

  private *pushOne(deskId: string): Work {
    const { desk } = this.ground.world;
    let run: PushRun = {};
    for (let guard = 0; guard < 40; guard++) {
      const step = nextPushStep(this.pushFacts(deskId, run), this.ground.policy);
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
    const { desk } = this.ground.world;
    return {
      exists: desk.records.has(deskId),
      link: desk.links.get(deskId) ?? null,
      settings: SETTINGS,
      parents: 'ready',
      externalIds: true,
      sendable: true,
      salesforceNow: this.ground.answeredAt.get(deskId) ?? 0,
      run,
    };
  }

  private *doPush(deskId: string, step: PushStep, run: PushRun): Generator<string, PushRun> {
    const { desk, organisation, wrong, deskNow } = this.ground.world;
    const link = desk.links.get(deskId) ?? links.NEW_LINK;
    const record = desk.records.get(deskId) ?? {};
    const save = (after: SyncLink) => desk.links.set(deskId, after);
    const letGoIfSent = () => {
      const now = desk.links.get(deskId);
      if (now && isSent(PAIRS, now, desk.records.get(deskId) ?? null) && !this.ground.differsRaw(deskId, now))
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
      case 'revive':
        save(links.revive(link));
        return {};
      case 'match':
        return { ...run, matches: [] };
      case 'look up': {
        const rows = yield* this.ground.call(deskId, () =>
          wrong.withoutExternalId ? [] : organisation.carrying(deskId),
        );
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
        const created = yield* this.ground.call(deskId, () =>
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
        const row = yield* this.ground.call(deskId, () => organisation.read(step.salesforceId));
        return { ...run, row: row ? this.ground.understood(row, readAt) : 'gone' };
      }
      case 'merge': {
        const merge = this.ground.merge({ pairs: PAIRS, desk: record, row: step.row, link, firstLink: 'salesforce' });
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
        yield* this.ground.call(deskId, () => organisation.patch(step.salesforceId, fields, { unmodifiedSince, seen }));
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
    const { desk } = this.ground.world;
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
        desk.links.set(deskId, links.bury(link, 'salesforce', { seenAt: this.ground.world.deskNow() }));
        desk.outbox.delete(deskId);
        return false;
      default:
        return false;
    }
  }
}

function raw(record: DeskRecord, values: object): RawValues {
  const fields = PAIRS.filter(({ deskField }) => deskField in values && deskField !== 'p');
  return Object.fromEntries(
    fields.map(({ deskField, salesforceField }) => [salesforceField, record[deskField]]),
  ) as RawValues;
}

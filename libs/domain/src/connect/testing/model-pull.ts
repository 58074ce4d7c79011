import { mergeRecord, unsent } from '../merge-record.ts';
import { cursorAfter, placeAfter, pollWindow, type PagePlace } from '../poll-window.ts';
import { endsPull, nextPullStep, type PullFacts, type PullRun, type PullStep } from '../pull-plan.ts';
import * as links from '../sync-link.ts';
import type { SalesforceRow, SyncLink } from '../sync-link.ts';
import { EMPTY, PAIRS } from './model-desk.ts';
import { SETTINGS, type ModelGround, type Work } from './model-ground.ts';
import { OrganisationError, type OrganisationRow, type RawValues } from './organisation.ts';

/** The way back. */
export class ModelPull {
  private readonly ground: ModelGround;

  constructor(ground: ModelGround) {
    this.ground = ground;
  }

  *poll(worker: number): Work {
    const { desk, organisation, now, deskNow, wrong } = this.ground.world;
    const window = pollWindow(desk.cursor, now(), this.ground.policy);
    let place: PagePlace | null = null;
    do {
      const readAt = deskNow();
      const at: PagePlace | null = place;
      let page: OrganisationRow[];
      try {
        page = yield* this.ground.call('', () =>
          organisation.changed(window.from, window.to, at, this.ground.policy.pageSize),
        );
      } catch (error) {
        if (error instanceof OrganisationError) return;
        throw error;
      }
      for (const row of page) {
        if (wrong.skipsOwn && row.ours) continue;
        yield* this.pullOne(this.ground.understood(row, readAt), worker);
      }
      desk.cursor =
        wrong.ownClockMs === undefined
          ? cursorAfter(desk.cursor, page)
          : { stamp: Math.floor((now() + wrong.ownClockMs) / 1_000) * 1_000, safeLow: null };
      place = placeAfter(page, this.ground.policy);
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
    this.ground.locks.delete(key);
  }

  /** Push and pull of one pair never meet; whose row has no pair yet waits for itself. */
  private *lockOf(row: SalesforceRow, worker: number): Generator<string, string> {
    for (;;) {
      const key = this.pairOf(row) ?? row.id;
      if (!this.ground.locks.has(key)) {
        this.ground.locks.set(key, worker);
        return key;
      }
      yield 'wait for a lock';
    }
  }

  private pairOf(row: SalesforceRow): string | null {
    const { desk } = this.ground.world;
    const linked = desk.linkedTo(row.id)?.[0];
    if (linked !== undefined) return linked;
    const known = row.deskId !== null && (desk.links.has(row.deskId) || desk.records.has(row.deskId));
    return known ? row.deskId : null;
  }

  private pullFacts(row: SalesforceRow, run: PullRun): [string | null, PullFacts] {
    const { desk } = this.ground.world;
    const deskId = this.pairOf(row);
    const link = deskId === null ? null : (desk.links.get(deskId) ?? null);
    const deskRecordExists = deskId !== null && desk.records.has(deskId);
    return [deskId, { row, link, deskRecordExists, settings: SETTINGS, run }];
  }

  private doPull(deskId: string | null, step: PullStep, { row, link }: PullFacts): PullRun {
    const { desk } = this.ground.world;
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
        const merge = this.ground.merge({ pairs: PAIRS, desk: record, row, link, firstLink: 'salesforce' });
        desk.write(deskId ?? '', merge.toDesk);
        save(merge.link);
        const hasMore = this.ground.world.wrong.comparesRaw === true && Object.keys(merge.toSalesforce).length > 0;
        if (hasMore || unsent(PAIRS, merge.link, record).length > 0) desk.outbox.add(deskId ?? '');
        return {};
      }
    }
  }
}
